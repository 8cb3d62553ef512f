// Reads files that a container writes: regular ones with one name, never more than asked for, never half of two versions.
import { closeSync, constants, fstatSync, readSync } from "node:fs";
import type { Directory } from "./directory.js";
import { type Found, fault, faultOf } from "./found.js";
import { openKind, versionOf } from "./look.js";

/** A file as it was read. */
export interface FileContent {
  bytes: Buffer;
  /** Which version of the file it is: a new one after each rename, another one after most writes in place. */
  version: string;
  /** Milliseconds since it last changed, by its ctime, which nobody can set. Never negative. */
  ageMs: number;
}

/** Part of a file. */
export interface FileRange {
  bytes: Buffer;
  /** Bytes in the whole file when it was read. */
  size: number;
  /** The file's inode: another one after a rename over it. */
  ino: number;
}

const TRIES = 3;

/**
 * Reads the whole of `name`, at most `limit` bytes (docs/protocol.md#oversize).
 *
 * One byte more is `oversize`, whatever the size that the file claims. A file that changes under three readings in a row
 * is `unstable_file`.
 */
export function readWhole(directory: Directory, name: string, limit: number): Found<FileContent> {
  for (let attempt = 1; ; attempt += 1) {
    const opened = openKind(directory, name, "file", constants.O_RDONLY);
    if (!opened.ok) {
      if (opened.fault.code === "unstable_file" && attempt < TRIES) continue;
      return opened;
    }
    const { fd, stats: before } = opened.value;
    try {
      const bytes = readUpTo(fd, before.size, limit);
      if (bytes === undefined) return fault("oversize", `${name} is larger than ${limit} bytes.`);
      const after = fstatSync(fd);
      // Nothing else is compared: a rename over the file changes the old one's ctime and link count, not its content.
      if (bytes.length === after.size && before.size === after.size && before.mtimeMs === after.mtimeMs) {
        return {
          ok: true,
          value: { bytes, version: versionOf(after), ageMs: Math.max(0, Date.now() - after.ctimeMs) },
        };
      }
      if (attempt >= TRIES) return fault("unstable_file", `${name} kept changing while it was read.`);
    } catch (error) {
      return faultOf(error, name);
    } finally {
      closeSync(fd);
    }
  }
}

/** Reads at most `length` bytes of `name` from byte `from` on; fewer at the file's end, none past it. */
export function readRange(directory: Directory, name: string, from: number, length: number): Found<FileRange> {
  const opened = openKind(directory, name, "file", constants.O_RDONLY);
  if (!opened.ok) return opened;
  const { fd } = opened.value;
  try {
    const { size, ino } = fstatSync(fd);
    const wanted = Math.max(0, Math.min(length, size - from));
    const buffer = Buffer.allocUnsafe(wanted);
    let filled = 0;
    while (filled < wanted) {
      const count = readSync(fd, buffer, filled, wanted - filled, from + filled);
      if (count === 0) break;
      filled += count;
    }
    return { ok: true, value: { bytes: buffer.subarray(0, filled), size, ino } };
  } catch (error) {
    return faultOf(error, name);
  } finally {
    closeSync(fd);
  }
}

/** All bytes up to `expected` or the end, or nothing where there are more than `limit`. */
function readUpTo(fd: number, expected: number, limit: number): Buffer | undefined {
  let buffer = Buffer.allocUnsafe(Math.min(expected, limit) + 1);
  let filled = 0;
  for (;;) {
    const count = readSync(fd, buffer, filled, buffer.length - filled, filled);
    filled += count;
    if (filled > limit) return undefined;
    // As long as it was: whether it has grown meanwhile is seen by its size afterwards.
    if (count === 0 || filled === expected) return buffer.subarray(0, filled);
    if (filled === buffer.length) {
      const larger = Buffer.allocUnsafe(Math.min(filled * 2, limit + 1));
      buffer.copy(larger, 0, 0, filled);
      buffer = larger;
    }
  }
}
