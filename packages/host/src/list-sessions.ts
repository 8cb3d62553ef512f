// All sessions of a state root at once: those with metadata and those that only have a directory.
import { isSessionName } from "@para-docker/protocol";
import { closeDirectory, type Directory, list, walkTo } from "./confined/index.js";
import { connectEngine, type Engine } from "./engine/connect.js";
import { isHostError } from "./errors.js";
import { metadataOf, sessionOfMetadata } from "./metadata.js";
import { PLACES } from "./places.js";
import { openSession } from "./session.js";
import { openStateRoot, type StateRoot } from "./state-root.js";
import type { SessionView } from "./view.js";

/** How sessions are listed. */
export interface ListOptions {
  /** The engine to ask about their containers. Default: connect to one, once, if any session is on an engine. */
  engine?: Engine;
}

const MOST = 20_000;
/** Sessions whose engines are asked at the same time. */
const AT_ONCE = 16;

/**
 * Views of all sessions, in the order of their names. One that vanishes or cannot be read meanwhile costs the others nothing: it is left
 * out, or has its fault among its problems.
 *
 * @throws HostError `no_state_root`, `unsafe_file`.
 */
export async function listSessions(stateRoot: StateRoot, options: ListOptions = {}): Promise<SessionView[]> {
  const root = openStateRoot(stateRoot);
  const names = sessionNames(root);
  const onEngine = names.some((name) => metadataOf(root, name)?.runtime === "docker");
  closeDirectory(root);
  const own = options.engine === undefined && onEngine ? await connectEngine().catch(() => undefined) : undefined;
  const engine = options.engine ?? own ?? null;
  try {
    const views: (SessionView | undefined)[] = [];
    for (let at = 0; at < names.length; at += AT_ONCE) {
      const some = names.slice(at, at + AT_ONCE);
      views.push(...(await Promise.all(some.map((name) => viewOnce(stateRoot, name, engine)))));
    }
    return views.filter((view) => view !== undefined);
  } finally {
    own?.close();
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

async function viewOnce(stateRoot: StateRoot, name: string, engine: Engine | null): Promise<SessionView | undefined> {
  try {
    const session = await openSession(stateRoot, name, { engine });
    try {
      return await session.view();
    } finally {
      await session.close();
    }
  } catch (error) {
    if (!isHostError(error)) throw error;
    if (error.code === "no_session") return undefined;
    const problem = { code: "unsafe_file" as const, pointer: "", message: error.message, file: "" };
    return { name, freshness: "lost", commands: [], finishing: false, problems: [problem] };
  }
}
