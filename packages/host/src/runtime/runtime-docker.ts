// Sessions in containers of a Docker engine. Touches only containers that carry the session's label and this state root's.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ContainerMetadata } from "@para-docker/protocol";
import type { Engine } from "../engine/connect.js";
import {
  type ContainerInfo,
  inspectContainer,
  lastLogLines,
  removeContainer,
  stopContainer,
  unpauseContainer,
} from "../engine/containers.js";
import { HostError } from "../errors.js";
import { PLACES } from "../places.js";
import { ATTACHED_LABEL, SESSION_LABEL, STATE_ROOT_LABEL } from "./container-spec.js";
import type { EngineState, Runtime } from "./runtime.js";

/** Statuses of a container in which nothing runs any more. */
const ENDED = ["exited", "stopped", "dead", "removing"];

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
      if (isAttached(metadata)) return waitForEnd(engine, info, graceSeconds);
      // A paused container takes no signal; what it was told while paused it does once it goes on.
      if (info.status === "paused") await unpauseContainer(engine, info.id);
      await stopContainer(engine, info.id, graceSeconds);
    },
    async remove(metadata) {
      const info = await find(metadata);
      if (info !== undefined && !isAttached(metadata)) await removeContainer(engine, info.id);
    },
    async lastWords(metadata, lines) {
      const info = await find(metadata);
      return info === undefined ? [] : lastLogLines(engine, info.id, lines);
    },
  };
}

/** The state of a container that the engine does not know, or that is not ours. */
export const REMOVED: EngineState = { status: "removed", alive: false };

/**
 * Whether a container is the session's: by its labels, which the engine keeps. An attached one has none of ours; it is known by its
 * id and by the session's directory among its mounts.
 */
function isOurs(info: ContainerInfo, stateRoot: string, metadata: ContainerMetadata): boolean {
  if (info.labels[STATE_ROOT_LABEL] === stateRoot) return info.labels[SESSION_LABEL] === metadata.session_name;
  return (
    isAttached(metadata) && info.id === metadata.container_id && mountsSession(info, stateRoot, metadata.session_name)
  );
}

/** Whether the container has the session's directory mounted somewhere. */
export function mountsSession(info: ContainerInfo, stateRoot: string, session: string): boolean {
  const directory = join(stateRoot, PLACES.docker, session);
  return info.mounts.some((mount) => mount.type === "bind" && !mount.readOnly && isWithin(directory, mount.source));
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(outer.endsWith("/") ? outer : `${outer}/`);
}

/** Whether the session was attached to a container that somebody else made: it is looked at, never stopped or removed. */
export function isAttached(metadata: ContainerMetadata): boolean {
  return metadata.labels?.[ATTACHED_LABEL] === "true";
}

/** Waits for a container that is not ours to stop to end by itself. @throws HostError `usage` where it does not. */
async function waitForEnd(engine: Engine, info: ContainerInfo, graceSeconds: number): Promise<void> {
  for (const until = performance.now() + graceSeconds * 1000; ; await sleep(250)) {
    const now = await inspectContainer(engine, info.id);
    if (now === undefined || !stateOf(now).alive) return;
    if (performance.now() > until) {
      throw new HostError(
        "usage",
        `The container ${info.id.slice(0, 12)} runs on, and was not started by para-docker.`,
        {
          hint: `Stop it (docker stop ${info.id.slice(0, 12)}), then finish again.`,
        },
      );
    }
  }
}

/** Whether nothing runs any more in a container of which the engine says `status`. */
export function hasEnded(status: string): boolean {
  return ENDED.includes(status);
}

/** What the engine says of a container, in the words of both runtimes. */
export function stateOf(info: ContainerInfo): EngineState {
  const ended = hasEnded(info.status);
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
