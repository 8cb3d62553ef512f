// A container that somebody else made becomes a session's if it mounts its directory; it is looked at, never stopped or removed.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { leavings, testEngine } from "../../test/engine.js";
import { temporaryDirectory } from "../../test/support.js";
import { closeDirectory, type Directory, openAnchor } from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import { createContainer, inspectContainer, startContainer, stopContainer } from "../engine/containers.js";
import { makeImage } from "../engine/images.js";
import { metadataOf } from "../metadata.js";
import { dockerRuntime } from "../runtime/runtime-docker.js";
import { attachContainer } from "./attach.js";

const found = await testEngine();
const left = leavings(found);
afterAll(() => left.clean());

describe.skipIf(!found)("attaching", { timeout: 30_000 }, () => {
  const engine = found as Engine;
  const image = `para-test-attach:p${process.pid}`;
  let root: Directory;
  let count = 0;
  beforeAll(async () => {
    left.images.add(await makeImage(engine, "busybox", image));
  });
  beforeEach(() => {
    root = openAnchor(temporaryDirectory());
  });
  afterEach(() => closeDirectory(root));
  const make = async (source: string, running = true) => {
    const id = await createContainer(engine, `para-test-attach-${++count}-${process.pid}`, {
      Image: image,
      Entrypoint: ["sh", "-c", "trap 'exit 0' TERM; sleep 60 & wait"],
      Cmd: [],
      Env: [],
      Labels: {},
      HostConfig: { NetworkMode: "none", Mounts: [{ Type: "bind", Source: source, Target: "/para/status" }] },
    });
    left.containers.add(id);
    if (running) await startContainer(engine, id);
    return id;
  };
  const directory = (name: string) => {
    const path = join(root.path, "docker", name);
    mkdirSync(path, { recursive: true });
    return path;
  };

  test("a container with the session's directory is the session's, and stays whosoever it is", async () => {
    const id = await make(directory("demo"));
    const metadata = await attachContainer(root, { name: "demo", container: id.slice(0, 12), engine });
    expect(metadata).toMatchObject({ container_id: id, agent: "other", image });
    expect(metadataOf(root, "demo")).toEqual(metadata);
    const runtime = dockerRuntime(engine, root.path);
    expect(await runtime.state(metadata)).toMatchObject({ status: "running" });
    await expect(runtime.stop(metadata, 0)).rejects.toMatchObject({
      code: "usage",
      hint: expect.stringContaining("docker stop"),
    });
    await runtime.remove(metadata);
    expect((await inspectContainer(engine, id))?.status).toBe("running");
    await stopContainer(engine, id, 5);
    await runtime.stop(metadata, 0);
    expect(await runtime.state(metadata)).toMatchObject({ status: "exited", alive: false });
  });

  test("one that mounts another directory, does not run, or is not there is refused", async () => {
    directory("demo");
    const other = await make(directory("other"));
    const stopped = await make(directory("demo"), false);
    const refused = (container: string, name = "demo") =>
      expect(attachContainer(root, { name, container, engine })).rejects.toMatchObject({
        code: expect.stringMatching(/usage|invalid_name/),
        hint: expect.any(String),
      });
    await refused(other);
    await refused(stopped);
    await refused("para-test-nobody");
    await refused("../containers");
    await refused(other, "../other");
    expect(metadataOf(root, "demo")).toBeUndefined();
  });

  test("metadata that name a container of somebody else's do not make it the session's", async () => {
    const id = await make(directory("other"));
    const forged = {
      session_name: "demo",
      runtime: "docker",
      agent: "sh",
      container_id: id,
      workspace: "/w",
      created_at: "2026-01-01T00:00:00Z",
    } as const;
    const runtime = dockerRuntime(engine, root.path);
    expect(await runtime.state(forged)).toMatchObject({ status: "removed" });
    await runtime.stop(forged, 0);
    await runtime.remove(forged);
    expect((await inspectContainer(engine, id))?.status).toBe("running");
  });
});
