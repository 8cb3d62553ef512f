// Archives a session's tree: regular files only, read by descriptor, into one tar.gz with a manifest of their hashes.
//
// The caller has stopped the container and moved the tree to a private place first (docs/protocol.md#finish); still nothing here follows
// a link or believes a size.
import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, fsyncSync, readSync } from "node:fs";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Pack } from "tar-stream";
import {
  closeDirectory,
  closeLook,
  createExclusive,
  type Directory,
  list,
  look,
  openDirectory,
  openKind,
  removeFile,
  rename,
  reopen,
  syncDirectory,
  temporaryName,
  writeAll,
} from "../confined/index.js";
import { HostError, systemCode } from "../errors.js";
import { treeBytes } from "./tree-size.js";

/** A file in an archive. */
export interface ArchiveEntry {
  /** Path in the archive, with slashes. */
  path: string;
  bytes: number;
  /** SHA-256 of the content, in hex. */
  sha256: string;
}

/** Something that is not in an archive, and why. Both are strings of the container's: sanitise before showing. */
export interface LeftOut {
  path: string;
  reason: string;
}

/** What an archive holds; the same stands in it as `manifest.json`, its last entry. */
export interface ArchiveManifest {
  entries: ArchiveEntry[];
  /** The first hundred; `left_out_count` counts all. */
  left_out: LeftOut[];
  left_out_count: number;
}

/** Bounds of an archive. */
export interface ArchiveLimits {
  /** Files. Default 100,000. */
  entries?: number;
  /** Bytes of one file. Default 1 GiB. */
  fileBytes?: number;
  /** Bytes of all files. Default 8 GiB. */
  totalBytes?: number;
}

/** Told how many bytes of files are in an archive, and how many there will be. */
export type ArchiveProgress = (done: number, total: number) => void;

/** How an archive is made. */
export interface ArchiveOptions {
  extra?: readonly ExtraFile[];
  limits?: ArchiveLimits;
  /** Called after each mebibyte and each file, where it can be told beforehand how many bytes there are. */
  onProgress?: ArchiveProgress | undefined;
}

/** A file that the host adds itself: container metadata, the ledger's results. */
export interface ExtraFile {
  path: string;
  bytes: Uint8Array;
}

/** Directories in a tree are followed so far down; what the protocol puts there is four deep. */
const DEPTH = 32;
const CHUNK = 1024 * 1024;
const NOTED = 100;

interface Archiving {
  pack: Pack;
  manifest: ArchiveManifest;
  limits: Required<ArchiveLimits>;
  bytes: number;
  /** Tells of `bytes` more. */
  advance(bytes: number): void;
}

/**
 * Writes the tree in `source` as `name` into `target`, in one step: the name is there when the whole archive is on the disk.
 *
 * Links, FIFOs, sockets, devices, files with a second name and names that are not UTF-8 are left out and listed; names that begin with
 * a dot, the agent's own notes, are left out. Entries are files with mode 0600 and no owner.
 *
 * @throws HostError `write_failed`, with nothing left behind.
 */
export async function archiveTree(
  source: Directory,
  target: Directory,
  name: string,
  options: ArchiveOptions = {},
): Promise<ArchiveManifest> {
  // Takes longer to load than all the rest of the host, and most calls archive nothing.
  const { pack } = await import("tar-stream");
  const temporary = temporaryName(name);
  const limits = { entries: 100_000, fileBytes: 2 ** 30, totalBytes: 8 * 2 ** 30, ...options.limits };
  const manifest: ArchiveManifest = { entries: [], left_out: [], left_out_count: 0 };
  const archiving: Archiving = { pack: pack(), manifest, limits, bytes: 0, advance: advanceOf(source, options) };
  try {
    const fd = createExclusive(target, temporary, 0o600);
    try {
      const written = pipeline(archiving.pack, createGzip(), writeTo(fd));
      // A fault of the pipeline ends the packing too; it is thrown from here, and not twice.
      written.catch(() => undefined);
      await Promise.race([fill(archiving, source, options.extra ?? []), written]);
      await written;
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    rename(target, temporary, target, name);
    syncDirectory(target);
    return manifest;
  } catch (cause) {
    archiving.pack.destroy();
    removeFile(target, temporary);
    throw new HostError("write_failed", `The archive could not be written (${systemCode(cause) ?? "unknown fault"}).`, {
      hint: "Make room on the disk and finish the session again: nothing of it was removed.",
      cause,
    });
  }
}

function advanceOf(source: Directory, { onProgress }: ArchiveOptions): (bytes: number) => void {
  const total = onProgress && treeBytes(source);
  let done = 0;
  return (bytes) => {
    done += bytes;
    if (total !== undefined) onProgress?.(Math.min(done, total), total);
  };
}

async function fill(archiving: Archiving, source: Directory, extra: readonly ExtraFile[]): Promise<void> {
  for (const file of extra) await addBytes(archiving, file.path, file.bytes);
  const opened = reopen(source);
  if (!opened.ok) throw new HostError("read_failed", opened.fault.message);
  await addDirectory(archiving, opened.value, "", 1);
  const text = `${JSON.stringify(archiving.manifest, undefined, 2)}\n`;
  await entry(archiving.pack, "manifest.json", Buffer.byteLength(text), async (write) => write(Buffer.from(text)));
  archiving.pack.finalize();
}

/** Adds what lies in `directory`, and closes it. */
async function addDirectory(archiving: Archiving, directory: Directory, prefix: string, depth: number): Promise<void> {
  try {
    const listing = list(directory, { entries: archiving.limits.entries, ms: 60_000 });
    if (!listing.ok) return leaveOut(archiving, prefix, listing.fault.message);
    for (const bytes of listing.value.odd) leaveOut(archiving, `${prefix}${bytes.toString()}`, "its name is not UTF-8");
    if (!listing.value.complete) leaveOut(archiving, prefix, "more entries than an archive takes");
    // A name that begins with a dot is the writer's own note, no document of the session (docs/protocol.md#atomic).
    const names = listing.value.names.filter((name) => !name.startsWith(".")).sort();
    for (const name of names) await addName(archiving, directory, name, prefix, depth);
  } finally {
    closeDirectory(directory);
  }
}

async function addName(
  archiving: Archiving,
  parent: Directory,
  name: string,
  prefix: string,
  depth: number,
): Promise<void> {
  const path = `${prefix}${name}`;
  const seen = look(parent, name);
  if (!seen.ok) return leaveOut(archiving, path, seen.fault.message);
  const { kind } = seen.value;
  closeLook(seen.value);
  if (kind === "file") return addFile(archiving, parent, name, path);
  if (kind !== "directory") return leaveOut(archiving, path, `it is a ${kind}`);
  if (depth >= DEPTH) return leaveOut(archiving, path, "it lies too deep");
  const opened = openDirectory(parent, name);
  if (!opened.ok) return leaveOut(archiving, path, opened.fault.message);
  await addDirectory(archiving, opened.value, `${path}/`, depth + 1);
}

async function addFile(archiving: Archiving, parent: Directory, name: string, path: string): Promise<void> {
  const opened = openKind(parent, name, "file", constants.O_RDONLY);
  if (!opened.ok) return leaveOut(archiving, path, opened.fault.message);
  const { fd } = opened.value;
  try {
    const { size } = fstatSync(fd);
    const { limits } = archiving;
    if (size > limits.fileBytes) return leaveOut(archiving, path, `it is larger than ${limits.fileBytes} bytes`);
    if (archiving.bytes + size > limits.totalBytes || archiving.manifest.entries.length >= limits.entries) {
      return leaveOut(archiving, path, "the archive is full");
    }
    archiving.bytes += size;
    const hash = createHash("sha256");
    let short = false;
    await entry(archiving.pack, path, size, async (write) => {
      for (let done = 0; done < size; ) {
        const buffer = Buffer.alloc(Math.min(CHUNK, size - done));
        const count = readSync(fd, buffer, 0, buffer.length, done);
        // A file cut while it is read is filled up with zeros, so that the archive stays whole; the manifest says so.
        if (count === 0) short = true;
        const part = count === 0 ? buffer : buffer.subarray(0, count);
        hash.update(part);
        await write(part);
        done += part.length;
        archiving.advance(part.length);
      }
    });
    archiving.manifest.entries.push({ path, bytes: size, sha256: hash.digest("hex") });
    if (short) leaveOut(archiving, path, "it was cut while it was read: the rest is zeros");
  } finally {
    closeSync(fd);
  }
}

async function addBytes(archiving: Archiving, path: string, bytes: Uint8Array): Promise<void> {
  await entry(archiving.pack, path, bytes.length, async (write) => write(bytes));
  archiving.bytes += bytes.length;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  archiving.manifest.entries.push({ path, bytes: bytes.length, sha256 });
}

function leaveOut({ manifest }: Archiving, path: string, reason: string): void {
  manifest.left_out_count += 1;
  if (manifest.left_out.length < NOTED) manifest.left_out.push({ path: path.slice(0, 1024), reason });
}

type Write = (bytes: Uint8Array) => Promise<void>;

/** Adds one entry of `size` bytes that `give` writes; waits whenever the packer is full, so that memory stays flat. */
async function entry(pack: Pack, name: string, size: number, give: (write: Write) => Promise<void>): Promise<void> {
  let end: (error?: unknown) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve());
  });
  const sink = pack.entry({ name, size, mode: 0o600, uid: 0, gid: 0, type: "file" }, (error) => end(error));
  await give(
    (bytes) =>
      new Promise((resolve, reject) => {
        sink.once("error", reject);
        const go = () => {
          sink.off("error", reject);
          resolve();
        };
        if (sink.write(bytes)) go();
        else sink.once("drain", go);
      }),
  );
  sink.end(undefined);
  await ended;
}

/** Writes to a descriptor that stays open, for the sync that follows. */
function writeTo(fd: number): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      try {
        writeAll(fd, chunk);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
