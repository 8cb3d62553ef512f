// Secrets in environments: a start's stay with the engine, a command's in the queue until it has ended; nothing of the workspace is run.
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { leavings, testEngine } from "../test/engine.js";
import { temporaryDirectory } from "../test/support.js";
import type { Engine } from "./engine/connect.js";
import { makeImage } from "./engine/images.js";
import { finishSession } from "./finish/finish.js";
import type { CommandHandle } from "./queue/command-handle.js";
import type { Session } from "./sessions/session.js";
import { startSession } from "./start/start.js";
import { findStateRoot, type StateRoot } from "./state-root.js";

const found = await testEngine();
const left = leavings(found);
afterAll(() => left.clean());

const STARTED = "started-with-4711";
const GIVEN = "given-with-4712";

/** Files below `place` that hold `text`, also in what they have packed. */
function holders(place: string, text: string): string[] {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  const contents = (path: string) => (path.endsWith(".gz") ? gunzipSync(readFileSync(path)) : readFileSync(path));
  return paths.filter((path) => contents(path).includes(text)).map((path) => path.slice(place.length + 1));
}

/** Whether the arguments of any process of this machine, those in containers too, hold `text`. */
function isInArguments(text: string): boolean {
  return readdirSync("/proc").some((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(text);
    } catch {
      return false;
    }
  });
}

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe.skipIf(!found)("on an engine", { timeout: 90_000 }, () => {
  const engine = found as Engine;
  const image = `para-test-secrets:p${process.pid}`;
  beforeAll(async () => {
    left.images.add(await makeImage(engine, "busybox", image));
  });
  afterEach(() => vi.unstubAllEnvs());

  const start = async (place: StateRoot, env: Record<string, string> = {}): Promise<Session> => {
    const session = await startSession(place, { name: "demo", image, engine, network: "none", env, timeoutMs: 30_000 });
    left.containers.add(session.metadata?.container_id ?? "");
    return session;
  };
  const output = async (handle: CommandHandle, follow = true): Promise<string> => {
    let text = "";
    for await (const chunk of handle.output("stdout", { follow })) text += Buffer.from(chunk.bytes).toString();
    return text;
  };

  test("a value reaches the command, and never a file, a log, an archive, an error or the arguments of a process", async () => {
    const place = await findStateRoot({ cwd: temporaryDirectory(), create: true });
    const session = await start(place, { TOKEN: STARTED });

    const named = await session.enqueue({ type: "exec", command: "echo ${#TOKEN}", env_from: ["TOKEN"] });
    expect(await named.result()).toMatchObject({ state: "succeeded" });
    expect(await output(named)).toBe(`${STARTED.length}\n`);
    expect(holders(place.path, STARTED)).toEqual([]);

    const given = { type: "exec", command: "echo ${#TOKEN}; sleep 3", env: { TOKEN: GIVEN }, id: "given" } as const;
    const running = await session.enqueue(given);
    await vi.waitUntil(async () => (await output(running, false)) !== "", { timeout: 20_000 });
    expect(holders(place.path, GIVEN).sort()).toEqual(["docker/.host/demo/ledger.jsonl", "docker/demo/commands.json"]);
    const modes = ["docker/.host/demo/ledger.jsonl", "docker/.host/demo", "docker/demo/commands.json"];
    expect(modes.map((path) => mode(join(place.path, path)))).toEqual(["600", "700", "640"]);
    expect([isInArguments(GIVEN), isInArguments(STARTED)]).toEqual([false, false]);

    const errors = [
      session.enqueue({ ...given, command: "echo other" }),
      session.enqueue({ ...given, id: "bad", env: { "NO NAME": GIVEN } }),
      session.enqueue({ ...given, id: "bad", env: { TOKEN: `${GIVEN}\0` } }),
    ];
    for (const asked of errors) {
      const error: unknown = await asked.catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Error);
      expect(JSON.stringify(error) + String(error)).not.toContain(GIVEN);
    }

    expect(await running.result()).toMatchObject({ state: "succeeded" });
    await vi.waitFor(async () => {
      await session.view();
      expect(holders(join(place.path, "docker/demo"), GIVEN)).toEqual([]);
    });
    await session.close();
    const report = await finishSession(place, "demo", { archive: "tar", engine, stopGraceSeconds: 2 });
    expect(holders(place.path, "given")).toEqual([report.archivePath?.slice(place.path.length + 1)]);
    expect([...holders(place.path, GIVEN), ...holders(place.path, STARTED)]).toEqual([]);
  });

  test("nothing that git would run for a workspace is run: the host calls no git", async () => {
    const workspace = temporaryDirectory();
    const marks = join(workspace, "marks");
    const tools = temporaryDirectory();
    mkdirSync(marks);
    mkdirSync(join(workspace, ".git", "hooks"), { recursive: true });
    const marking = (path: string) => {
      writeFileSync(path, `#!/bin/sh\n: >"${marks}/$(basename "$0")"\n`);
      chmodSync(path, 0o755);
    };
    for (const hook of ["post-checkout", "pre-commit", "reference-transaction"])
      marking(join(workspace, ".git/hooks", hook));
    marking(join(workspace, "fsmonitor"));
    marking(join(tools, "git"));
    writeFileSync(join(workspace, ".git/HEAD"), "ref: refs/heads/main\n");
    writeFileSync(
      join(workspace, ".git/config"),
      `[core]\n\tfsmonitor = ${workspace}/fsmonitor\n\thooksPath = .git/hooks\n`,
    );
    vi.stubEnv("PATH", `${tools}:${process.env.PATH}`);

    const place = await findStateRoot({ cwd: workspace, create: true });
    const session = await start(place);
    expect(await (await session.enqueue({ type: "exec", command: "true" })).result()).toMatchObject({
      state: "succeeded",
    });
    await session.view();
    await session.close();
    await finishSession(place, "demo", { archive: "tar", engine, stopGraceSeconds: 2 });
    expect(readdirSync(marks)).toEqual([]);
  });
});
