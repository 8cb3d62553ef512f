// Reads and writes in a case directory without trusting what the judged program has put there.

import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, lstat, open, readdir, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** What lies at a path, without following a link. */
export interface Entry {
  type: "absent" | "file" | "directory" | "link" | "fifo" | "other";
  size: number;
  /** Permission bits in octal: `0770`. */
  mode: string;
  links: number;
  inode: number;
}

const LARGEST_READ = 64 * 1024 * 1024;

/** Describes what lies at `path`; never throws for what is not there. */
export async function describe(path: string): Promise<Entry> {
  try {
    const stat = await lstat(path);
    const type = stat.isFile()
      ? "file"
      : stat.isDirectory()
        ? "directory"
        : stat.isSymbolicLink()
          ? "link"
          : stat.isFIFO()
            ? "fifo"
            : "other";
    return { type, size: stat.size, mode: `0${(stat.mode & 0o7777).toString(8)}`, links: stat.nlink, inode: stat.ino };
  } catch {
    return { type: "absent", size: 0, mode: "0", links: 0, inode: 0 };
  }
}

/** The bytes of a regular file, at most 64 MiB; undefined if it is not there or is something else. */
export async function readBytes(path: string): Promise<Buffer | undefined> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stat = await handle.stat();
    if (!stat.isFile() || stat.size > LARGEST_READ) return undefined;
    return await handle.readFile();
  } catch {
    return undefined;
  } finally {
    await handle?.close();
  }
}

/** Replaces `path` in one step. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = temporaryBeside(path);
  await writeFile(temporary, bytes, { flag: "wx", mode: 0o660 });
  await rename(temporary, path);
}

/** A name beside `path` that no reader takes for a document. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}`);
}

/** Sorted names in a directory, without those that begin with a dot (docs/protocol.md#atomic); undefined if it is none. */
export async function listNames(path: string): Promise<string[] | undefined> {
  try {
    return (await readdir(path)).filter((name) => !name.startsWith(".")).sort();
  } catch {
    return undefined;
  }
}

/** Writes line feeds into the doorbell of a status directory as a good host does, and ignores every error (docs/protocol.md#doorbell). */
export async function ringDoorbell(statusDirectory: string, times = 1): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(
      join(statusDirectory, "doorbell"),
      constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW,
    );
    if ((await handle.stat()).isFIFO()) await handle.write(Buffer.alloc(times, "\n"));
  } catch {
    // A doorbell is a hint: nobody may depend on it.
  } finally {
    await handle?.close();
  }
}
