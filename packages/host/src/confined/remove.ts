// Removes a tree of any depth and width without following, without recursion, and with three descriptors at a time.
//
// The tree is first renamed into a pen of ours that nobody else can reach by a path. There each directory is emptied in
// its turn: files are unlinked, directories are renamed up into the pen, to be emptied later. So nothing is ever deeper
// than two, `..` is never taken, and an entry that is swapped at the last moment is unlinked or moved itself, whatever it is.
import { randomBytes } from "node:crypto";
import { chmodSync, opendirSync, renameSync, rmdirSync, unlinkSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { HostError, systemCode } from "../errors.js";
import { at, closeDirectory, type Directory, identity, openDirectory } from "./directory.js";
import { closeLook, look } from "./look.js";
import { makeDirectory, removeEmptyDirectory, rename } from "./write.js";

/** How far a removal goes. */
export interface RemoveOptions {
  /** Where the pen is made: on the same file system, not reachable by a container. Absent: beside the tree. */
  staging?: Directory;
  /** Milliseconds after which it gives up, with what is left in the pen. Default 10 minutes. */
  ms?: number;
}

/** What a removal did. */
export interface RemoveReport {
  /** Entries removed, the tree itself counted. */
  removed: number;
  /** One line for each fault, the first ten of them; empty when nothing is left. */
  left: string[];
}

interface Removal {
  pen: Directory;
  device: number;
  /** Directories in the pen are named by numbers: below `done` they are gone, from `next` on not yet there. */
  done: number;
  next: number;
  until: number;
  report: RemoveReport;
}

/** Names of pens begin so; one that is found later was left by a host that was killed. */
export const PEN_PREFIX = ".removing.";

const YIELD_MS = 8;

/**
 * Removes `name` in `parent` and all below it. Nothing there: nothing done.
 *
 * Faults below are in the report, not thrown; what could not be removed stays in the pen.
 *
 * @throws HostError `write_failed` where the tree could not even be moved away.
 */
export async function removeTree(parent: Directory, name: string, options: RemoveOptions = {}): Promise<RemoveReport> {
  const report: RemoveReport = { removed: 0, left: [] };
  const seen = look(parent, name);
  if (!seen.ok) {
    if (seen.fault.code === "missing") return report;
    throw new HostError("write_failed", `Could not remove ${name}: ${seen.fault.message}`);
  }
  closeLook(seen.value);
  const home = options.staging ?? parent;
  const penName = `${PEN_PREFIX}${randomBytes(8).toString("hex")}`;
  const pen = makeDirectory(home, penName, 0o700);
  try {
    if (rename(parent, name, pen, "0")) {
      const until = performance.now() + (options.ms ?? 600_000);
      await emptyPen({ pen, device: identity(pen).dev, done: 0, next: 1, until, report });
    }
  } finally {
    closeDirectory(pen);
  }
  removeEmptyDirectory(home, penName);
  return report;
}

async function emptyPen(removal: Removal): Promise<void> {
  for (; removal.done < removal.next; removal.done += 1) {
    const name = String(removal.done);
    if (unlinkIfFile(removal.pen, name, removal)) continue;
    await emptyDirectory(removal, name);
    if (performance.now() > removal.until) {
      leave(removal, "the time ended");
      return;
    }
  }
}

/** Empties and removes the directory `name` of the pen. */
async function emptyDirectory(removal: Removal, name: string): Promise<void> {
  const opened = openDirectory(removal.pen, name);
  if (!opened.ok) return leave(removal, opened.fault.message);
  const directory = opened.value;
  try {
    if (identity(directory).dev !== removal.device) return leave(removal, "a file system is mounted inside the tree");
    // A live container may add entries behind the listing; a few passes, then it is left.
    for (let pass = 0; pass < 5; pass += 1) {
      const found = await clearEntries(removal, directory);
      if (found === 0 || performance.now() > removal.until) break;
    }
  } finally {
    closeDirectory(directory);
  }
  try {
    rmdirSync(at(removal.pen, name));
    removal.report.removed += 1;
  } catch (error) {
    leave(removal, `a directory could not be removed (${systemCode(error)})`);
  }
}

/** One pass over a directory's entries; how many it found. */
async function clearEntries(removal: Removal, directory: Directory): Promise<number> {
  const stream = openStream(directory);
  if (stream === undefined) {
    leave(removal, "a directory could not be read");
    return 0;
  }
  let found = 0;
  let yieldAt = performance.now() + YIELD_MS;
  try {
    for (let entry = stream.readSync(); entry !== null; entry = stream.readSync()) {
      found += 1;
      const name = entry.name as unknown as Buffer;
      if (!unlinkIfFile(directory, name, removal)) moveUp(removal, directory, name);
      if (performance.now() > yieldAt) {
        await setImmediate();
        yieldAt = performance.now() + YIELD_MS;
        if (performance.now() > removal.until) break;
      }
    }
  } finally {
    stream.closeSync();
  }
  return found;
}

/** Opens a directory for listing, making it readable if it is ours and its permissions are in the way. */
function openStream(directory: Directory) {
  const path = at(directory).toString();
  const open = () => opendirSync(path, { encoding: "buffer" as BufferEncoding, bufferSize: 256 });
  try {
    return open();
  } catch {
    try {
      chmodSync(path, 0o700);
      return open();
    } catch {
      return undefined;
    }
  }
}

/** Unlinks whatever is no directory; true unless it is one. */
function unlinkIfFile(directory: Directory, name: string | Buffer, removal: Removal): boolean {
  try {
    unlinkSync(at(directory, name));
    removal.report.removed += 1;
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT") return true;
    if (code === "EISDIR" || code === "EPERM") return !isDirectory(directory, name, removal);
    leave(removal, `an entry could not be removed (${code})`);
    return true;
  }
}

/** Whether `name` is a directory; what is neither that nor removable is left and said. */
function isDirectory(directory: Directory, name: string | Buffer, removal: Removal): boolean {
  const opened = openDirectory(directory, name);
  if (!opened.ok) {
    if (opened.fault.code !== "missing") leave(removal, opened.fault.message);
    return false;
  }
  closeDirectory(opened.value);
  return true;
}

/** Moves a directory up into the pen. A directory that is not writable cannot be moved by anyone but root: it is opened up first. */
function moveUp(removal: Removal, directory: Directory, name: string | Buffer): void {
  const target = at(removal.pen, String(removal.next));
  const move = () => renameSync(at(directory, name), target);
  try {
    try {
      move();
    } catch (error) {
      if (systemCode(error) !== "EACCES") throw error;
      const opened = openDirectory(directory, name);
      if (!opened.ok) throw error;
      try {
        chmodSync(at(opened.value), 0o700);
      } finally {
        closeDirectory(opened.value);
      }
      move();
    }
    removal.next += 1;
  } catch (error) {
    if (systemCode(error) !== "ENOENT") leave(removal, `a directory could not be moved (${systemCode(error)})`);
  }
}

function leave(removal: Removal, why: string): void {
  if (removal.report.left.length < 10) removal.report.left.push(why);
}
