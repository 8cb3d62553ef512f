// A session from start to finish as a program sees it, on this machine and on an engine.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ContainerRegistry } from "@para-docker/protocol";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { leavings, testEngine } from "../../test/engine.js";
import { temporaryDirectory } from "../../test/support.js";
import type { Engine } from "../engine/connect.js";
import {
  createContainer,
  inspectContainer,
  killContainer,
  listContainers,
  removeContainer,
  startContainer,
} from "../engine/containers.js";
import { makeImage } from "../engine/images.js";
import { HostError } from "../errors.js";
import { finishSession } from "../finish/finish.js";
import type { FinishReport } from "../finish/finish-report.js";
import type { StartOptions } from "../options/start-options.js";
import { findAgentDirectory } from "../runtime/agent-directory.js";
import { agentCommand, rootLabels } from "../runtime/container-spec.js";
import { openSession, type Session } from "../sessions/session.js";
import { findStateRoot, type StateRoot } from "../state-root.js";
import { attachSession, startSession } from "./start.js";

let place: StateRoot;
beforeEach(async () => {
  place = await findStateRoot({ cwd: temporaryDirectory(), create: true });
});

const settings = (value: unknown) =>
  writeFileSync(join(place.workspace, ".para", "docker.json"), JSON.stringify(value));
const finish = (engine?: Engine): Promise<FinishReport> =>
  finishSession(place, "demo", { archive: "discard", timeoutSeconds: 5, ...(engine && { engine }) });
const registry = () =>
  JSON.parse(readFileSync(join(place.path, "docker", "shared", "registry.json"), "utf8")) as ContainerRegistry;
const leftOf = (session: string) =>
  readdirSync(place.path, { recursive: true }).filter((name) => String(name).includes(session));

/** Runs a command line and gives what it wrote, and its exit code. */
async function run(
  session: Session,
  command: string,
): Promise<{ code: number | undefined; stdout: string; stderr: string }> {
  const handle = await session.enqueue({ type: "exec", command });
  const collect = async (stream: "stdout" | "stderr") => {
    const chunks: Uint8Array[] = [];
    for await (const { bytes } of handle.output(stream)) chunks.push(bytes);
    return Buffer.concat(chunks).toString();
  };
  const [result, stdout, stderr] = await Promise.all([handle.result(), collect("stdout"), collect("stderr")]);
  return { code: result.exit_code, stdout, stderr };
}

describe("on the local runtime", { timeout: 30_000 }, () => {
  const start = (change: Partial<StartOptions> = {}) =>
    startSession(place, { name: "demo", runtime: "local", ...change });

  test("a session runs commands, stands in the registry, and is gone after its finish", async () => {
    const session = await start();
    expect(await run(session, "echo out; echo err >&2; exit 7")).toEqual({ code: 7, stdout: "out\n", stderr: "err\n" });
    expect(await session.view()).toMatchObject({
      freshness: "fresh",
      engineState: "running",
      metadata: { runtime: "local" },
    });
    expect(registry().containers).toMatchObject([{ session_name: "demo", status: "running" }]);
    await session.close();
    await finish();
    expect(registry().containers).toEqual([]);
    await expect(openSession(place, "demo")).rejects.toMatchObject({ code: "no_session" });
  });

  test("the hooks of the settings run in the session, and one that fails at the start leaves nothing", async () => {
    settings({
      runtime: "local",
      env: { FROM: "settings" },
      hooks: { start: "echo $FROM >started", finish: "echo $FROM >finished" },
    });
    const session = await startSession(place, { name: "demo", env: { FROM: "flag" } });
    await session.close();
    expect(readFileSync(join(place.workspace, "started"), "utf8")).toBe("flag\n");
    expect((await finish()).steps[0]).toMatchObject({ name: "hook", ok: true });
    expect(readFileSync(join(place.workspace, "finished"), "utf8")).toBe("flag\n");
    settings({ runtime: "local", hooks: { start: "echo 'no \u001b[31mluck' >&2; exit 4" } });
    await expect(startSession(place, { name: "demo" })).rejects.toMatchObject({
      code: "hook_failed",
      message: expect.stringContaining("exit code 4"),
      hint: expect.stringMatching(/no luck$/),
    });
    expect(leftOf("demo")).toEqual([]);
    expect(registry().containers).toEqual([]);
  });

  test("a finish hook that fails is told, and holds nothing up", async () => {
    settings({ hooks: { finish: "exit 5" } });
    await (await start()).close();
    const report = await finish();
    expect(report.steps[0]).toMatchObject({ name: "hook", ok: false, note: expect.stringContaining("exit code 5") });
    expect(leftOf("demo")).toEqual([]);
  });

  test("the worktree that para recorded is the workspace", async () => {
    const worktree = join(place.workspace, ".para", "worktrees", "demo");
    mkdirSync(worktree, { recursive: true });
    const state = {
      name: "demo",
      branch: "b",
      worktree_path: worktree,
      created_at: "2026-01-01T00:00:00Z",
      status: "Active",
    };
    writeFileSync(join(place.path, "demo.state"), JSON.stringify(state));
    const session = await start();
    expect(await run(session, "pwd")).toMatchObject({ stdout: `${worktree}\n` });
    await session.close();
    await finish();
    expect(existsSync(join(place.path, "demo.state"))).toBe(true);
  });

  test("what is wrong is said in one line with what to do, and nothing is left", async () => {
    const fails = async (change: Partial<StartOptions>, code: string) => {
      const error = await start(change).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code, message: expect.not.stringContaining("\n"), hint: expect.any(String) });
      expect(readdirSync(place.path)).toEqual([]);
    };
    await fails({ name: "shared" }, "invalid_name");
    await fails({ name: "../x" }, "invalid_name");
    await fails({ runtime: "docker" }, "usage");
    await fails({ workspace: join(place.workspace, "nowhere") }, "usage");
    await fails({ agentDirectory: "/nowhere" }, "agent_absent");
    settings({ imgae: "x" });
    await fails({}, "invalid_settings");
  });
});

const found = await testEngine();
const left = leavings(found);
afterAll(() => left.clean());

describe.skipIf(!found)("on an engine", { timeout: 40_000 }, () => {
  const engine = found as Engine;
  const images = { sh: `para-test-start-debian:p${process.pid}`, node: `para-test-start-node:p${process.pid}` };
  beforeAll(async () => {
    left.images.add(await makeImage(engine, "debian", images.sh)).add(await makeImage(engine, "node", images.node));
  }, 60_000);
  const start = async (change: Partial<StartOptions> = {}) => {
    const session = await startSession(place, { name: "demo", image: images.sh, network: "none", engine, ...change });
    left.containers.add(session.metadata?.container_id ?? "");
    return session;
  };

  test.each(["sh", "node"] as const)(
    "the %s agent runs commands in a container, and its end passes the exit code",
    async (agent) => {
      const session = await start({ agent, image: images[agent], env: { A: "b c" } });
      expect(await run(session, 'echo "$A"; pwd; echo err >&2; exit 7')).toEqual({
        code: 7,
        stdout: "b c\n/workspace\n",
        stderr: "err\n",
      });
      expect(registry().containers).toMatchObject([{ session_name: "demo", status: "running", image: images[agent] }]);
      await session.close();
      expect((await finish(engine)).steps.filter((step) => !step.ok)).toEqual([]);
      expect(await inspectContainer(engine, session.metadata?.container_id ?? "")).toBeUndefined();
    },
  );

  test("paused, killed and removed are told apart", async () => {
    const session = await start();
    const id = session.metadata?.container_id ?? "";
    await engine.call({ method: "POST", path: `/containers/${id}/pause` });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await session.view()).toMatchObject({ engineState: "paused", freshness: "paused" });
    await engine.call({ method: "POST", path: `/containers/${id}/unpause` });
    await killContainer(engine, id);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await session.view()).toMatchObject({ engineState: "exited", freshness: "exited", exit: { code: 137 } });
    await removeContainer(engine, id);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await session.view()).toMatchObject({ engineState: "removed", freshness: "exited" });
    await session.close();
    await finish(engine);
  });

  test.each([1, 2, 3])(
    "an engine that goes away after %i requests of a start: what could not be taken back is named, and goes when it is back",
    async (answered) => {
      let calls = 0;
      const call: Engine["call"] = (request) => {
        calls += 1;
        return calls > answered ? Promise.reject(new HostError("no_engine", "gone")) : engine.call(request);
      };
      const error = await start({ engine: { ...engine, call } }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "no_engine", hint: expect.stringContaining("finish demo --discard") });
      await finishSession(place, "demo", { archive: "discard", engine, timeoutSeconds: 1, stopGraceSeconds: 1 });
      expect(leftOf("demo")).toEqual([]);
      expect(await listContainers(engine, rootLabels(place.path))).toEqual([]);
    },
  );

  test("a command that eats all memory ends alone, or with its container told as killed for want of memory", async () => {
    const session = await start({ memory: 32 * 1024 * 1024 });
    const { code } = await run(session, "tail -c 500000000 /dev/zero | wc -c; exit 9").catch(() => ({
      code: undefined,
    }));
    const view = await session.view();
    if (view.engineState === "running") expect(code).toBe(9);
    else expect(view.exit).toMatchObject({ oomKilled: true });
    await session.close();
    await finish(engine);
  });

  test("a container that somebody else made takes commands, is shut down, and stays theirs", async () => {
    const directory = join(place.path, "docker", "demo");
    mkdirSync(directory, { recursive: true });
    const agent = await findAgentDirectory("sh");
    const id = await createContainer(engine, `para-test-theirs-${process.pid}`, {
      Image: images.sh,
      Entrypoint: [...agentCommand("sh", "/para/agent"), "run"],
      Cmd: [],
      Env: ["PARA_SESSION_NAME=demo"],
      Labels: {},
      HostConfig: {
        NetworkMode: "none",
        Init: true,
        Mounts: [
          { Type: "bind", Source: directory, Target: "/para/status" },
          { Type: "bind", Source: agent, Target: "/para/agent", ReadOnly: true },
        ],
      },
    });
    left.containers.add(id);
    await startContainer(engine, id);
    const session = await attachSession(place, { name: "demo", container: id, engine });
    expect(await run(session, "echo attached")).toMatchObject({ stdout: "attached\n" });
    expect(await session.view()).toMatchObject({ engineState: "running", metadata: { agent: "other" } });
    await session.close();
    await finish(engine);
    expect(await inspectContainer(engine, id)).toMatchObject({ status: "exited", exitCode: 0 });
    expect(leftOf("demo")).toEqual([]);
  });
});
