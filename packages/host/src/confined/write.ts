// Makes, replaces, renames and removes single names in a directory held by descriptor. Nothing is written through a link.
import { randomBytes } from "node:crypto";
import {
  close,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { HostError, isHostError, systemCode } from "../errors.js";
import { at, confinement, type Directory, noFollow, O_PATH, openDirectory } from "./directory.js";
import { faultOf, unopened } from "./found.js";
import { type ListBudget, list } from "./list.js";
import { openKind } from "./look.js";

/** How a file is replaced. */
export interface ReplaceOptions {
  /** Permissions, whatever the umask. */
  mode: number;
  /** `none`: the file may vanish or go back with a power cut, but is never torn. `full`: it and its name are on the disk. */
  sync: "none" | "full";
  /** Gives the file the directory's group, so that a container whose user is in it can read it. */
  directoryGroup?: boolean;
}

/**
 * Replaces `name` in one step (docs/protocol.md#atomic): a temporary file with a random name beside it, made by
 * `O_EXCL`, then a rename. Whatever had the name before is replaced, not followed; a directory is not.
 *
 * @throws HostError `write_failed`, with what was there still whole; `unsafe_file` where a directory has the name.
 */
export function replaceFile(directory: Directory, name: string, bytes: Uint8Array, options: ReplaceOptions): void {
  const temporary = temporaryName(name);
  attempt(`write ${name}`, () => {
    const fd = createExclusive(directory, temporary, options.mode);
    try {
      try {
        writeAll(fd, bytes);
        if (options.directoryGroup) takeGroup(fd, directory);
        if (options.sync === "full") fdatasyncSync(fd);
      } finally {
        closeSync(fd);
      }
      replaceHeld(directory, temporary, name);
    } catch (error) {
      removeFile(directory, temporary);
      throw error;
    }
    if (options.sync === "full") syncDirectory(directory);
  });
}

/** So long what was replaced is held: until whoever waits for the new file has most likely done with it. */
const HELD_MS = 50;

/**
 * Renames `temporary` to `name`, and holds what had the name for a while: the last one to let go of a file waits until its blocks are
 * given back, which takes longer than the renaming where the disk is told of each (`discard`), and holds up every sync meanwhile.
 */
function replaceHeld(directory: Directory, temporary: string, name: string): void {
  const before = confinement() === "descriptor" ? hold(directory, name) : undefined;
  try {
    renameSync(at(directory, temporary), at(directory, name));
  } finally {
    if (before !== undefined) setTimeout(() => close(before, () => undefined), HELD_MS).unref();
  }
}

function hold(directory: Directory, name: string): number | undefined {
  try {
    return openSync(at(directory, name), O_PATH | constants.O_NOFOLLOW);
  } catch {
    return undefined;
  }
}

/** A name for a temporary file that becomes `name`: beginning with a dot, not to be guessed. */
export function temporaryName(name: string): string {
  return `.${name}.${randomBytes(8).toString("hex")}`;
}

/** What `candidate` was to become when its process was killed, if it is a {@link temporaryName}; undefined for any other file. */
export function targetOfTemporary(candidate: string): string | undefined {
  return /^\.(.+)\.[0-9a-f]{16}$/s.exec(candidate)?.[1];
}

/** Whether `candidate` is a temporary name that {@link replaceFile} may have left for `name` when its process was killed. */
export function isTemporaryOf(name: string, candidate: string): boolean {
  return targetOfTemporary(candidate) === name;
}

/** Removes what killed processes left of writing `name`. Only for who is alone in writing it. */
export function sweepTemporaries(directory: Directory, name: string, budget?: ListBudget): void {
  const listing = list(directory, budget);
  for (const left of listing.ok ? listing.value.names : []) if (isTemporaryOf(name, left)) removeFile(directory, left);
}

/** Makes a file that was not there, and opens it for writing. The caller closes the descriptor. */
export function createExclusive(directory: Directory, name: string, mode: number): number {
  const fd = openSync(
    at(directory, name),
    constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | noFollow(),
    mode,
  );
  try {
    fchmodSync(fd, mode);
    return fd;
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** Writes all of `bytes`. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done);
}

/**
 * Appends `bytes` to the file `name` of the host's own, which has `size` bytes that count; what lies behind them, a line that a
 * killed process left unfinished, is cut off first. With `sync`, it returns when the disk has them.
 *
 * `unknown` where a sync failed, or a write that could not be taken back: whether the bytes are there is not known, so write the
 * file anew and never sync it again (docs/protocol.md#durability).
 *
 * @throws HostError `write_failed`, the file being as it was; `unsafe_file` where it is none of ours.
 */
export function append(
  directory: Directory,
  name: string,
  size: number,
  bytes: Uint8Array,
  options: { sync: boolean },
): "done" | "unknown" {
  const opened = openKind(directory, name, "file", constants.O_WRONLY | constants.O_APPEND);
  if (!opened.ok) {
    const code = opened.fault.code === "unsafe_file" ? "unsafe_file" : "write_failed";
    throw new HostError(code, `Could not append to ${directory.path}/${name}: ${opened.fault.message}`);
  }
  const { fd } = opened.value;
  try {
    return attempt(`append to ${name}`, () => {
      if (fstatSync(fd).size !== size) ftruncateSync(fd, size);
      try {
        writeAll(fd, bytes);
      } catch (error) {
        if (!succeeds(() => ftruncateSync(fd, size))) return "unknown";
        throw error;
      }
      return !options.sync || succeeds(() => fdatasyncSync(fd)) ? "done" : "unknown";
    });
  } finally {
    closeSync(fd);
  }
}

function succeeds(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes the directory `name`, if it is not there, with `mode` whatever the umask, and opens it.
 *
 * @throws HostError `unsafe_file` where something else has the name, `write_failed` where it cannot be made.
 */
export function makeDirectory(parent: Directory, name: string, mode: number): Directory {
  let made = true;
  attempt(`make the directory ${name}`, () => {
    try {
      mkdirSync(at(parent, name), { mode });
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw error;
      made = false;
    }
  });
  const opened = openDirectory(parent, name);
  if (!opened.ok) throw unopened(`${parent.path}/${name}`, opened.fault);
  if (made) attempt(`make the directory ${name}`, () => withReadable(opened.value, (fd) => fchmodSync(fd, mode)));
  return opened.value;
}

/** Renames `name` in `from` to `newName` in `to`, over whatever is there. False if there is no such name. */
export function rename(from: Directory, name: string | Buffer, to: Directory, newName: string): boolean {
  return attempt(`rename ${name}`, () => absentIsFalse(() => renameSync(at(from, name), at(to, newName))));
}

/** Makes a symbolic link that holds `text`, if the name is free; false if it is taken. Nothing ever follows it. */
export function makeNote(directory: Directory, name: string, text: string): boolean {
  return attempt(`make ${name}`, () => takenIsFalse(() => symlinkSync(text, at(directory, name))));
}

/** The text of a {@link makeNote}, or nothing where there is none. */
export function readNote(directory: Directory, name: string): string | undefined {
  try {
    return readlinkSync(at(directory, name)).toString();
  } catch {
    return undefined;
  }
}

/** Removes the name of anything but a directory. False if it was not there, or could not be removed. */
export function removeFile(directory: Directory, name: string | Buffer): boolean {
  try {
    unlinkSync(at(directory, name));
    return true;
  } catch {
    return false;
  }
}

/** Removes the directory `name` if it is empty. */
export function removeEmptyDirectory(directory: Directory, name: string | Buffer): boolean {
  try {
    rmdirSync(at(directory, name));
    return true;
  } catch {
    return false;
  }
}

/** Waits until the disk has the directory's names. */
export function syncDirectory(directory: Directory): void {
  attempt(`sync ${directory.path}`, () => withReadable(directory, fsyncSync));
}

function withReadable(directory: Directory, use: (fd: number) => void): void {
  const fd = openSync(at(directory), constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    use(fd);
  } finally {
    closeSync(fd);
  }
}

/** Gives an open file its directory's group. Not allowed, or not needed: it stays as it is. */
function takeGroup(fd: number, directory: Directory): void {
  const { gid } = fstatSync(directory.fd);
  const file = fstatSync(fd);
  if (file.gid === gid) return;
  try {
    fchownSync(fd, file.uid, gid);
  } catch {
    // The caller is not in that group: the file's permissions decide.
  }
}

function absentIsFalse(act: () => void): boolean {
  return falseOn("ENOENT", act);
}

function takenIsFalse(act: () => void): boolean {
  return falseOn("EEXIST", act);
}

function falseOn(code: string, act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (systemCode(error) === code) return false;
    throw error;
  }
}

/** Runs `act`; a fault of the system becomes a {@link HostError} that says what was being done. */
function attempt<T>(what: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    if (isHostError(cause)) throw cause;
    throw writeFault(what, cause);
  }
}

/** What to do about a disk that refuses to write. */
const WRITE_HINTS: Readonly<Record<string, string>> = {
  ENOSPC: "Make room on the disk (df -h, df -i), then try again.",
  EDQUOT: "Make room in your quota, then try again.",
  EROFS: "Its file system is read-only: name a state root elsewhere with --state-dir.",
  EACCES: "See to it that you may write there, or name a state root elsewhere with --state-dir.",
  EIO: "The disk is failing: look at its log (dmesg).",
};

/** A write that failed, as an error with what to do. `what` completes “Could not …”. */
export function writeFault(what: string, cause: unknown): HostError {
  const code = systemCode(cause);
  const unsafe = code === "EISDIR" || code === "ENOTDIR" || code === "ELOOP" || code === "ENOTEMPTY";
  const hint = WRITE_HINTS[code ?? ""];
  return new HostError(
    unsafe ? "unsafe_file" : "write_failed",
    `Could not ${what} (${code ?? faultOf(cause, what).fault.message}).`,
    { cause, ...(hint !== undefined && { hint }) },
  );
}
