// Reads a document that somebody else wrote: a regular file, no link, never more than its limit (docs/protocol.md#reading).
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from "node:fs";
import { errnoOf } from "../errno.js";

/** The bytes; nothing there; or something that must not be read. `identity` tells a file from the one read before. */
export type FileReading =
  | { kind: "bytes"; bytes: Uint8Array; identity: string }
  | { kind: "missing" }
  | { kind: "unsafe"; identity: string };

const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;

let scratch = Buffer.allocUnsafeSlow(16_384);

/**
 * Reads at most `limit` + 1 bytes of `path`, so that the parser sees what is oversize. The bytes lie in a buffer that the next call
 * uses again. A file that the agent may not open is `unsafe` too. Never throws.
 */
export function readFileBounded(path: string, limit: number): FileReading {
  const before = fileIdentity(path);
  if (before.kind !== "regular") return before;
  let fd: number;
  try {
    fd = openSync(path, FLAGS);
  } catch (error) {
    return errnoOf(error) === "ENOENT" ? { kind: "missing" } : { kind: "unsafe", identity: errnoOf(error) };
  }
  try {
    const stats = fstatSync(fd);
    if (!isOneFile(stats)) return { kind: "unsafe", identity: identityOf(stats) };
    return { kind: "bytes", bytes: readUpTo(fd, limit + 1, stats.size), identity: identityOf(stats) };
  } catch (error) {
    return { kind: "unsafe", identity: errnoOf(error) };
  } finally {
    closeSync(fd);
  }
}

/** What lies at `path`, without opening it. */
export function fileIdentity(
  path: string,
): { kind: "regular"; identity: string; changedAt: number } | Exclude<FileReading, { kind: "bytes" }> {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return { kind: "missing" };
  if (!isOneFile(stats)) return { kind: "unsafe", identity: identityOf(stats) };
  return { kind: "regular", identity: identityOf(stats), changedAt: stats.ctimeMs };
}

/** A file with two names may be another's: only one name is safe; none is left where it was replaced while we opened it. */
function isOneFile(stats: Stats): boolean {
  return stats.isFile() && stats.nlink <= 1;
}

function identityOf(stats: Stats): string {
  return `${stats.dev}:${stats.ino}:${stats.mode}:${stats.size}:${stats.mtimeMs}:${stats.ctimeMs}`;
}

function readUpTo(fd: number, most: number, expected: number): Uint8Array {
  ensureRoom(Math.min(most, expected + 1), 0);
  let length = 0;
  while (length < most) {
    if (length === scratch.length) ensureRoom(length * 2, length);
    const count = readSync(fd, scratch, length, Math.min(scratch.length, most) - length, null);
    if (count === 0) break;
    length += count;
  }
  return scratch.subarray(0, length);
}

function ensureRoom(size: number, used: number): void {
  if (scratch.length >= size) return;
  const larger = Buffer.allocUnsafeSlow(size);
  scratch.copy(larger, 0, 0, used);
  scratch = larger;
}
