// Removes what a session consists of: its directory, the host's private one, its metadata, in this order; its containers.
import {
  closeDirectory,
  type Directory,
  glance,
  removeEmptyDirectory,
  removeTree,
  unopened,
  walkTo,
  within,
} from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import { listContainers, removeContainer, stopContainer, unpauseContainer } from "../engine/containers.js";
import { removeMetadata } from "../metadata.js";
import { checkSessionName, makePath, PLACES } from "../places.js";
import { sessionLabels } from "./container-spec.js";

/**
 * Removes everything of `session` below the state root but archives. Its container must be gone: it could write on. The metadata go
 * last, so that a removal that was cut short is found again.
 *
 * @returns one line for each thing that could not be removed.
 */
export async function removeSessionFiles(root: Directory, session: string): Promise<string[]> {
  checkSessionName(session);
  const docker = walkTo(root, [PLACES.docker]);
  if (!docker.ok && docker.fault.code !== "missing") throw unopened(PLACES.docker, docker.fault);
  let left: string[] = [];
  if (docker.ok) {
    try {
      removeEmpty(docker.value, session);
      left = await removeTrees(docker.value, session);
    } finally {
      closeDirectory(docker.value);
    }
  }
  removeMetadata(root, session);
  return left;
}

async function removeTrees(docker: Directory, session: string): Promise<string[]> {
  if (isMissing(docker, session) && isMissing(docker, PLACES.host)) return [];
  const host = makePath(docker, [[PLACES.host, 0o700]]);
  try {
    const seen = await removeTree(docker, session, { staging: host });
    return [...seen.left, ...(await removeTree(host, session)).left];
  } finally {
    closeDirectory(host);
  }
}

function isMissing(parent: Directory, name: string): boolean {
  return glance(parent, name)?.stamp === "";
}

/** The directories that a start makes, each before the one that it lies in. */
const MADE = [[PLACES.logs, PLACES.commandLogs], [PLACES.logs], ["reports"], []];

/**
 * Removes those of the session's directories that are empty. To remove anything else a directory must be made first: where there is no free
 * inode for one, these give theirs.
 */
function removeEmpty(docker: Directory, session: string): void {
  for (const path of MADE) {
    const names = [session, ...path];
    const name = names.pop() ?? session;
    within(docker, names, (parent) => ({ ok: true, value: removeEmptyDirectory(parent, name) }));
  }
}

/** Removes every container on the engine that carries the session's label and this state root's, whatever the metadata say. */
export async function removeContainers(engine: Engine, root: Directory, session: string): Promise<void> {
  for (const container of await listContainers(engine, sessionLabels(root.path, checkSessionName(session)))) {
    await removeContainer(engine, container.id);
  }
}

/** Stops every container that {@link removeContainers} would remove. */
export async function stopContainers(
  engine: Engine,
  root: Directory,
  session: string,
  graceSeconds: number,
): Promise<void> {
  for (const container of await listContainers(engine, sessionLabels(root.path, checkSessionName(session)))) {
    if (container.status === "paused") await unpauseContainer(engine, container.id);
    await stopContainer(engine, container.id, graceSeconds);
  }
}
