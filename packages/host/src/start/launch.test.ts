// A session comes up whole or not at all, and its container can reach nothing of the state root but its own directory.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { leavings, testEngine } from "../../test/engine.js";
import { smallAgent } from "../../test/small-agent.js";
import { temporaryDirectory } from "../../test/support.js";
import { closeDirectory, type Directory, openAnchor } from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import { inspectContainer, listContainers, removeContainer } from "../engine/containers.js";
import { makeImage } from "../engine/images.js";
import { metadataOf } from "../metadata.js";
import type { StartOptions } from "../options/start-options.js";
import { containerName, sessionLabels } from "../runtime/container-spec.js";
import { removeSessionFiles } from "../runtime/remove-session.js";
import { dockerRuntime } from "../runtime/runtime-docker.js";
import { localRuntime } from "../runtime/runtime-local.js";
import { launch } from "./launch.js";

const found = await testEngine();
const image = `para-test-launch:p${process.pid}`;
const left = leavings(found);
beforeAll(async () => {
  if (found) left.images.add(await makeImage(found, "busybox", image));
}, 30_000);
afterAll(() => left.clean());

interface Place {
  base: string;
  workspace: string;
  root: Directory;
  agentDirectory: string;
}
let place: Place;
const opened: Directory[] = [];
afterEach(() => {
  for (const directory of opened.splice(0)) closeDirectory(directory);
});

function makePlace(): Place {
  const base = temporaryDirectory();
  const workspace = join(base, "work");
  mkdirSync(join(workspace, ".para", "state"), { recursive: true });
  const root = openAnchor(join(workspace, ".para", "state"));
  opened.push(root);
  return { base, workspace, root, agentDirectory: smallAgent(base) };
}

/** Everything below the state root but the places of all sessions. */
function leftOf(session: string): string[] {
  return readdirSync(place.root.path, { recursive: true })
    .map(String)
    .filter((name) => name.includes(session));
}

describe.skipIf(!found)("on an engine", { timeout: 30_000 }, () => {
  const engine = found as Engine;
  const start = async (change: Partial<StartOptions> = {}) => {
    const { root, workspace, agentDirectory } = place;
    const options: StartOptions = {
      name: "demo",
      image,
      network: "none",
      agentDirectory,
      timeoutMs: 15_000,
      ...change,
    };
    const metadata = await launch({ root, workspace, options, engine });
    left.containers.add(metadata.container_id);
    return metadata;
  };
  const end = async (metadata: { container_id: string; session_name: string }) => {
    await removeContainer(engine, metadata.container_id);
    expect(await removeSessionFiles(place.root, metadata.session_name)).toEqual([]);
  };
  const nothingLeft = async () => {
    expect(leftOf("demo")).toEqual([]);
    expect(await listContainers(engine, sessionLabels(place.root.path, "demo"))).toEqual([]);
  };

  test("the container is closed but for what it needs", async () => {
    place = makePlace();
    const script =
      "id; cat /proc/1/comm; grep -E 'CapEff|NoNewPrivs' /proc/self/status; echo $PARA_SESSION_NAME:$A; pwd; ls -A /para/status /para/shared";
    const metadata = await start({
      command: ["sh", "-c", script],
      env: { A: "a b" },
      labels: { team: "a" },
      memory: 67_108_864,
      pids: 50,
    });
    expect(metadata).toMatchObject({
      runtime: "docker",
      agent: "sh",
      image,
      workspace: place.workspace,
      labels: { team: "a" },
    });
    expect(metadataOf(place.root, "demo")).toEqual(metadata);
    const said = readFileSync(join(place.root.path, "docker", "demo", "said"), "utf8");
    expect(said).toContain(`uid=${process.getuid?.()}`);
    expect(said).toMatch(/docker-init|tini|podman-init|catatonit/);
    expect(said).toMatch(/CapEff:\s*0{16}/);
    expect(said).toMatch(/NoNewPrivs:\s*1/);
    expect(said).toContain("demo:a b\n/workspace\n");
    const answer = await engine.call({ method: "GET", path: `/containers/${metadata.container_id}/json` });
    expect(answer.body).toMatchObject({
      Name: `/${containerName(place.root.path, "demo")}`,
      HostConfig: { Memory: 67_108_864, PidsLimit: 50, NetworkMode: "none", Privileged: false },
      Config: { Labels: { team: "a", "para.session": "demo", "para.state-root": place.root.path } },
    });
    expect(await dockerRuntime(engine, place.root.path).state(metadata)).toMatchObject({
      status: "running",
      alive: true,
    });
    await end(metadata);
    await nothingLeft();
  });

  test("attacks on the mount layout change nothing on the host", async () => {
    place = makePlace();
    const docker = join(place.root.path, "docker");
    mkdirSync(join(docker, "other"), { recursive: true });
    mkdirSync(join(docker, "shared"));
    writeFileSync(join(docker, "other", "status.json"), "other's");
    writeFileSync(join(docker, "shared", "registry.json"), "registry");
    writeFileSync(join(place.root.path, "other.docker"), "metadata");
    const attacks = [
      "echo x > /para/shared/registry.json",
      "rm -f /para/shared/registry.json",
      "mv /para/shared/registry.json /para/shared/r2",
      "chmod 777 /para/shared",
      "echo x > /workspace/.para/state/docker/shared/registry.json",
      "echo x > /workspace/.para/state/docker/other/status.json",
      "cat /workspace/.para/state/docker/other/status.json",
      "cat /workspace/.para/state/other.docker",
      "mv /workspace/.para /workspace/para2",
      "mv /workspace/.para/state /workspace/state2",
      "mv /workspace/.para/state /workspace/.para/state2 && ln -s /etc /workspace/.para/state",
      "rm -rf /workspace/.para",
      "rmdir /workspace/.para",
      "umount /workspace/.para",
      "umount /para/shared",
      "mount -o remount,rw /para/shared",
      "mkdir -p /workspace/.para/state/docker && ln -s /etc /workspace/.para/state/docker/next",
      "ln -s /etc /workspace/.para/docker.json",
      "chmod 000 /workspace/.para",
      "echo x > /para/agent/para-agent.sh",
      "mv /para/status /para/status2",
      "mv /workspace /workspace2",
    ];
    const script = `exec > /workspace/said 2>&1\n${attacks.map((attack) => `( ${attack} )`).join("\n")}\necho done`;
    const metadata = await start({ command: ["sh", "-c", script] });
    const said = readFileSync(join(place.workspace, "said"), "utf8");
    expect(said).toContain("done");
    expect(readFileSync(join(docker, "shared", "registry.json"), "utf8")).toBe("registry");
    expect(readFileSync(join(docker, "other", "status.json"), "utf8")).toBe("other's");
    expect(readFileSync(join(place.root.path, "other.docker"), "utf8")).toBe("metadata");
    // What it could move out of the mask is a copy of its own files.
    expect(readdirSync(place.workspace).sort()).toEqual([".para", "said", "state2"]);
    expect(readdirSync(join(place.workspace, ".para"))).toEqual(["state"]);
    expect(readdirSync(docker).sort()).toEqual(["demo", "other", "shared"]);
    expect(readdirSync(join(docker, "shared"))).toEqual(["registry.json"]);
    expect(said).not.toContain("other's");
    expect(said).not.toContain("metadata");
    await end(metadata);
  });

  test("the script path of the seed is the session's directory", async () => {
    place = makePlace();
    const script =
      "echo seed > /workspace/.para/state/docker/demo/from-seed; ls /workspace/.para/state/docker; touch /workspace/file";
    const metadata = await start({ command: ["sh", "-c", script] });
    expect(readFileSync(join(place.root.path, "docker", "demo", "from-seed"), "utf8")).toBe("seed\n");
    expect(readFileSync(join(place.root.path, "docker", "demo", "said"), "utf8")).toBe("demo\n");
    expect(existsSync(join(place.workspace, "file"))).toBe(true);
    await end(metadata);
  });

  test("a mount of the user's that contains the state root shows it masked, also read-only", async () => {
    place = makePlace();
    const script = "ls -A /up /up/work; ls -A /up/work/.para 2>&1; cat /up/work/.para/state/demo.docker";
    const mounts = [{ source: place.base, target: "/up", read_only: true }];
    const metadata = await start({ command: ["sh", "-c", script], mounts });
    const said = readFileSync(join(place.root.path, "docker", "demo", "said"), "utf8");
    expect(said).toContain("agent\n");
    expect(said).not.toContain("container_id");
    await end(metadata);
  });

  test("ports are published on 127.0.0.1 alone, as the engine mapped them", async () => {
    place = makePlace();
    const metadata = await start({ network: "bridge", ports: { "3000": "0", "53/udp": "0" } });
    expect(metadata.ports).toMatchObject({
      "3000": expect.stringMatching(/^\d+$/),
      "53/udp": expect.stringMatching(/^\d+$/),
    });
    const answer = await engine.call({ method: "GET", path: `/containers/${metadata.container_id}/json` });
    expect(answer.body).toMatchObject({ NetworkSettings: { Ports: { "3000/tcp": [{ HostIp: "127.0.0.1" }] } } });
    await end(metadata);
  });

  test("a second session of the name is session_exists, and the first is left alone", async () => {
    place = makePlace();
    const metadata = await start();
    await expect(start()).rejects.toMatchObject({ code: "session_exists" });
    expect(metadataOf(place.root, "demo")).toEqual(metadata);
    expect((await inspectContainer(engine, metadata.container_id))?.status).toBe("running");
    await end(metadata);
  });

  test("of eight starts of one name at the same time one succeeds", async () => {
    place = makePlace();
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => start()));
    const codes = results.map((result) =>
      result.status === "fulfilled" ? "started" : (result.reason as { code: string }).code,
    );
    expect(codes.sort()).toEqual([...Array(7).fill("session_exists"), "started"]);
    const metadata = metadataOf(place.root, "demo");
    if (!metadata) throw new Error("no metadata");
    expect((await inspectContainer(engine, metadata.container_id))?.status).toBe("running");
    await end(metadata);
  });

  describe("nothing is left", () => {
    const fails = async (change: Partial<StartOptions>, expected: object) => {
      await expect(start(change)).rejects.toMatchObject(expected);
      await nothingLeft();
    };

    test("where there is no such image", async () => {
      place = makePlace();
      await fails({ image: "para-test-absent:1" }, { code: "no_image", hint: expect.stringContaining("--image") });
    });

    test("where the agent ends before its first status; its last words are told", async () => {
      place = makePlace();
      const agentDirectory = smallAgent(place.base, "printf 'no awk \\033[31mhere\\n' >&2; exit 3\n");
      await fails(
        { agentDirectory },
        {
          code: "container_died",
          message: expect.stringContaining("exit code 3"),
          hint: expect.stringMatching(/no awk .*here$/),
        },
      );
    });

    test("where the image has no node for the Node agent", async () => {
      place = makePlace();
      const { agentDirectory } = await import("@para-docker/agent-node/path");
      await fails(
        { agent: "node", agentDirectory },
        { code: "agent_absent", hint: expect.stringContaining("--agent") },
      );
      await fails({ agent: "node", agentDirectory, noInit: true }, { code: "agent_absent" });
    });

    test("where the agent writes no status in time; what it wrote instead is told", async () => {
      place = makePlace();
      const silent = smallAgent(place.base, "echo nonsense > /para/status/status.json; exec sleep 60\n");
      await fails(
        { agentDirectory: silent, timeoutMs: 600 },
        { code: "start_timeout", message: expect.stringContaining("invalid_json") },
      );
    });

    test("where a port is taken", async () => {
      place = makePlace();
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const { port } = server.address() as { port: number };
      const message = `The port 127.0.0.1:${port} is taken.`;
      await fails({ network: "bridge", ports: { "3000": String(port) } }, { code: "port_taken", message });
      server.close();
    });

    test("where a mount is refused, or a source is a planted link", async () => {
      place = makePlace();
      await fails({ mounts: [{ source: place.root.path, target: "/x", read_only: true }] }, { code: "mount_refused" });
      symlinkSync("/etc", join(place.workspace, "planted"));
      await fails(
        { mounts: [{ source: join(place.workspace, "planted"), target: "/x", read_only: true }] },
        { code: "mount_refused" },
      );
    });

    test("where the engine leaves out the mask, and that can be seen from here", async () => {
      place = makePlace();
      const careless: Engine = {
        ...engine,
        call: (request) => {
          const spec = request.json as { HostConfig?: { Tmpfs?: object } } | undefined;
          if (spec?.HostConfig) spec.HostConfig.Tmpfs = {};
          return engine.call(request);
        },
      };
      const { root, workspace, agentDirectory } = place;
      const options: StartOptions = { name: "demo", image, network: "none", agentDirectory };
      await expect(launch({ root, workspace, options, engine: careless })).rejects.toMatchObject({
        code: "mount_refused",
        message: expect.stringContaining("did not mask"),
      });
      await nothingLeft();
    });

    test("where the caller gives up", async () => {
      place = makePlace();
      const silent = smallAgent(place.base, "exec sleep 60\n");
      const signal = AbortSignal.timeout(500);
      await expect(start({ agentDirectory: silent, signal })).rejects.toMatchObject({ name: "TimeoutError" });
      await nothingLeft();
    });

    test("where the agent is not installed", async () => {
      place = makePlace();
      await fails({ agentDirectory: join(place.base, "nowhere") }, { code: "agent_absent" });
    });
  });

  test("an engine without an init runs the session without one, and says so", async () => {
    place = makePlace();
    const steps: string[] = [];
    const lacking: Engine = {
      ...engine,
      call: async (request) => {
        const answer = await engine.call(request);
        const body = request.json as { HostConfig?: { Init?: boolean } } | undefined;
        if (body?.HostConfig) lackingInit = body.HostConfig.Init === true;
        if (request.path.endsWith("/start") && lackingInit) {
          return {
            status: 500,
            headers: {},
            body: { message: 'exec: "docker-init": executable file not found in $PATH' },
          };
        }
        return answer;
      },
    };
    let lackingInit = false;
    const { root, workspace, agentDirectory } = place;
    const options: StartOptions = {
      name: "demo",
      image,
      network: "none",
      agentDirectory,
      onStep: (step) => steps.push(step),
    };
    const metadata = await launch({ root, workspace, options, engine: lacking });
    left.containers.add(metadata.container_id);
    expect(steps.join("\n")).toContain("no init");
    expect(await listContainers(engine, sessionLabels(root.path, "demo"))).toHaveLength(1);
    await end(metadata);
  });
});

describe("on the local runtime", () => {
  const start = (change: Partial<StartOptions> = {}) => {
    const { root, workspace, agentDirectory } = place;
    const options: StartOptions = { name: "demo", runtime: "local", agentDirectory, timeoutMs: 5_000, ...change };
    return launch({ root, workspace, options, engine: undefined });
  };

  test("the agent runs as a process of its own, known by more than its pid, and stops on TERM", async () => {
    place = makePlace();
    const script = "echo $PARA_SESSION_NAME $PARA_WORKSPACE $A; pwd";
    const metadata = await start({ command: ["sh", "-c", script], env: { A: "x" } });
    const runtime = localRuntime(place.root);
    expect(metadata).toMatchObject({
      runtime: "local",
      container_id: `local-${metadata.process?.pid}`,
      process: { start_time: expect.any(String) },
    });
    expect(await runtime.state(metadata)).toMatchObject({ status: "running", alive: true });
    const directory = join(place.root.path, "docker", "demo");
    expect(readFileSync(join(directory, "said"), "utf8")).toBe(`demo ${place.workspace} x\n${place.workspace}\n`);
    await runtime.stop(metadata, 5);
    expect(await runtime.state(metadata)).toMatchObject({ status: "exited", alive: false });
    expect(readFileSync(join(directory, "status.json"), "utf8")).toContain("stopped");
    await removeSessionFiles(place.root, "demo");
    expect(leftOf("demo")).toEqual([]);
  });

  test("an agent that ignores TERM, and what escaped from it, is killed", async () => {
    place = makePlace();
    const stubborn = smallAgent(
      place.base,
      `trap '' TERM; setsid sleep 300 & printf '{"timestamp":"2026-01-01T00:00:00Z","status":"running"}' > "$PARA_STATUS_DIR/status.json"; while :; do sleep 1; done\n`,
    );
    const metadata = await start({ agentDirectory: stubborn });
    const runtime = localRuntime(place.root);
    await runtime.stop(metadata, 0.2);
    expect(await runtime.state(metadata)).toMatchObject({ alive: false });
    const { markedProcesses } = await import("../runtime/process-sweep.js");
    expect(markedProcesses(`PARA_STATUS_DIR=${join(place.root.path, "docker", "demo")}`)).toEqual([]);
  });

  test("a process that has the agent's pid by now is never signalled", async () => {
    place = makePlace();
    const metadata = await start();
    const runtime = localRuntime(place.root);
    const reused = { ...metadata, process: { ...metadata.process, pid: process.pid } } as typeof metadata;
    expect(await runtime.state(reused)).toMatchObject({ alive: false });
    await runtime.stop(metadata, 5);
    await runtime.stop(reused, 0);
  });

  test("an agent that dies leaves nothing, and its last words are told", async () => {
    place = makePlace();
    const agentDirectory = smallAgent(place.base, "echo broken >&2; exit 3\n");
    await expect(start({ agentDirectory })).rejects.toMatchObject({
      code: "container_died",
      hint: expect.stringContaining("broken"),
    });
    expect(leftOf("demo")).toEqual([]);
    rmSync(place.base, { recursive: true, force: true });
  });
});
