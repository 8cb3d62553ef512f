// Writes a document whole: a temporary file beside it, then rename (docs/protocol.md#atomic).
import { closeSync, constants, openSync, readdirSync, renameSync, unlinkSync, writeSync } from "node:fs";
import { errnoOf, ignoring } from "../errno.js";
import { readProcess } from "../processes/proc.js";
import { discard, type Spare, type Spares } from "./spares.js";

const FLAGS = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/** How a document is replaced. */
export interface Replacement {
  /** Where the temporary file is taken from; absent, or empty: it is made beside the document. */
  spares?: Spares;
  /** Gets the descriptor, and closes it. */
  keepOpen?: (fd: number) => void;
}

/**
 * Replaces `name` in `directory` by `text` in one step. Throws what the system said, with the old document whole and the temporary
 * file gone. Nothing is synced.
 */
export function replaceFile(
  directory: string,
  name: string,
  text: string,
  { spares, keepOpen = closeSync }: Replacement = {},
): void {
  const bytes = Buffer.from(text);
  const target = `${directory}/${name}`;
  const spare = spares?.take();
  if (spare !== undefined) {
    try {
      keepOpen(put(spare, bytes, target));
      return;
    } catch {
      // Somebody may have removed it, or its directory; what the disk refuses it refuses once more.
    }
  }
  const path = `${directory}/.${name}.${process.pid}`;
  keepOpen(put({ path, fd: openNew(path) }, bytes, target));
}

/** Returns the descriptor of the document. */
function put(temporary: Spare, bytes: Uint8Array, target: string): number {
  try {
    writeWhole(temporary.fd, bytes);
    renameSync(temporary.path, target);
    return temporary.fd;
  } catch (error) {
    discard(temporary);
    throw error;
  }
}

/**
 * Removes from `directory` what agents that were killed in the middle of {@link replaceFile} have left: temporaries of processes that
 * are gone, or dead and not collected yet.
 */
export function sweepTemporaries(directory: string): void {
  for (const name of readdirSync(directory)) {
    const pid = /^\.[a-z.]+\.([0-9]+)$/.exec(name)?.[1];
    if (pid !== undefined && readProcess(Number(pid)) === undefined) ignoring(() => unlinkSync(`${directory}/${name}`));
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
