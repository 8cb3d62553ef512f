// Sessions in containers of a Docker engine. Touches only containers that carry the session's label and this state root's.
import type { ContainerMetadata } from "@para-docker/protocol";
import { SESSION_LABEL, STATE_ROOT_LABEL } from "./container-spec.js";
import type { Engine } from "./engine/connect.js";
import {
  type ContainerInfo,
  inspectContainer,
  lastLogLines,
  removeContainer,
  stopContainer,
  unpauseContainer,
} from "./engine/containers.js";
import type { EngineState, Runtime } from "./runtime.js";

/** Statuses of a container in which nothing runs any more. */
const ENDED = ["exited", "dead", "removing"];

/** The runtime of the sessions of `stateRoot` (absolute, real) on `engine`. */
export function dockerRuntime(engine: Engine, stateRoot: string): Runtime {
  const find = async (metadata: ContainerMetadata): Promise<ContainerInfo | undefined> => {
    const info = await inspectContainer(engine, metadata.container_id);
    return info !== undefined && isOurs(info, stateRoot, metadata) ? info : undefined;
  };
  return {
    async state(metadata) {
      const info = await find(metadata);
      return info === undefined ? REMOVED : stateOf(info);
    },
    async stop(metadata, graceSeconds) {
      const info = await find(metadata);
      if (info === undefined) return;
      // A paused container takes no signal; what it was told while paused it does once it goes on.
      if (info.status === "paused") await unpauseContainer(engine, info.id);
      await stopContainer(engine, info.id, graceSeconds);
    },
    async remove(metadata) {
      const info = await find(metadata);
      if (info !== undefined) await removeContainer(engine, info.id);
    },
    async lastWords(metadata, lines) {
      const info = await find(metadata);
      return info === undefined ? [] : lastLogLines(engine, info.id, lines);
    },
  };
}

/** The state of a container that the engine does not know, or that is not ours. */
const REMOVED: EngineState = { status: "removed", alive: false };

/**
 * Whether a container is the session's: by its labels, which the engine keeps. An attached one (see `attach`) has none of ours; it is
 * known by its id and by the session's directory among its mounts.
 */
function isOurs(info: ContainerInfo, stateRoot: string, metadata: ContainerMetadata): boolean {
  if (info.labels[STATE_ROOT_LABEL] === stateRoot && info.labels[SESSION_LABEL] === metadata.session_name) return true;
  return false;
}

/** What the engine says of a container, in the words of both runtimes. */
export function stateOf(info: ContainerInfo): EngineState {
  const ended = ENDED.includes(info.status);
  return {
    status: info.status,
    alive: !ended,
    ...(ended && { exitCode: info.exitCode }),
    ...(info.oomKilled && { oomKilled: true }),
    ...(info.error !== "" && { error: info.error }),
    ...(info.startedAt !== undefined && { startedAt: info.startedAt }),
    ...(ended && info.finishedAt !== undefined && { finishedAt: info.finishedAt }),
    ports: info.ports,
    image: info.image,
  };
}
