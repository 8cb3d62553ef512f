// All sessions of a state root at once: those with metadata and those that only have a directory.
import { isSessionName } from "@para-docker/protocol";
import { closeDirectory, type Directory, list, walkTo } from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import { type HostError, isHostError } from "../errors.js";
import { sessionOfMetadata } from "../metadata.js";
import { PLACES } from "../places.js";
import { type EngineFleet, engineFleet } from "../registry/engine-fleet.js";
import { engineSource } from "../registry/engine-source.js";
import { openStateRoot, type StateRoot } from "../state-root.js";
import { lookAt, viewFrom } from "./session-look.js";
import { sessionParts } from "./session-parts.js";
import type { SessionView } from "./view.js";

/** How sessions are listed. */
export interface ListOptions {
  /** The engine to ask about their containers. Default: connect to one, once, if any session is on an engine. */
  engine?: Engine;
}

const MOST = 20_000;

/**
 * Views of all sessions, in the order of their names. One that vanishes or cannot be read meanwhile costs the others nothing: it is left
 * out, or has its fault among its problems.
 *
 * @throws HostError `no_state_root`, `unsafe_file`.
 */
export async function listSessions(stateRoot: StateRoot, options: ListOptions = {}): Promise<SessionView[]> {
  const root = openStateRoot(stateRoot);
  const source = engineSource(options.engine);
  try {
    const fleet = engineFleet(root, source);
    // All are opened before one is looked at: so one list of the engine is new enough for all of them.
    const looks = sessionNames(root).map((name) => viewOnce(root, name, fleet));
    const views: SessionView[] = [];
    for (const look of looks) views.push(...(await look()));
    return views;
  } finally {
    source.close();
    closeDirectory(root);
  }
}

/** Names of all sessions below an open state root, sorted. */
export function sessionNames(root: Directory): string[] {
  const budget = { entries: MOST, ms: 2_000 };
  const top = list(root, budget);
  const docker = walkTo(root, [PLACES.docker]);
  const inDocker = docker.ok ? list(docker.value, budget) : docker;
  if (docker.ok) closeDirectory(docker.value);
  const names = [
    ...(top.ok ? top.value.names.flatMap((name) => sessionOfMetadata(name) ?? []) : []),
    ...(inDocker.ok ? inDocker.value.names : []),
  ];
  return [...new Set(names.filter(isSessionName))].sort();
}

/** Opens a session; gives what looks at it: its view, or nothing where it has vanished. */
function viewOnce(root: Directory, name: string, fleet: EngineFleet): () => Promise<SessionView[]> {
  const failed = (error: unknown) => {
    if (!isHostError(error)) throw error;
    return error.code === "no_session" ? [] : [unreadable(name, error)];
  };
  try {
    const parts = sessionParts(root, name, fleet.look);
    return async () => {
      try {
        return [viewFrom(parts, await lookAt(parts, Number.POSITIVE_INFINITY))];
      } catch (error) {
        return failed(error);
      }
    };
  } catch (error) {
    const views = failed(error);
    return async () => views;
  }
}

/** The view of a session that cannot be read. */
export function unreadable(name: string, error: HostError): SessionView {
  const problem = { code: "unsafe_file" as const, pointer: "", message: error.message, file: "" };
  return { name, freshness: "lost", commands: [], finishing: false, problems: [problem] };
}
