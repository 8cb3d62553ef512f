// Asks the engine about all sessions of a state root at once: one list for all of them, a closer look only at those that ended or were restarted.
import type { ContainerMetadata } from "@para-docker/protocol";
import type { Directory } from "../confined/index.js";
import { type ContainerSummary, listContainers, wasRestarted } from "../engine/containers.js";
import { isHostError } from "../errors.js";
import { rootLabels, SESSION_LABEL } from "../runtime/container-spec.js";
import type { EngineState } from "../runtime/runtime.js";
import { hasEnded, isAttached, REMOVED } from "../runtime/runtime-docker.js";
import { type EngineLook, engineLook } from "./engine-look.js";
import type { EngineSource } from "./engine-source.js";

/** The engine's word on the sessions of one state root. */
export interface EngineFleet {
  /** The look at one session's container. */
  look(metadata: ContainerMetadata | undefined): EngineLook;
}

interface Listed {
  /** When it was asked for. */
  at: number;
  /** Nothing where the engine did not answer. */
  containers: Map<string, ContainerSummary> | undefined;
}

/** The fleet of `root` on the engine of `source`, both open for as long as it is used. */
export function engineFleet(root: Directory, source: EngineSource): EngineFleet {
  let listed: Listed | undefined;
  let listing: Promise<Listed> | undefined;

  const list = async (): Promise<Listed> => {
    const at = performance.now();
    listed = { at, containers: await listOurs(source, root) };
    listing = undefined;
    return listed;
  };
  /** A list that was asked for at `since` or later. */
  const listSince = async (since: number): Promise<Listed> => {
    if (listed !== undefined && listed.at >= since) return listed;
    listing ??= list();
    return listing;
  };

  return {
    look(metadata) {
      const single = engineLook(root, metadata, source);
      // While it is being started, a session knows its container by name only.
      if (metadata?.runtime !== "docker" || metadata.started_at === undefined || isAttached(metadata)) return single;
      const { container_id: id, session_name: name } = metadata;
      const opened = performance.now();
      let startedAt: string | undefined = metadata.started_at;
      let ended: EngineState | undefined;
      return {
        async state(maxAgeMs) {
          let { at, containers } = await listSince(performance.now() - maxAgeMs);
          // A list from before the session was opened may not have its container yet.
          if (at < opened && containers?.has(id) !== true) ({ containers } = await listSince(opened));
          if (containers === undefined) return undefined;
          const container = containers.get(id);
          if (container === undefined || container.labels[SESSION_LABEL] !== name) return REMOVED;
          const { status, ports, image } = container;
          if (!hasEnded(status)) {
            ended = undefined;
            if (wasRestarted(container, startedAt)) startedAt = (await single.state(0))?.startedAt ?? startedAt;
            return { status, alive: true, startedAt, ports, image };
          }
          ended ??= await single.state(0);
          return ended;
        },
      };
    },
  };
}

async function listOurs(source: EngineSource, root: Directory): Promise<Listed["containers"]> {
  try {
    const engine = await source.get();
    return engine && new Map((await listContainers(engine, rootLabels(root.path))).map((each) => [each.id, each]));
  } catch (error) {
    if (isHostError(error)) return undefined;
    throw error;
  }
}
