// The registry says what the engine and the machine say, never what stood in it before.
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ContainerMetadata, parseRegistry } from "@para-docker/protocol";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { leavings, testEngine } from "../../test/engine.js";
import { temporaryDirectory } from "../../test/support.js";
import { closeDirectory, type Directory, openAnchor } from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import { createContainer, removeContainer, startContainer, stopContainer } from "../engine/containers.js";
import { makeImage } from "../engine/images.js";
import { HostError } from "../errors.js";
import { removeMetadata, writeMetadata } from "../metadata.js";
import { identityOf } from "../process-identity.js";
import { sessionLabels } from "../runtime/container-spec.js";
import { engineSource } from "./engine-source.js";
import { HEALTH_LABEL, refreshRegistry } from "./registry.js";
import { registryKeeper } from "./registry-watch.js";

let root: Directory;
beforeEach(() => {
  root = openAnchor(temporaryDirectory());
});
afterEach(() => closeDirectory(root));

const file = () => join(root.path, "docker", "shared", "registry.json");
const published = () => {
  const parsed = parseRegistry(readFileSync(file()));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};
const metadata = (change: Partial<ContainerMetadata>): ContainerMetadata => ({
  session_name: "demo",
  runtime: "local",
  agent: "sh",
  container_id: "local-1",
  workspace: "/w",
  created_at: "2026-01-01T00:00:00Z",
  ...change,
});

describe("without an engine", () => {
  test("local sessions stand there as they are, containers as unknown", async () => {
    const process = identityOf(globalThis.process.pid);
    writeMetadata(
      root,
      metadata({ session_name: "lives", ...(process && { process }), started_at: "2026-01-01T00:00:02Z" }),
    );
    writeMetadata(root, metadata({ session_name: "died", process: { pid: 1, start_time: "1", machine_boot_id: "x" } }));
    writeMetadata(
      root,
      metadata({
        session_name: "away",
        runtime: "docker",
        container_id: "abc",
        image: "x",
        ports: { "3000": "3001" },
        labels: { [HEALTH_LABEL]: "http://localhost:3000/health" },
        started_at: "2026-01-01T00:00:01Z",
      }),
    );
    await refreshRegistry(root, undefined);
    expect(published().containers).toEqual([
      { session_name: "died", container_id: "local-1", status: "exited" },
      {
        session_name: "away",
        container_id: "abc",
        status: "unknown",
        started_at: "2026-01-01T00:00:01Z",
        host_port_mappings: { "3000": "3001" },
        health_endpoint: "http://localhost:3000/health",
        image: "x",
      },
      { session_name: "lives", container_id: "local-1", status: "running", started_at: "2026-01-01T00:00:02Z" },
    ]);
  });

  test("metadata that are not valid, of another name, or linked, are left out", async () => {
    writeFileSync(join(root.path, "bad.docker"), "{");
    writeFileSync(join(root.path, "claims.docker"), JSON.stringify(metadata({ session_name: "other" })));
    writeFileSync(join(root.path, "..docker"), "{}");
    symlinkSync("/etc/passwd", join(root.path, "linked.docker"));
    mkdirSync(join(root.path, "folder.docker"));
    expect((await refreshRegistry(root, undefined)).containers).toEqual([]);
  });

  test("where there has been no session nothing is made", async () => {
    expect((await refreshRegistry(root, undefined)).containers).toEqual([]);
    expect(readdirSync(root.path)).toEqual([]);
  });

  test("what somebody wrote into it is gone, and an unchanged one is not written again at once", async () => {
    writeMetadata(root, metadata({}));
    await refreshRegistry(root, undefined);
    const first = readFileSync(file(), "utf8");
    await refreshRegistry(root, undefined);
    expect(readFileSync(file(), "utf8")).toBe(first);
    writeFileSync(
      file(),
      JSON.stringify({
        containers: [{ session_name: "forged", container_id: "x", status: "running" }],
        last_updated: new Date().toISOString(),
      }),
    );
    removeMetadata(root, "demo");
    await refreshRegistry(root, undefined);
    expect(published().containers).toEqual([]);
  });

  test("what a killed host left of writing it is gone after the next, and of a session's metadata when these go", async () => {
    writeMetadata(root, metadata({}));
    await refreshRegistry(root, undefined);
    const others = [".registry.json.0011", ".other.docker.0123456789abcdef"];
    for (const path of [`.registry.json.0123456789abcdef`, others[0] ?? ""])
      writeFileSync(join(root.path, "docker", "shared", path), "{");
    for (const path of [".demo.docker.0123456789abcdef", others[1] ?? ""]) writeFileSync(join(root.path, path), "{");
    await refreshRegistry(root, undefined);
    removeMetadata(root, "demo");
    expect(readdirSync(join(root.path, "docker", "shared")).sort()).toEqual([others[0], "registry.json"]);
    expect(readdirSync(root.path).sort()).toEqual([others[1], "docker"]);
  });

  test("twenty at the same time leave a whole one", async () => {
    writeMetadata(root, metadata({}));
    await Promise.all(Array.from({ length: 20 }, () => refreshRegistry(root, undefined)));
    expect(published().containers).toHaveLength(1);
  });
});

const found = await testEngine();
const left = leavings(found);
afterAll(() => left.clean());

describe.skipIf(!found)("with an engine", { timeout: 30_000 }, () => {
  const engine = found as Engine;
  const image = `para-test-registry:p${process.pid}`;
  beforeAll(async () => {
    left.images.add(await makeImage(engine, "busybox", image));
  });
  const make = async (name: string, stateRoot: string, session: string) => {
    const id = await createContainer(engine, `para-test-${name}-${process.pid}`, {
      Image: image,
      Entrypoint: ["sleep", "60"],
      Cmd: [],
      Env: [],
      Labels: sessionLabels(stateRoot, session),
      HostConfig: { NetworkMode: "none" },
    });
    left.containers.add(id);
    return id;
  };

  test("containers stand there with the engine's word; removed ones and other state roots' do not", async () => {
    const ours = await make("ours", root.path, "demo");
    const theirs = await make("theirs", "/another/root", "theirs");
    await startContainer(engine, ours);
    writeMetadata(root, metadata({ runtime: "docker", container_id: ours }));
    writeMetadata(root, metadata({ runtime: "docker", session_name: "theirs", container_id: theirs }));
    expect((await refreshRegistry(root, engine)).containers).toEqual([
      { session_name: "demo", container_id: ours, status: "running" },
    ]);
    await stopContainer(engine, ours, 0);
    expect((await refreshRegistry(root, engine)).containers).toMatchObject([{ status: "exited" }]);
    await removeContainer(engine, ours);
    expect((await refreshRegistry(root, engine)).containers).toEqual([]);
    expect(published().containers).toEqual([]);
  });

  test("it is kept true as things happen, also while the engine is away", async () => {
    let away = false;
    const flaky: Engine = {
      ...engine,
      call: (request) => (away ? Promise.reject(new HostError("no_engine", "gone")) : engine.call(request)),
    };
    const id = await make("watched", root.path, "watched");
    writeMetadata(root, metadata({ runtime: "docker", session_name: "watched", container_id: id }));
    const keeper = registryKeeper(root, engineSource(flaky));
    const shows = (status: string | undefined) =>
      vi.waitFor(() => expect(published().containers[0]?.status).toBe(status), { timeout: 8_000, interval: 20 });
    await shows("created");
    await startContainer(engine, id);
    await shows("running");
    away = true;
    // The event comes through, and nobody can be asked.
    await stopContainer(engine, id, 0);
    await shows("unknown");
    away = false;
    await removeContainer(engine, id);
    await shows(undefined);
    await keeper.close();
  });
});
