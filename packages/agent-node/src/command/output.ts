// One output stream of a command: from its pipe into its file, head and tail kept where it is too much (docs/protocol.md#output).
import { closeSync, constants, fstatSync, ftruncateSync, openSync, readdirSync, readSync, unlinkSync } from "node:fs";
import type { Socket } from "node:net";
import type { OutputInfo } from "@para-docker/protocol";
import { errnoOf, ignoring } from "../errno.js";
import { readPipe } from "../files/pipe-reader.js";
import { writeWhole } from "../files/replace-file.js";
import type { Spares } from "../files/spares.js";

export type StreamName = "stdout" | "stderr";

/** A stream being captured. */
export interface Output {
  /** Takes what is in the pipe by now, closes the file, and tells what it holds. Whatever comes later is thrown away. */
  finish(): OutputInfo;
  /**
   * Lets go of the pipe after `finish`, when its supervisor has closed it. True where somebody has it still: then it keeps a reader, so
   * that whoever writes neither hangs nor dies of writing.
   */
  release(): boolean;
}

/** At most so many bytes are kept of the end; what is before them is readable while the command runs. */
const LARGEST_TAIL = 1024 * 1024;
/** A pipe holds no more than this, so that whoever goes on writing cannot hold up the end. */
const LARGEST_PIPE = 1024 * 1024;

const SOON_MS = 2;
const ROOM_FOR_RESULT = 32_768;

/** Every stream reads into it: what is read is written before the next read. */
const shared = Buffer.allocUnsafeSlow(65_536);

/** Where a stream goes, and who is told that the disk refused a write: once a stream; the command does not notice. */
export interface OutputPlace {
  /** Directory of the claim. */
  directory: string;
  spares: Spares;
  onLoss(): void;
}

/**
 * Captures what comes from `readEnd`, a pipe opened without blocking, into the file `name` of the claim, of which at most `limit` bytes
 * are kept. With `resume` a stream that an earlier life of the agent began is gone on with. Throws what the system said where the
 * file cannot be made.
 */
export function captureOutput(
  place: OutputPlace,
  name: StreamName,
  readEnd: number,
  limit: number,
  resume = false,
): Output {
  let file: KeptFile;
  try {
    file = openKept(place, name, limit, resume);
  } catch (error) {
    closeSync(readEnd);
    throw error;
  }
  let finished = false;
  let socket: Socket | undefined;
  const listen = () => {
    socket = readPipe(readEnd, shared, (bytes) => {
      if (!finished) file.write(bytes);
    });
  };
  // Most commands end so soon that looking once, at their end, is all it takes.
  const timer = setTimeout(listen, SOON_MS);

  /** Reads what is there; `held` means that somebody may still write. */
  const drain = (): "ended" | "held" => {
    if (socket?.destroyed || socket?.readableEnded) return "ended";
    for (let taken = 0; taken < LARGEST_PIPE; ) {
      const count = readNow(readEnd);
      if (count <= 0) return count === 0 ? "ended" : "held";
      if (!finished) file.write(shared.subarray(0, count));
      taken += count;
    }
    return "held";
  };

  return {
    finish() {
      clearTimeout(timer);
      drain();
      finished = true;
      return file.close();
    },
    release() {
      const held = drain() === "held";
      if (held && socket === undefined) listen();
      if (held) socket?.unref();
      else if (socket === undefined) closeSync(readEnd);
      else socket.destroy();
      return held;
    },
  };
}

/** Bytes read into the shared buffer, 0 at the end, -1 where there are none now. An error is an end. */
function readNow(fd: number): number {
  // "Try again" is an answer here and no error; its stack would cost more than all the rest.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return readSync(fd, shared, 0, shared.length, null);
  } catch (error) {
    return errnoOf(error) === "EAGAIN" ? -1 : 0;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** What an ended command has left in its files, for a pipe that nobody can reach any more. */
export function closeKept(place: OutputPlace, name: StreamName, limit: number): OutputInfo {
  return openKept(place, name, limit, true).close();
}

const FLAGS = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;

interface KeptFile {
  write(bytes: Uint8Array): void;
  close(): OutputInfo;
}

interface Segment {
  /** Offset of its first byte in the stream; it is part of its name, so that the count outlives the agent. */
  start: number;
  fd: number;
}

/**
 * The file `name`, which takes the head as it comes, and beside it the tail in segments of which the last two are kept. Segments
 * lie on the disk and not in memory, so that neither a large limit nor the agent's death costs anything.
 */
function openKept(
  { directory, spares, onLoss }: OutputPlace,
  name: StreamName,
  limit: number,
  resume: boolean,
): KeptFile {
  const tailLimit = Math.min(Math.floor(limit / 2), LARGEST_TAIL);
  const headLimit = limit - tailLimit;
  const headPath = `${directory}/${name}`;
  const head = resume ? openSync(headPath, FLAGS) : spares.place(headPath);
  let headSize = resume ? fstatSync(head).size : 0;
  let segments = resume ? openSegments(directory, name) : [];
  const last = segments.at(-1);
  let total = last === undefined ? headSize : last.start + fstatSync(last.fd).size;
  if (segments.length > 0 && headSize > headLimit) {
    // The agent died while it put the end together.
    ftruncateSync(head, headLimit);
    headSize = headLimit;
  }
  let lost = false;

  /**
   * The disk is full, and perhaps of this very output: nothing more is kept of it, and what is given up makes room for the result, without
   * which nobody would ever hear of the end.
   */
  const lose = () => {
    if (!lost) onLoss();
    lost = true;
    for (const segment of segments) drop(segment);
    segments = [];
    ignoring(() => {
      headSize = Math.max(0, fstatSync(head).size - ROOM_FOR_RESULT);
      ftruncateSync(head, headSize);
    });
  };

  const segmentPath = (start: number) => `${directory}/.${name}.${start}`;

  const drop = (segment: Segment) => {
    closeSync(segment.fd);
    ignoring(() => unlinkSync(segmentPath(segment.start)));
  };

  const writeTail = (bytes: Uint8Array) => {
    if (tailLimit === 0 || lost) return;
    try {
      let current = segments.at(-1);
      if (current === undefined || total - current.start >= tailLimit) {
        current = { start: total, fd: openSync(segmentPath(total), FLAGS, 0o600) };
        segments.push(current);
        for (const old of segments.splice(0, segments.length - 2)) drop(old);
      }
      writeWhole(current.fd, bytes);
    } catch {
      lose();
    }
  };

  const write = (bytes: Uint8Array) => {
    let rest = bytes;
    if (total === headSize && headSize < headLimit) {
      const part = rest.subarray(0, headLimit - headSize);
      try {
        writeWhole(head, part);
        headSize += part.length;
      } catch {
        lose();
      }
      total += part.length;
      rest = rest.subarray(part.length);
    }
    while (rest.length > 0) {
      const current = segments.at(-1);
      const room = current === undefined ? tailLimit : tailLimit - ((total - current.start) % (tailLimit || 1));
      const part = rest.subarray(0, room || rest.length);
      writeTail(part);
      total += part.length;
      rest = rest.subarray(part.length);
    }
  };

  /** Appends the last `tailLimit` bytes of the stream, or all where nothing was left out. */
  const joinTail = () => {
    const from = Math.max(total - tailLimit, segments[0]?.start ?? total);
    if (from > headSize) writeWhole(head, Buffer.from(`\n[${from - headSize} bytes left out]\n`));
    for (const segment of segments) {
      let offset = Math.max(0, from - segment.start);
      for (;;) {
        const count = readSync(segment.fd, shared, 0, shared.length, offset);
        if (count === 0) break;
        writeWhole(head, shared.subarray(0, count));
        offset += count;
      }
    }
  };

  return {
    write,
    close() {
      const truncated = total > limit || lost;
      if (total > headSize) {
        try {
          joinTail();
        } catch {
          lose();
        }
      }
      for (const segment of segments) drop(segment);
      closeSync(head);
      return { bytes: total, truncated: truncated || lost, path: `${relativePlace(directory)}/${name}` };
    },
  };
}

function openSegments(directory: string, name: StreamName): Segment[] {
  const prefix = `.${name}.`;
  return readdirSync(directory)
    .flatMap((entry) => (entry.startsWith(prefix) ? [Number(entry.slice(prefix.length))] : []))
    .filter(Number.isSafeInteger)
    .sort((a, b) => a - b)
    .map((start) => ({
      start,
      fd: openSync(`${directory}/${prefix}${start}`, constants.O_RDWR | constants.O_APPEND | constants.O_NOFOLLOW),
    }));
}

/** `logs/commands/{id}`: where a person looks, below the status directory. */
function relativePlace(directory: string): string {
  return directory.split("/").slice(-3).join("/");
}
