// Looks at what lies under a name without opening it: a FIFO does not block, a device is not touched, a link is not followed.
import { closeSync, constants, fstatSync, lstatSync, openSync, type Stats } from "node:fs";
import { at, confinement, type Directory, noFollow, O_PATH } from "./directory.js";
import { type Found, fault, faultOf } from "./found.js";

/** What a name can stand for. */
export type Kind = "file" | "directory" | "link" | "fifo" | "socket" | "device";

/** What lies under a name, and, on the stronger walk, a descriptor that holds it. Closed by {@link closeLook}. */
export interface Look {
  kind: Kind;
  stats: Stats;
  /** An `O_PATH` descriptor of the very thing. Absent on the weaker walk. */
  fd?: number;
}

/** Looks at `name` in `directory`. */
export function look(directory: Directory, name: string | Buffer): Found<Look> {
  try {
    if (confinement() === "path") {
      const stats = lstatSync(at(directory, name));
      return { ok: true, value: { kind: kindOf(stats), stats } };
    }
    const fd = openSync(at(directory, name), O_PATH | constants.O_NOFOLLOW);
    try {
      const stats = fstatSync(fd);
      return { ok: true, value: { kind: kindOf(stats), stats, fd } };
    } catch (error) {
      closeSync(fd);
      throw error;
    }
  } catch (error) {
    return faultOf(error, name.toString());
  }
}

/** What a name stands for now, without a look at its content. */
export interface Glance {
  /** Another one after each change that is further from the last than a tick of the kernel's clock; empty where there is no such name. */
  stamp: string;
  /** Milliseconds since it last changed, by its ctime, which nobody can set. Never negative. */
  ageMs: number;
}

/** Glances at `name` in `directory`: one system call, nothing opened or followed. Nothing where it cannot be told. */
export function glance(directory: Directory, name: string): Glance | undefined {
  try {
    const stats = lstatSync(at(directory, name), { throwIfNoEntry: false });
    if (stats === undefined) return { stamp: "", ageMs: Number.POSITIVE_INFINITY };
    const { ctimeMs } = stats;
    return { stamp: `${versionOf(stats)}:${microseconds(ctimeMs)}`, ageMs: Math.max(0, Date.now() - ctimeMs) };
  } catch {
    return undefined;
  }
}

/** Which version of a file it is: a new one after each rename, another one after most writes in place. */
export function versionOf({ dev, ino, size, mtimeMs }: Stats): string {
  return `${dev}:${ino}:${size}:${microseconds(mtimeMs)}`;
}

/** As a whole number: the kernel's clock ticks more slowly, and a fraction takes seven times as long to put in words. */
function microseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1_000);
}

/** Lets go of what was looked at. */
export function closeLook(seen: Look): void {
  if (seen.fd !== undefined) closeSync(seen.fd);
}

/**
 * Opens a thing of the given kind and no other; `flags` say for what.
 *
 * `O_NONBLOCK` always: a FIFO without a reader and a file that its owner has leased would hold the opener for as long as
 * they please.
 */
export function openKind(
  directory: Directory,
  name: string | Buffer,
  kind: "file" | "fifo",
  flags: number,
): Found<{ fd: number; stats: Stats }> {
  const seen = look(directory, name);
  if (!seen.ok) return seen;
  try {
    const { stats, fd } = seen.value;
    if (seen.value.kind !== kind) return fault("unsafe_file", `${name} is a ${seen.value.kind}.`);
    if (kind === "file" && stats.nlink > 1) return fault("unsafe_file", `${name} has more than one name.`);
    if (fd !== undefined)
      return { ok: true, value: { fd: openSync(`/proc/self/fd/${fd}`, flags | constants.O_NONBLOCK), stats } };
    return openSame(at(directory, name), flags, stats, name);
  } catch (error) {
    return faultOf(error, name.toString());
  } finally {
    closeLook(seen.value);
  }
}

/** The weaker walk's way: opens by path, then compares with what was seen. */
function openSame(
  path: string | Buffer,
  flags: number,
  seen: Stats,
  name: string | Buffer,
): Found<{ fd: number; stats: Stats }> {
  const fd = openSync(path, flags | constants.O_NONBLOCK | noFollow());
  const stats = fstatSync(fd);
  if (stats.dev === seen.dev && stats.ino === seen.ino && kindOf(stats) === kindOf(seen))
    return { ok: true, value: { fd, stats } };
  closeSync(fd);
  return fault("unstable_file", `${name} was replaced while it was opened.`);
}

function kindOf(stats: Stats): Kind {
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "directory";
  if (stats.isSymbolicLink()) return "link";
  if (stats.isFIFO()) return "fifo";
  return stats.isSocket() ? "socket" : "device";
}
