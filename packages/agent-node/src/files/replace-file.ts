// Writes a document whole: a temporary file beside it, then rename (docs/protocol.md#atomic).
import { closeSync, constants, existsSync, openSync, readdirSync, renameSync, unlinkSync, writeSync } from "node:fs";
import { errnoOf, ignoring } from "../errno.js";

const FLAGS = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/**
 * Replaces `name` in `directory` by `text` in one step. Throws what the system said, with the old document whole and the temporary
 * file gone. Nothing is synced: `keepOpen` gets the descriptor for that, and closes it.
 */
export function replaceFile(directory: string, name: string, text: string, keepOpen?: (fd: number) => void): void {
  const temporary = `${directory}/.${name}.${process.pid}`;
  const fd = openNew(temporary);
  let handedOver = false;
  try {
    writeWhole(fd, Buffer.from(text));
    renameSync(temporary, `${directory}/${name}`);
    handedOver = keepOpen !== undefined;
    keepOpen?.(fd);
  } catch (error) {
    ignoring(() => unlinkSync(temporary));
    throw error;
  } finally {
    if (!handedOver) closeSync(fd);
  }
}

/** Removes from `directory` what agents that were killed in the middle of {@link replaceFile} have left: temporaries of processes that are gone. */
export function sweepTemporaries(directory: string): void {
  for (const name of readdirSync(directory)) {
    const pid = /^\.[a-z.]+\.([0-9]+)$/.exec(name)?.[1];
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) ignoring(() => unlinkSync(`${directory}/${name}`));
  }
}

/** Writes all of `bytes`, however little the system takes at once. Throws what the system said. */
export function writeWhole(fd: number, bytes: Uint8Array): void {
  let offset = 0;
  while (offset < bytes.length) offset += writeSync(fd, bytes, offset, bytes.length - offset, null);
}

/** A left-over of an earlier life with our pid is in nobody's way. */
function openNew(path: string): number {
  try {
    return openSync(path, FLAGS, 0o666);
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
    unlinkSync(path);
    return openSync(path, FLAGS, 0o666);
  }
}
