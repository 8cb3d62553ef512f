// Removes what a session consists of: its directory, the host's private one, its metadata, in this order; its containers.
import { closeDirectory, type Directory, removeTree } from "./confined/index.js";
import { sessionLabels } from "./container-spec.js";
import type { Engine } from "./engine/connect.js";
import { listContainers, removeContainer, stopContainer, unpauseContainer } from "./engine/containers.js";
import { removeMetadata } from "./metadata.js";
import { checkSessionName, makePath, PLACES } from "./places.js";

/**
 * Removes everything of `session` below the state root but archives. Its container must be gone: it could write on. The metadata go
 * last, so that a removal that was cut short is found again.
 *
 * @returns one line for each thing that could not be removed.
 */
export async function removeSessionFiles(root: Directory, session: string): Promise<string[]> {
  checkSessionName(session);
  const docker = makePath(root, [[PLACES.docker, 0o755]]);
  try {
    const host = makePath(docker, [[PLACES.host, 0o700]]);
    try {
      const left = [
        ...(await removeTree(docker, session, { staging: host })).left,
        ...(await removeTree(host, session)).left,
      ];
      removeMetadata(root, session);
      return left;
    } finally {
      closeDirectory(host);
    }
  } finally {
    closeDirectory(docker);
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
