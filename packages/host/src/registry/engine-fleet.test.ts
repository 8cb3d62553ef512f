// One list tells of all containers of a state root: running, paused, ended with its code, removed; and never of another's.
import type { ContainerMetadata } from "@para-docker/protocol";
import { afterAll, describe, expect, test } from "vitest";
import { leavings, testEngine } from "../../test/engine.js";
import { makeSession } from "../../test/session-support.js";
import { closeDirectory } from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import { createContainer, killContainer, removeContainer, startContainer } from "../engine/containers.js";
import type { EngineRequest } from "../engine/http.js";
import { makeImage } from "../engine/images.js";
import { sessionLabels } from "../runtime/container-spec.js";
import { openStateRoot } from "../state-root.js";
import { engineFleet } from "./engine-fleet.js";
import { engineSource } from "./engine-source.js";

const found = await testEngine();
const left = leavings(found);
afterAll(() => left.clean());

describe.skipIf(!found)("on an engine", { timeout: 40_000 }, () => {
  test("sessions are told apart by one list, and only what ended is looked at more closely", async () => {
    const engine = found as Engine;
    const image = `para-test-fleet:p${process.pid}`;
    left.images.add(await makeImage(engine, "busybox", image));
    const root = openStateRoot((await makeSession()).stateRoot);
    const run = async (name: string, labelled = name): Promise<ContainerMetadata> => {
      const id = await createContainer(engine, `para-test-fleet-${process.pid}-${name}`, {
        Image: image,
        Entrypoint: ["/bin/sleep"],
        Cmd: ["60"],
        Env: [],
        Labels: sessionLabels(root.path, labelled),
        HostConfig: { NetworkMode: "none" },
      });
      left.containers.add(id);
      await startContainer(engine, id);
      const created_at = new Date().toISOString();
      const times = { created_at, started_at: created_at };
      return { session_name: name, container_id: id, runtime: "docker", agent: "sh", workspace: "/", ...times };
    };
    const all = [
      await run("runs"),
      await run("paused"),
      await run("killed"),
      await run("gone"),
      await run("theirs", "x"),
    ];
    const [, paused, killed, gone] = all as [unknown, ContainerMetadata, ContainerMetadata, ContainerMetadata];
    await engine.call({ method: "POST", path: `/containers/${paused.container_id}/pause` });
    await killContainer(engine, killed.container_id);
    await removeContainer(engine, gone.container_id);

    const asked: string[] = [];
    const counting: Engine = {
      ...engine,
      call: (request: EngineRequest) => {
        asked.push(request.path);
        return engine.call(request);
      },
    };
    const fleet = engineFleet(root, engineSource(counting));
    const looks = all.map((metadata) => fleet.look(metadata));
    for (let round = 0; round < 3; round += 1) {
      const states = await Promise.all(looks.map((look) => look.state(60_000)));
      expect(states.map((state) => [state?.status, state?.alive])).toEqual([
        ["running", true],
        ["paused", true],
        ["exited", false],
        ["removed", false],
        ["removed", false],
      ]);
      expect(states[2]?.exitCode).toBe(137);
    }
    expect(asked).toEqual(["/containers/json", `/containers/${killed.container_id}/json`]);
    await engine.call({ method: "POST", path: `/containers/${paused.container_id}/unpause` });
    closeDirectory(root);
  });
});
