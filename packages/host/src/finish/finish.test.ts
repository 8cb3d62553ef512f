// A finish leaves an archive and nothing else, whatever state the session was in, and however often it was cut short.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import type { ContainerMetadata, ContainerRegistry } from "@para-docker/protocol";
import { extract, type Header } from "tar-stream";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { leavings, testEngine } from "../../test/engine.js";
import { smallAgent } from "../../test/small-agent.js";
import { temporaryDirectory } from "../../test/support.js";
import { closeDirectory, type Directory } from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import { inspectContainer, killContainer, listContainers, removeContainer } from "../engine/containers.js";
import { makeImage } from "../engine/images.js";
import { writeMetadata } from "../metadata.js";
import type { StartOptions } from "../options/start-options.js";
import { openQueue } from "../queue/queue.js";
import { containerName, sessionLabels } from "../runtime/container-spec.js";
import { localRuntime } from "../runtime/runtime-local.js";
import { launch } from "../start/launch.js";
import { openStateRoot, type StateRoot } from "../state-root.js";
import { finishSession } from "./finish.js";
import type { FinishOptions, FinishStep } from "./finish-report.js";

let place: StateRoot;
let root: Directory;
beforeEach(() => {
  const workspace = temporaryDirectory();
  place = { workspace, path: join(workspace, ".para", "state") };
  mkdirSync(place.path, { recursive: true });
  root = openStateRoot(place);
});
afterEach(() => closeDirectory(root));

const directory = () => join(place.path, "docker", "demo");
const finish = (change: Partial<FinishOptions> = {}) =>
  finishSession(place, "demo", {
    archive: "tar",
    timeoutSeconds: 5,
    patienceSeconds: 2,
    stopGraceSeconds: 1,
    ...change,
  });

/** The archive's entries by name. */
async function entriesOf(path: string): Promise<Map<string, { header: Header; text: string }>> {
  const entries = new Map<string, { header: Header; text: string }>();
  const reading = extract();
  reading.on("entry", (header, stream, next) => {
    const chunks: Buffer[] = [];
    stream
      .on("data", (chunk) => chunks.push(chunk as Buffer))
      .on("end", () => {
        entries.set(header.name, { header, text: Buffer.concat(chunks).toString() });
        next();
      });
  });
  const done = new Promise<void>((resolve, reject) => reading.on("finish", () => resolve()).on("error", reject));
  reading.end(gunzipSync(readFileSync(path)));
  await done;
  return entries;
}

/** Nothing of the session is left below the state root but archives. */
function expectNothingLeft(): void {
  const left = readdirSync(place.path, { recursive: true }).map(String);
  expect(left.filter((name) => !name.startsWith("archive") && name.includes("demo"))).toEqual([]);
  // A session that was launched alone has never been in it.
  const published = join(place.path, "docker", "shared", "registry.json");
  if (!existsSync(published)) return;
  const registry = JSON.parse(readFileSync(published, "utf8")) as ContainerRegistry;
  expect(registry.containers).toEqual([]);
}
const archives = () => readdirSync(join(place.path, "archive"));
const stepsOf = (steps: FinishStep[]) => steps.map((step) => `${step.name}${step.ok ? "" : " failed"}`);
const ALL = ["drain", "shutdown", "stop", "results", "archive", "remove", "registry"];

/** Runs a command through the queue and waits for its end. */
async function run(command: string): Promise<string> {
  const queue = openQueue(root, "demo");
  const id = await queue.enqueue({ type: "exec", command });
  for (let tries = 0; tries < 200; tries += 1) {
    await queue.settle(undefined, { expected: [id] });
    if (queue.state().ended.has(id)) return id;
    await pause(50);
  }
  throw new Error("the command did not end");
}

describe("on the local runtime", { timeout: 30_000 }, () => {
  const start = (change: Partial<StartOptions> = {}) =>
    launch({
      root,
      workspace: place.workspace,
      engine: undefined,
      options: { name: "demo", runtime: "local", ...change },
    });

  test("the agent stops, its results are archived, and nothing else is left", async () => {
    const metadata = await start();
    const id = await run("echo out; echo err >&2; exit 3");
    const began = Date.now();
    const report = await finish();
    expect(Date.now() - began).toBeLessThan(4_000);
    expect(stepsOf(report.steps)).toEqual(ALL);
    expect(report.finalStatus).toMatchObject({ status: "stopped" });
    expect(await localRuntime(root).state(metadata)).toMatchObject({ alive: false });
    const entries = await entriesOf(report.archivePath ?? "");
    expect(entries.get(`logs/commands/${id}/stdout`)?.text).toBe("out\n");
    expect(entries.get(`logs/commands/${id}/stderr`)?.text).toBe("err\n");
    expect(JSON.parse(entries.get("host/results.json")?.text ?? "")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id, state: "failed", exit_code: 3 }),
        expect.objectContaining({ type: "signal", state: "succeeded" }),
      ]),
    );
    expect(JSON.parse(entries.get("host/container.json")?.text ?? "")).toMatchObject({
      session_name: "demo",
      finished_at: expect.any(String),
    });
    expect(entries.has("commands.json")).toBe(false);
    for (const { header } of entries.values())
      expect(header).toMatchObject({ type: "file", mode: 0o600, uid: 0, gid: 0 });
    expectNothingLeft();
    await expect(finish()).rejects.toMatchObject({ code: "no_session" });
  });

  test("a running command may end within its time; one that does not is cancelled", async () => {
    await start();
    const queue = openQueue(root, "demo");
    const [short, long] = await Promise.all(
      ["sleep 1", "sleep 60"].map((command) => queue.enqueue({ type: "exec", command, kill_grace_seconds: 1 })),
    );
    while ((readFileSync(join(directory(), "status.json"), "utf8").match(/"running"/g) ?? []).length < 3)
      await pause(20);
    const report = await finish({ timeoutSeconds: 2 });
    expect(stepsOf(report.steps)).toEqual(ALL);
    const results = JSON.parse((await entriesOf(report.archivePath ?? "")).get("host/results.json")?.text ?? "") as {
      id: string;
      state: string;
    }[];
    const state = (id: string | undefined) => results.find((result) => result.id === id)?.state;
    expect([state(short), state(long)]).toEqual(["succeeded", "cancelled"]);
    expectNothingLeft();
  });

  test("an agent that hangs is stopped all the same; what it had claimed is lost, what not is cancelled", async () => {
    const agentDirectory = smallAgent(
      place.workspace,
      `trap '' TERM; cd "$PARA_STATUS_DIR"; printf '{"timestamp":"2026-01-01T00:00:00Z","status":"running"}' >status.json; mkdir -p logs/commands/taken; while :; do sleep 1; done\n`,
    );
    await start({ agentDirectory });
    const queue = openQueue(root, "demo");
    await queue.enqueue({ type: "exec", id: "taken", command: "x" });
    await queue.enqueue({ type: "exec", id: "waits", command: "x" });
    const report = await finish({ patienceSeconds: 0.3, stopGraceSeconds: 0.2 });
    expect(report.steps.find((step) => step.name === "shutdown")?.note).toContain("did not take");
    const results = JSON.parse((await entriesOf(report.archivePath ?? "")).get("host/results.json")?.text ?? "") as {
      id: string;
      state: string;
    }[];
    expect(results).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: "taken", state: "lost" }),
        expect.objectContaining({ id: "waits", state: "cancelled" }),
      ]),
    );
    expectNothingLeft();
  });

  test("a finish that was cut short after any step goes on where it was, and leaves one archive", async () => {
    for (const cut of ALL.slice(0, -1)) {
      await start();
      const id = await run("echo kept");
      await expect(
        finish({
          onStep: (step) => {
            if (step.name === cut) throw new Error(`cut after ${cut}`);
          },
        }),
      ).rejects.toThrow(`cut after ${cut}`);
      const before = existsSync(join(place.path, "archive")) ? archives() : [];
      const again = await finish().catch((error: { code?: string }) => error);
      if (cut === "remove") expect(again).toMatchObject({ code: "no_session" });
      else expect(again).toMatchObject({ steps: expect.any(Array), archivePath: expect.any(String) });
      const [archive, ...others] = archives();
      expect(others).toEqual([]);
      if (["archive", "remove"].includes(cut)) expect(before).toEqual([archive]);
      expect(
        (await entriesOf(join(place.path, "archive", archive ?? ""))).get(`logs/commands/${id}/stdout`)?.text,
      ).toBe("kept\n");
      rmSync(join(place.path, "archive"), { recursive: true });
    }
  });

  test("what a host killed in the middle of the archive left of it goes with the next finish", async () => {
    await start();
    const { created_at } = JSON.parse(readFileSync(join(place.path, "demo.docker"), "utf8")) as { created_at: string };
    mkdirSync(join(place.path, "archive"));
    const name = `.demo-${created_at.replace(/[-:.]/g, "")}.tar.gz`;
    for (const file of [`${name}.0123456789abcdef`, ".mine"]) writeFileSync(join(place.path, "archive", file), "half");
    await finish();
    const left = readdirSync(join(place.path, "archive")).sort();
    expect(left).toEqual([".mine", expect.stringMatching(/^demo-.*\.tar\.gz$/)]);
  });

  test("so it does with a finish that discards", async () => {
    await start();
    mkdirSync(join(place.path, "archive"));
    const cut = ".demo-20260101T000000000Z.tar.gz.0123456789abcdef";
    const others = [".demo-2-20260101T000000000Z.tar.gz.0123456789abcdef", ".mine"];
    for (const file of [cut, ...others]) writeFileSync(join(place.path, "archive", file), "half");
    await finish({ archive: "discard" });
    expect(readdirSync(join(place.path, "archive")).sort()).toEqual(others);
  });

  test("a removal that was cut short does not spoil the archive", async () => {
    await start();
    const report = await finish({
      onStep: (step) => {
        if (step.name === "archive") throw new Error("cut");
      },
    }).catch(() => undefined);
    expect(report).toBeUndefined();
    const [name = ""] = archives();
    const before = readFileSync(join(place.path, "archive", name));
    // The removal had begun: the private directory is gone, the metadata are not.
    rmSync(join(place.path, "docker", ".host", "demo"), { recursive: true });
    expect(await finish()).toMatchObject({ archivePath: join(place.path, "archive", name) });
    expect(readFileSync(join(place.path, "archive", name)).equals(before)).toBe(true);
    expectNothingLeft();
  });

  test("with keep the files stay as they are, with discard nothing does", async () => {
    await start();
    const id = await run("echo kept");
    const kept = await finish({ archive: "keep" });
    expect(readFileSync(join(kept.archivePath ?? "", "logs", "commands", id, "stdout"), "utf8")).toBe("kept\n");
    expect(existsSync(join(kept.archivePath ?? "", "host", "container.json"))).toBe(true);
    expectNothingLeft();
    await start();
    expect((await finish({ archive: "discard" })).archivePath).toBeUndefined();
    expect(archives()).toHaveLength(1);
    expectNothingLeft();
  });

  test("what a container planted is neither followed nor taken for the host's", async () => {
    const secret = join(place.workspace, "secret");
    writeFileSync(secret, "secret");
    mkdirSync(join(place.workspace, "outside"));
    writeFileSync(join(place.workspace, "outside", "canary"), "canary");
    for (const archive of ["tar", "keep"] as const) {
      await start();
      symlinkSync(secret, join(directory(), "logs", "link"));
      symlinkSync(join(place.workspace, "outside"), join(directory(), "logs", "linked"));
      execFileSync("mkfifo", [join(directory(), "logs", "fifo")]);
      if (archive === "tar") {
        mkdirSync(join(directory(), "host"));
        writeFileSync(join(directory(), "host", "results.json"), "forged");
      } else {
        symlinkSync(join(place.workspace, "outside"), join(directory(), "host"));
      }
      writeFileSync(join(directory(), "manifest.json"), "forged");
      const report = await finish({ archive });
      if (archive === "tar") {
        const entries = await entriesOf(report.archivePath ?? "");
        expect([...entries.values()].some(({ text }) => /forged|^secret/.test(text))).toBe(false);
        expect([...entries.keys()].filter((name) => name.includes("canary"))).toEqual([]);
      }
      expect(readdirSync(join(place.workspace, "outside"))).toEqual(["canary"]);
      expect(readFileSync(secret, "utf8")).toBe("secret");
      expectNothingLeft();
    }
  });

  test("where no archive can be written nothing is removed, and a later finish succeeds", async () => {
    await start();
    writeFileSync(join(place.path, "archive"), "in the way");
    await expect(finish()).rejects.toMatchObject({ code: "unsafe_file" });
    expect(existsSync(join(place.path, "demo.docker"))).toBe(true);
    rmSync(join(place.path, "archive"));
    expect((await finish()).archivePath).toBeDefined();
    expectNothingLeft();
  });

  test("of two finishes at the same time one does it, the other says so", async () => {
    await start();
    const results = await Promise.allSettled([finish(), finish(), finish()]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected")
        expect(["locked", "no_session"]).toContain((result.reason as { code: string }).code);
    }
    expectNothingLeft();
  });

  test("a directory without metadata is finished too, and no session at all is no_session", async () => {
    await expect(finish()).rejects.toMatchObject({ code: "no_session", hint: expect.any(String) });
    expect(existsSync(join(place.path, "docker"))).toBe(false);
    mkdirSync(join(directory(), "logs"), { recursive: true });
    writeFileSync(join(directory(), "logs", "agent.jsonl"), "{}\n");
    const report = await finish();
    expect((await entriesOf(report.archivePath ?? "")).get("logs/agent.jsonl")?.text).toBe("{}\n");
    for (const name of ["shared", "../x", ""])
      await expect(finishSession(place, name, { archive: "tar" })).rejects.toMatchObject({ code: "invalid_name" });
  });
});

const found = await testEngine();
const left = leavings(found);
afterAll(() => left.clean());

describe.skipIf(!found)("on an engine", { timeout: 40_000 }, () => {
  const engine = found as Engine;
  const image = `para-test-finish:p${process.pid}`;
  beforeAll(async () => {
    left.images.add(await makeImage(engine, "busybox", image));
  });
  const start = async (change: Partial<StartOptions> = {}): Promise<ContainerMetadata> => {
    const options: StartOptions = { name: "demo", image, network: "none", ...change };
    const metadata = await launch({ root, workspace: place.workspace, engine, options });
    left.containers.add(metadata.container_id);
    return metadata;
  };
  const expectNoContainer = async () =>
    expect(await listContainers(engine, sessionLabels(place.path, "demo"))).toEqual([]);

  test("the agent stops gracefully, and container, files and registry entry are gone", async () => {
    await start();
    const id = await run("echo in a container");
    const report = await finish({ engine });
    expect(stepsOf(report.steps)).toEqual(ALL);
    expect(report).toMatchObject({ finalStatus: { status: "stopped" }, exit: { exitCode: 0 } });
    expect((await entriesOf(report.archivePath ?? "")).get(`logs/commands/${id}/stdout`)?.text).toBe(
      "in a container\n",
    );
    expectNothingLeft();
    await expectNoContainer();
  });

  test("a container that died, was killed, or was removed behind our back is finished all the same", async () => {
    for (const end of [killContainer, removeContainer]) {
      const metadata = await start();
      await end(engine, metadata.container_id);
      const report = await finish({ engine });
      expect(report.steps.find((step) => step.name === "shutdown")?.note).toBe("nothing runs any more");
      expect(report.steps.every((step) => step.ok)).toBe(true);
      if (end === killContainer) expect(report.exit).toMatchObject({ exitCode: 137 });
      expectNothingLeft();
      await expectNoContainer();
    }
  });

  test("a paused container is stopped as it is", async () => {
    const metadata = await start();
    await engine.call({ method: "POST", path: `/containers/${metadata.container_id}/pause` });
    const report = await finish({ engine, stopGraceSeconds: 8 });
    expect(report.steps.find((step) => step.name === "shutdown")?.note).toContain("paused");
    expect(report.finalStatus).toMatchObject({ status: "stopped" });
    expectNothingLeft();
    await expectNoContainer();
  });

  test("a start that was cut short is finished by the container's name", async () => {
    const metadata = await start();
    const { started_at: _, mounts: __, ...planned } = metadata;
    writeMetadata(root, { ...planned, container_id: containerName(place.path, "demo") });
    await finish({ engine });
    expectNothingLeft();
    await expectNoContainer();
  });

  test("a session whose metadata are gone takes its container with it, and nobody else's", async () => {
    const metadata = await start();
    rmSync(join(place.path, "demo.docker"));
    await finish({ engine });
    expect(await inspectContainer(engine, metadata.container_id)).toBeUndefined();
    expectNothingLeft();
  });

  test("an engine that goes away in the middle is no_engine, and the finish goes on when it is back", async () => {
    await start();
    let calls = 0;
    const flaky: Engine = {
      ...engine,
      call: (request) => {
        calls += 1;
        if (calls > 2) return Promise.reject(Object.assign(new Error(), { code: "no_engine" }));
        return engine.call(request);
      },
    };
    await expect(finish({ engine: flaky })).rejects.toMatchObject({ code: "no_engine" });
    expect(existsSync(directory())).toBe(true);
    await finish({ engine });
    expectNothingLeft();
    await expectNoContainer();
  });
});
