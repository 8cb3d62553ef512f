// Removes the files of a session: its directory, the host's private one, its metadata, in this order.
import { closeDirectory, type Directory, removeTree } from "./confined/index.js";
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
