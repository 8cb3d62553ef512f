// Directories held by descriptor: the only way from the state root to anything below it.
//
// Node has no openat. On Linux `/proc/self/fd/N/name` does the same: the kernel resolves `name` in the directory that N
// holds, wherever that directory lies by now and whatever has taken its old place. `O_NOFOLLOW` keeps the last component,
// the only one that the container may choose, from being a link (docs/protocol.md#safe-file).
import { closeSync, constants, fstatSync, lstatSync, openSync, realpathSync, type Stats, statfsSync } from "node:fs";
import { HostError, systemCode } from "../errors.js";
import { type Found, faultOf } from "./found.js";

/** An open directory. Whoever gets one closes it with {@link closeDirectory}. */
export interface Directory {
  readonly fd: number;
  /** Where it lay when it was opened: for messages, and for the weaker walk. Never opened on the stronger one. */
  readonly path: string;
}

/** How directories are walked: `descriptor` cannot be raced, `path` checks before and after and can be, by a hair. */
export type Walk = "descriptor" | "path";

/** Linux's `O_PATH`: a descriptor that names a thing without opening it. Node has no constant for it. */
export const O_PATH = 0o10000000;

/** macOS's `O_NOFOLLOW_ANY`: no component of the path may be a link. */
const O_NOFOLLOW_ANY = 0x20000000;

const PROC_SUPER_MAGIC = 0x9fa0;

let walk: Walk | undefined;

/** Which walk this machine allows; `doctor` shows it. */
export function confinement(): Walk {
  walk ??= process.platform === "linux" && procWorks() ? "descriptor" : "path";
  return walk;
}

/** Sets the walk for what follows, or, without one, lets the machine decide again. For tests of the weaker walk. */
export function setConfinement(to?: Walk): void {
  walk = to;
}

function procWorks(): boolean {
  try {
    return statfsSync("/proc/self/fd").type === PROC_SUPER_MAGIC;
  } catch {
    return false;
  }
}

/** Flags that open a directory for walking on, and nothing else. */
function directoryFlags(): number {
  const flags = constants.O_DIRECTORY | constants.O_NOFOLLOW;
  if (confinement() === "descriptor") return flags | O_PATH;
  return process.platform === "darwin" ? constants.O_DIRECTORY | O_NOFOLLOW_ANY : flags;
}

/** Flags that, added to others, refuse a link. */
export function noFollow(): number {
  return confinement() === "path" && process.platform === "darwin" ? O_NOFOLLOW_ANY : constants.O_NOFOLLOW;
}

/**
 * Opens a directory that the host trusts by its path, links resolved: the place where walking begins.
 *
 * @throws HostError `read_failed` where it cannot be opened.
 */
export function openAnchor(path: string): Directory {
  try {
    const real = realpathSync(path);
    return { fd: openSync(real, directoryFlags()), path: real };
  } catch (cause) {
    throw new HostError(
      "read_failed",
      `The directory ${path} cannot be opened (${systemCode(cause) ?? "unknown fault"}).`,
      { cause },
    );
  }
}

/** Opens the directory `name` in `parent`, which is not followed if it is a link. */
export function openDirectory(parent: Directory, name: string | Buffer): Found<Directory> {
  try {
    const path = `${parent.path === "/" ? "" : parent.path}/${name}`;
    return { ok: true, value: { fd: openSync(at(parent, name), directoryFlags()), path } };
  } catch (error) {
    return faultOf(error, name.toString());
  }
}

/**
 * Opens the directory that `names` lead to, one by one, from `parent`, which stays open.
 *
 * The first that is missing or unsafe is the answer. With no names it is `parent` again, on a descriptor of its own.
 */
export function walkTo(parent: Directory, names: readonly string[]): Found<Directory> {
  if (names.length === 0) return reopen(parent);
  let directory = parent;
  for (const name of names) {
    const next = openDirectory(directory, name);
    if (directory !== parent) closeDirectory(directory);
    if (!next.ok) return next;
    directory = next.value;
  }
  return { ok: true, value: directory };
}

/** Runs `use` on the directory that `names` lead to, and closes it whatever happens. */
export function within<T>(
  parent: Directory,
  names: readonly string[],
  use: (directory: Directory) => Found<T>,
): Found<T> {
  const found = walkTo(parent, names);
  if (!found.ok) return found;
  try {
    return use(found.value);
  } finally {
    closeDirectory(found.value);
  }
}

/** The same directory on a descriptor of its own. */
export function reopen(directory: Directory): Found<Directory> {
  try {
    return { ok: true, value: { fd: openSync(`${at(directory)}/.`, directoryFlags()), path: directory.path } };
  } catch (error) {
    return faultOf(error, directory.path);
  }
}

/** Closes it. Once: a closed descriptor's number may be another's by the next call. */
export function closeDirectory(directory: Directory): void {
  closeSync(directory.fd);
  const below = kept.get(directory);
  if (below === undefined) return;
  kept.delete(directory);
  for (const { value } of below.values()) closeDirectory(value);
}

/** Directories that are kept open below one, by their names, each with the time when its place was last compared. */
const kept = new WeakMap<Directory, Map<string, { value: Directory; at: number }>>();
/** One that was removed or replaced is noticed after so long at the latest, in milliseconds. */
const KEPT_MS = 1_000;

/**
 * The directory `name` in `parent`, kept open for the next call: for directories of the host's own, on the way to what is looked at again
 * and again. It is `parent`'s: whoever closes that closes it.
 */
export function keepDirectory(parent: Directory, name: string): Found<Directory> {
  let below = kept.get(parent);
  if (below === undefined) {
    below = new Map();
    kept.set(parent, below);
  }
  const known = below.get(name);
  const now = performance.now();
  if (known !== undefined && now - known.at < KEPT_MS) return { ok: true, value: known.value };
  const opened = openDirectory(parent, name);
  if (known !== undefined && opened.ok && isSame(known.value, opened.value)) {
    closeDirectory(opened.value);
    known.at = now;
    return { ok: true, value: known.value };
  }
  if (known !== undefined) {
    below.delete(name);
    closeDirectory(known.value);
  }
  if (opened.ok) below.set(name, { value: opened.value, at: now });
  return opened;
}

function isSame(a: Directory, b: Directory): boolean {
  const [one, other] = [identity(a), identity(b)];
  return one.dev === other.dev && one.ino === other.ino;
}

/** Who it is: the same for two descriptors of one directory, for as long as one of them is open. */
export function identity(directory: Directory): { dev: number; ino: number } {
  const { dev, ino } = fstatSync(directory.fd);
  return { dev, ino };
}

/**
 * The path by which the kernel finds `name` in `directory`, or `directory` itself.
 *
 * On the weaker walk this is where the directory's place is compared with its descriptor: one that was swapped meanwhile
 * is refused, and only a swap between this line and the caller's next is not seen.
 *
 * @throws HostError `unsafe_file` where the name is none or the directory has been swapped.
 */
export function at(directory: Directory, name?: string | Buffer): string | Buffer {
  if (name !== undefined) checkComponent(name);
  let base = `/proc/self/fd/${directory.fd}`;
  if (confinement() === "path") {
    if (!isStillThere(directory)) {
      throw new HostError("unsafe_file", `The directory ${directory.path} was replaced while it was in use.`);
    }
    base = directory.path;
  }
  if (name === undefined) return base;
  return typeof name === "string" ? `${base}/${name}` : Buffer.concat([Buffer.from(`${base}/`), name]);
}

function isStillThere(directory: Directory): boolean {
  const held = fstatSync(directory.fd);
  let found: Stats;
  try {
    found = lstatSync(directory.path);
  } catch {
    return false;
  }
  return found.isDirectory() && found.dev === held.dev && found.ino === held.ino;
}

/** Names that are one component whatever else: all of the host's own. */
const PLAIN = /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,200}$/;

/** Refuses what is not one component of a path: a separator or NUL in it, `.`, `..`, nothing, more than 255 bytes. */
function checkComponent(name: string | Buffer): void {
  if (typeof name === "string" && PLAIN.test(name)) return;
  const bytes = typeof name === "string" ? Buffer.from(name) : name;
  const dots = bytes.length <= 2 && bytes.every((byte) => byte === 0x2e);
  if (bytes.length === 0 || bytes.length > 255 || dots || bytes.includes(0x2f) || bytes.includes(0)) {
    throw new HostError("unsafe_file", "A name that is not one component of a path was refused.");
  }
}
