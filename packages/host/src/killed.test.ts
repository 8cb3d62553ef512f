// A host that is killed in the middle of a start or a finish leaves nothing that the next one cannot bring to its end.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leavings, testEngine } from "../test/engine.js";
import { temporaryDirectory } from "../test/support.js";
import type { Engine } from "./engine/connect.js";
import { listContainers } from "./engine/containers.js";
import { makeImage } from "./engine/images.js";
import { cleanStateRoot } from "./finish/clean.js";
import { finishSession } from "./finish/finish.js";
import { rootLabels } from "./runtime/container-spec.js";
import { markedProcesses } from "./runtime/process-sweep.js";
import { findStateRoot, type StateRoot } from "./state-root.js";

/** The built package, which a process of its own can load. */
const BUILT = new URL("../dist/index.js", import.meta.url).pathname;

/** Runs a line of JavaScript with the package as `host` and the state root as `root`, and kills it after `ms`; 0: lets it end. */
async function runAndKill(place: StateRoot, script: string, ms: number): Promise<void> {
  const program = `const host = await import(${JSON.stringify(BUILT)}); const root = ${JSON.stringify(place)}; ${script}`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "ignore" });
  if (ms > 0) setTimeout(() => child.kill("SIGKILL"), ms);
  await once(child, "exit");
}

/** Brings everything to its end, as a person would: finish what is there, clean the rest. */
async function tidy(place: StateRoot, engine: Engine | undefined): Promise<void> {
  await finishSession(place, "demo", {
    archive: "discard",
    timeoutSeconds: 1,
    stopGraceSeconds: 1,
    ...(engine && { engine }),
  }).catch((error: { code?: string }) => expect(error.code).toBe("no_session"));
  const left = await cleanStateRoot(place, { engine, remove: true });
  expect(left.filter((each) => each.outcome !== "removed")).toEqual([]);
  const names = readdirSync(place.path, { recursive: true }).map(String);
  expect(names.filter((name) => name.includes("demo") && !name.startsWith("archive"))).toEqual([]);
  expect(await cleanStateRoot(place, { engine })).toEqual([]);
}

const newPlace = () => findStateRoot({ cwd: temporaryDirectory(), create: true });
const startLocal = `await host.startSession(root, { name: "demo", runtime: "local" });`;

describe("on the local runtime", { timeout: 60_000 }, () => {
  test.each([60, 110, 150, 220])("killed %i ms into a start", async (ms) => {
    const place = await newPlace();
    await runAndKill(place, startLocal, ms);
    await tidy(place, undefined);
    expect(markedProcesses(`PARA_STATUS_DIR=${join(place.path, "docker", "demo")}`)).toEqual([]);
  });

  test.each([80, 160, 300])("killed %i ms into a finish", async (ms) => {
    const place = await newPlace();
    await runAndKill(place, `${startLocal} process.exit(0);`, 0);
    expect(existsSync(join(place.path, "demo.docker"))).toBe(true);
    await runAndKill(place, `await host.finishSession(root, "demo", { archive: "tar", timeoutSeconds: 2 });`, ms);
    await tidy(place, undefined);
    const archives = existsSync(join(place.path, "archive")) ? readdirSync(join(place.path, "archive")) : [];
    expect(archives.filter((name) => !/^demo-\d{8}T\d{9}Z\.tar\.gz$/.test(name))).toEqual([]);
    expect(archives.length).toBeLessThan(2);
  });
});

const found = await testEngine();
const left = leavings(found);
afterAll(() => left.clean());

describe.skipIf(!found)("on an engine", { timeout: 60_000 }, () => {
  const engine = found as Engine;
  const image = `para-test-killed:p${process.pid}`;
  beforeAll(async () => {
    left.images.add(await makeImage(engine, "busybox", image));
  });

  test.each([90, 200, 320, 600])("killed %i ms into a start", async (ms) => {
    const place = await newPlace();
    await runAndKill(
      place,
      `await host.startSession(root, { name: "demo", image: ${JSON.stringify(image)}, network: "none" });`,
      ms,
    );
    // What the engine was asked for last it still does.
    await pause(500);
    await tidy(place, engine);
    expect(await listContainers(engine, rootLabels(place.path))).toEqual([]);
  });
});
