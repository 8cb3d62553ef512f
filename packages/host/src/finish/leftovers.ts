// Finds what crashed hosts and vanished containers left behind. Shows it; removes a thing only when told, and only what is ours.
import { isSessionName } from "@para-docker/protocol";
import {
  closeDirectory,
  type Directory,
  type Found,
  list,
  PEN_PREFIX,
  removeEmptyDirectory,
  removeTree,
  walkTo,
} from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import { listContainers, removeContainer } from "../engine/containers.js";
import { metadataOf, readMetadata, removeMetadata, sessionOfMetadata } from "../metadata.js";
import { openPrivateDirectory, PLACES } from "../places.js";
import { lockHolder, sweepLock, withLock } from "../queue/lock.js";
import { rootLabels, SESSION_LABEL } from "../runtime/container-spec.js";
import { removeSessionFiles } from "../runtime/remove-session.js";
import { dockerRuntime } from "../runtime/runtime-docker.js";
import { localRuntime } from "../runtime/runtime-local.js";
import { sessionOfCutArchive } from "./finish-archive.js";

/** Something that nobody needs any more, or that needs a person. */
export interface Leftover {
  /**
   * `container`: of ours, without a session. `directory`: a session's, without metadata. `metadata`: that cannot be read. `lock`: of a
   * process that is gone. `trash`: of a removal or an archive that was cut short. `ended`: a session whose container is gone or ended; `finish` it.
   */
  kind: "container" | "directory" | "metadata" | "lock" | "trash" | "ended";
  /** What it is called: a session, a container's id, a file. */
  name: string;
  /** In words, on one line. */
  detail: string;
  /** Removes it. Absent where that is not for `clean` to do. @returns one line for each thing that stays. */
  remove?: () => Promise<string[]>;
}

/** Metadata without a container are of a session that is being started, for so long. */
const STARTING_MS = 120_000;

/**
 * What is left behind below `root`, and of its containers on `engine`. Nothing is changed.
 *
 * @throws HostError `no_engine` where an engine was given and is gone.
 */
export async function findLeftovers(root: Directory, engine: Engine | undefined): Promise<Leftover[]> {
  const names = namesIn(root, []);
  const sessions = new Set(names.flatMap((name) => sessionOfMetadata(name) ?? []));
  return [
    ...(engine === undefined ? [] : await strayContainers(root, engine, sessions)),
    ...(await endedSessions(root, engine, sessions)),
    ...strayDirectories(root, sessions),
    ...unreadableMetadata(root, sessions),
    ...staleLocks(root),
    ...cutFinishes(root, sessions),
    ...trash(root),
    ...cutArchives(root, sessions),
  ];
}

/** Our containers that no session's metadata name. */
async function strayContainers(root: Directory, engine: Engine, sessions: Set<string>): Promise<Leftover[]> {
  const containers = await listContainers(engine, rootLabels(root.path));
  return containers
    .filter((container) => {
      const session = container.labels[SESSION_LABEL] ?? "";
      if (!sessions.has(session)) return true;
      const metadata = metadataOf(root, session);
      // While it is being started, a session knows its container by name only.
      return metadata?.started_at !== undefined && metadata.container_id !== container.id;
    })
    .map((container) => ({
      kind: "container",
      name: container.id.slice(0, 12),
      detail: `${container.status}, of a session ${JSON.stringify(container.labels[SESSION_LABEL] ?? "")} that is not there`,
      remove: async () => {
        await removeContainer(engine, container.id);
        return [];
      },
    }));
}

/** Sessions that nothing runs for any more: their results are still to be archived. */
async function endedSessions(root: Directory, engine: Engine | undefined, sessions: Set<string>): Promise<Leftover[]> {
  const found: Leftover[] = [];
  for (const name of sessions) {
    const metadata = metadataOf(root, name);
    if (metadata === undefined || (metadata.runtime === "docker" && engine === undefined)) continue;
    if (metadata.started_at === undefined && Date.now() - Date.parse(metadata.created_at) < STARTING_MS) continue;
    const runtime = metadata.runtime === "docker" && engine ? dockerRuntime(engine, root.path) : localRuntime(root);
    const state = await runtime.state(metadata);
    if (!state.alive || state.status === "created")
      found.push({ kind: "ended", name, detail: `its container is ${state.status}: para-docker finish ${name}` });
  }
  return found;
}

/** Directories of sessions that have no metadata: made by hand, or by a start that was cut short. */
function strayDirectories(root: Directory, sessions: Set<string>): Leftover[] {
  const own = namesIn(root, [PLACES.docker]);
  const hosts = namesIn(root, [PLACES.docker, PLACES.host]);
  const names = new Set([...own, ...hosts].filter((name) => isSessionName(name) && !sessions.has(name)));
  return [...names].sort().map((name) => ({
    kind: "directory",
    name,
    detail: `${PLACES.docker}/${own.includes(name) ? name : `${PLACES.host}/${name}`}, without metadata`,
    remove: () => removeSessionFiles(root, name),
  }));
}

function unreadableMetadata(root: Directory, sessions: Set<string>): Leftover[] {
  return [...sessions].flatMap((name): Leftover[] => {
    const read = readMetadata(root, name);
    if (read.ok && read.value.ok && read.value.value.session_name === name) return [];
    const why = !read.ok ? read.fault.code : read.value.ok ? "of another session" : read.value.problems[0].code;
    const remove = async () => {
      removeMetadata(root, name);
      return [];
    };
    return [{ kind: "metadata", name, detail: `${name}.docker: ${why}`, remove }];
  });
}

function staleLocks(root: Directory): Leftover[] {
  return namesIn(root, [PLACES.docker, PLACES.host]).flatMap((name): Leftover[] => {
    if (!isSessionName(name)) return [];
    const directory = openPrivateDirectory(root, name);
    if (!directory.ok) return [];
    const holder = lockHolder(directory.value);
    closeDirectory(directory.value);
    if (holder === undefined || !holder.stale) return [];
    return [
      {
        kind: "lock",
        name,
        detail: `held by ${holder.description}, which is gone`,
        remove: () => freeLock(openPrivateDirectory(root, name)),
      },
    ];
  });
}

/** Takes the lock over, as anybody may from a process that is gone, and lets it go. */
async function freeLock(directory: Found<Directory>): Promise<string[]> {
  if (!directory.ok) return [];
  try {
    await withLock(directory.value, (held) => sweepLock(held), { timeoutMs: 2_000 });
    return [];
  } finally {
    closeDirectory(directory.value);
  }
}

/** Places of finishes that were killed at their very end, when the session itself was gone already. */
function cutFinishes(root: Directory, sessions: Set<string>): Leftover[] {
  const place = [PLACES.docker, PLACES.host, PLACES.finishing];
  return namesIn(root, place).flatMap((name): Leftover[] => {
    const directory = walkTo(root, [...place, name]);
    if (!directory.ok) return [];
    const holder = lockHolder(directory.value);
    closeDirectory(directory.value);
    // Without a lock it may be that of a finish which is just beginning, as long as there is something to finish.
    if (holder === undefined ? sessions.has(name) : !holder.stale) return [];
    const detail = `of a finish that ${holder === undefined ? "was cut short" : `${holder.description} began, which is gone`}`;
    return [{ kind: "lock", name, detail, remove: () => removeFinish(root, place, name) }];
  });
}

async function removeFinish(root: Directory, place: string[], name: string): Promise<string[]> {
  await freeLock(walkTo(root, [...place, name]));
  const locks = walkTo(root, place);
  if (!locks.ok) return [];
  removeEmptyDirectory(locks.value, name);
  closeDirectory(locks.value);
  return [];
}

/** Pens of removals that were cut short. */
function trash(root: Directory): Leftover[] {
  const places = [[], [PLACES.docker], [PLACES.docker, PLACES.host], [PLACES.archive]];
  return places.flatMap((place) =>
    namesIn(root, place)
      .filter((name) => name.startsWith(PEN_PREFIX))
      .map(
        (name): Leftover => ({
          kind: "trash",
          name,
          detail: [...place, name].join("/"),
          remove: () => removeIn(root, place, name),
        }),
      ),
  );
}

/** Archives that were not whole when their finish was killed. As long as the session is there, its next finish sees to them. */
function cutArchives(root: Directory, sessions: Set<string>): Leftover[] {
  const place = [PLACES.archive];
  return namesIn(root, place).flatMap((name): Leftover[] => {
    const session = sessionOfCutArchive(name);
    if (session === undefined || sessions.has(session)) return [];
    const detail = `${PLACES.archive}/${name}, of a finish that was cut short`;
    return [{ kind: "trash", name, detail, remove: () => removeIn(root, place, name) }];
  });
}

async function removeIn(root: Directory, place: string[], name: string): Promise<string[]> {
  const directory = walkTo(root, place);
  if (!directory.ok) return [];
  try {
    return (await removeTree(directory.value, name)).left;
  } finally {
    closeDirectory(directory.value);
  }
}

function namesIn(root: Directory, place: string[]): string[] {
  const directory = walkTo(root, place);
  if (!directory.ok) return [];
  try {
    const listing = list(directory.value, { entries: 50_000, ms: 5_000 });
    return listing.ok ? listing.value.names : [];
  } finally {
    closeDirectory(directory.value);
  }
}
