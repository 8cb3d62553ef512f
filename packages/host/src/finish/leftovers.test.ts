// What is left behind is found and named; it goes only when told, and nothing that lives goes with it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ContainerMetadata } from "@para-docker/protocol";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { leavings, testEngine } from "../../test/engine.js";
import { temporaryDirectory } from "../../test/support.js";
import { closeDirectory, type Directory, openAnchor, readNote } from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import { createContainer, inspectContainer, startContainer } from "../engine/containers.js";
import { makeImage } from "../engine/images.js";
import { writeMetadata } from "../metadata.js";
import { makePrivateDirectory } from "../places.js";
import { identityOf } from "../process-identity.js";
import { withLock } from "../queue/lock.js";
import { sessionLabels } from "../runtime/container-spec.js";
import { cleanStateRoot } from "./clean.js";
import { findLeftovers } from "./leftovers.js";

let root: Directory;
beforeEach(() => {
  root = openAnchor(temporaryDirectory());
});
afterEach(() => closeDirectory(root));

const metadata = (change: Partial<ContainerMetadata>): ContainerMetadata => ({
  session_name: "demo",
  runtime: "local",
  agent: "sh",
  container_id: "local-1",
  workspace: "/w",
  created_at: "2026-01-01T00:00:00Z",
  started_at: "2026-01-01T00:00:00Z",
  ...change,
});
const alive = () => {
  const process = identityOf(globalThis.process.pid);
  return process === undefined ? {} : { process };
};
const kinds = async (engine?: Engine) =>
  (await findLeftovers(root, engine)).map((each) => `${each.kind} ${each.name}`).sort();
const removeAll = async (engine?: Engine) => {
  for (const each of await findLeftovers(root, engine)) expect((await each.remove?.()) ?? []).toEqual([]);
};

test("a state root in order has none, and neither has an empty one", async () => {
  expect(await kinds()).toEqual([]);
  writeMetadata(root, metadata(alive()));
  mkdirSync(join(root.path, "docker", "demo"), { recursive: true });
  mkdirSync(join(root.path, "docker", "shared"));
  closeDirectory(makePrivateDirectory(root, "demo"));
  writeFileSync(join(root.path, "demo.state"), "{}");
  expect(await kinds()).toEqual([]);
});

test("each kind is found, and removed when told; living sessions and other files stay", async () => {
  const child = spawn("true");
  await once(child, "spawn");
  const gone = { pid: child.pid ?? 0, start_time: "1", machine_boot_id: "x" };
  writeMetadata(root, metadata({ session_name: "lives", ...alive() }));
  writeMetadata(root, metadata({ session_name: "ended", process: gone }));
  writeFileSync(join(root.path, "broken.docker"), "{");
  symlinkSync("/etc/passwd", join(root.path, "linked.docker"));
  for (const path of [
    "docker/lives",
    "docker/stray/logs",
    "docker/shared",
    "docker/.removing.1/0",
    "docker/.host/.finishing/over",
    "docker/.host/.finishing/cut",
    "docker/.host/.finishing/lives",
    "archive",
    "other",
  ]) {
    mkdirSync(join(root.path, path), { recursive: true });
  }
  symlinkSync("/etc", join(root.path, "docker", "stray", "etc"));
  const halves = ["over", "ended"].map((session) => `.${session}-20260101T000000000Z.tar.gz.0123456789abcdef`);
  for (const file of halves) writeFileSync(join(root.path, "archive", file), "half");
  const priv = makePrivateDirectory(root, "lives");
  const ours = await withLock(priv, () => readNote(priv, "lock") ?? "");
  // Of an earlier boot of this machine.
  const stale = ours.replace(/^(v2 \d+ \S+) \S+/, "$1 earlierboot");
  symlinkSync(stale, join(priv.path, "lock"));
  symlinkSync(stale, join(root.path, "docker/.host/.finishing/over/lock"));
  expect(readNote(priv, "lock")).toBeDefined();
  closeDirectory(priv);
  closeDirectory(makePrivateDirectory(root, "private"));
  expect(await kinds()).toEqual([
    "directory private",
    "directory stray",
    "ended ended",
    "lock cut",
    "lock lives",
    "lock over",
    "metadata broken",
    "metadata linked",
    `trash ${halves[0]}`,
    "trash .removing.1",
  ]);
  const stateRoot = { path: root.path, workspace: root.path };
  const shown = await cleanStateRoot(stateRoot);
  expect(new Set(shown.map((each) => each.outcome))).toEqual(new Set(["shown"]));
  expect(existsSync(join(root.path, "docker", "stray"))).toBe(true);
  const told: number[][] = [];
  const cleaned = await cleanStateRoot(stateRoot, { remove: true, onProgress: (...counts) => told.push(counts) });
  expect(told).toEqual(cleaned.map((_, i) => [i + 1, cleaned.length]));
  expect(cleaned.filter((each) => each.outcome !== "removed")).toEqual([
    expect.objectContaining({ kind: "ended", outcome: "kept" }),
  ]);
  expect(await kinds()).toEqual(["ended ended"]);
  expect(readdirSync(join(root.path, "archive"))).toEqual([halves[1]]);
  expect(readdirSync(root.path).sort()).toEqual(["archive", "docker", "ended.docker", "lives.docker", "other"]);
  expect(readdirSync(join(root.path, "docker")).sort()).toEqual([".host", "lives", "shared"]);
  expect(readdirSync(join(root.path, "docker/.host/.finishing"))).toEqual(["lives"]);
  expect(existsSync("/etc/passwd")).toBe(true);
});

const found = await testEngine();
const left = leavings(found);
afterAll(() => left.clean());

describe.skipIf(!found)("on an engine", { timeout: 30_000 }, () => {
  const engine = found as Engine;
  const image = `para-test-leftovers:p${process.pid}`;
  beforeAll(async () => {
    left.images.add(await makeImage(engine, "busybox", image));
  });

  test("our containers without a session are found; those of sessions, of starts under way and of others are not", async () => {
    const make = async (name: string, labels: Record<string, string>) => {
      const id = await createContainer(engine, `para-test-${name}-${process.pid}`, {
        Image: image,
        Entrypoint: ["sleep", "60"],
        Cmd: [],
        Env: [],
        Labels: labels,
        HostConfig: { NetworkMode: "none" },
      });
      left.containers.add(id);
      return id;
    };
    const stray = await make("stray", sessionLabels(root.path, "stray"));
    const demo = await make("demo", sessionLabels(root.path, "demo"));
    const older = await make("older", sessionLabels(root.path, "demo"));
    await make("starting", sessionLabels(root.path, "starting"));
    await make("foreign", sessionLabels("/another/root", "stray"));
    await make("unlabelled", {});
    await startContainer(engine, demo);
    writeMetadata(root, metadata({ runtime: "docker", container_id: demo }));
    const { started_at: _, ...starting } = metadata({
      session_name: "starting",
      runtime: "docker",
      container_id: "para-starting",
    });
    writeMetadata(root, { ...starting, created_at: new Date().toISOString() });
    expect(await kinds(engine)).toEqual([`container ${stray.slice(0, 12)}`, `container ${older.slice(0, 12)}`].sort());
    await removeAll(engine);
    expect(await kinds(engine)).toEqual([]);
    expect(await inspectContainer(engine, stray)).toBeUndefined();
    expect((await inspectContainer(engine, demo))?.status).toBe("running");
  });
});
