// A command's output, live and resumable: bytes as they lie in its files, told by their offsets, until the command has ended.
import type { CommandResult } from "@para-docker/protocol";
import { closeDirectory, type Directory, type FileRange, readRange } from "../confined/index.js";
import { HostError } from "../errors.js";
import { openClaimOf, PLACES } from "../places.js";
import { faultProblem } from "../problem.js";
import { directoryActivity, waker } from "./activity.js";

/** Which of a command's two streams. */
export type OutputStream = "stdout" | "stderr";

/** Bytes of a stream, raw: not made safe for a terminal. */
export interface OutputChunk {
  /** Where in the file they begin. */
  offset: number;
  bytes: Uint8Array;
}

/** How output is read. */
export interface OutputOptions {
  /** First byte wanted; what an earlier reader got to, its offset plus its bytes. Default 0. */
  from?: number;
  /** Go on until the command has ended. Default true. */
  follow?: boolean;
  signal?: AbortSignal;
}

/** What the reader needs of its session. */
export interface OutputParts {
  root: Directory;
  session: string;
  id: string;
  /** The result, once the ledger has it. Does not wait. */
  ended(): CommandResult | undefined;
  /** Resolves when the command has ended, or waiting is of no use any more; rejects where it cannot be told. */
  untilEnd(signal: AbortSignal): Promise<unknown>;
}

const CHUNK = 64 * 1024;
/** How often the file is looked at where no watch can be had, or an event was lost. */
const RESCAN_MS = 500;
const POLL_MS = 100;

/**
 * Yields the stream's bytes from `from` on (docs/protocol.md#output). With `follow` it ends when the command has ended and all
 * bytes are read.
 *
 * @throws HostError `unsafe_file` where something else lies in the file's place; what `untilEnd` rejects with.
 */
export async function* readOutput(
  parts: OutputParts,
  stream: OutputStream,
  options: OutputOptions,
): AsyncGenerator<OutputChunk> {
  const wakeUp = waker();
  const activity = directoryActivity(
    () => openClaimOf(parts.root, parts.session, parts.id),
    (name) => name === stream || name === PLACES.result,
    wakeUp.wake,
  );
  const stop = new AbortController();
  let failure: unknown;
  const waiting = options.follow === false ? undefined : parts.untilEnd(stop.signal);
  waiting
    ?.catch((error) => {
      failure = error;
    })
    .finally(wakeUp.wake);
  const at: Position = { offset: Math.max(0, options.from ?? 0), ino: undefined };
  try {
    for (;;) {
      const ended = parts.ended();
      yield* drain(parts, stream, at, ended, options.signal);
      if (options.follow === false || ended !== undefined || options.signal?.aborted === true) return;
      if (failure !== undefined) throw failure;
      const watching = activity.ensure();
      if (activity.take()) continue;
      await wakeUp.wait(watching ? RESCAN_MS : POLL_MS, options.signal);
    }
  } finally {
    stop.abort();
    activity.close();
  }
}

interface Position {
  offset: number;
  ino: number | undefined;
}

/** Yields what is there from the position on. */
function* drain(
  parts: OutputParts,
  stream: OutputStream,
  at: Position,
  ended: CommandResult | undefined,
  signal: AbortSignal | undefined,
): Generator<OutputChunk> {
  while (signal?.aborted !== true) {
    const part = readPart(parts, stream, at.offset);
    if (part === undefined) return;
    if (at.ino !== undefined && at.ino !== part.ino) {
      // Another file: what it leaves out is known when the command has ended.
      if (ended === undefined) return;
      at.offset = placeInCut(at.offset, part.size, ended[stream]?.bytes);
      at.ino = part.ino;
      continue;
    }
    at.ino = part.ino;
    if (part.bytes.length === 0) return;
    yield { offset: at.offset, bytes: part.bytes };
    at.offset += part.bytes.length;
  }
}

/**
 * Where to go on in a file of which an agent has cut the middle while it was followed: in its first half nothing moved; what lies
 * behind the cut moved forward by as much as was cut, and what was cut itself is passed over.
 */
function placeInCut(offset: number, size: number, written: number | undefined): number {
  const half = Math.floor(size / 2);
  if (offset <= half || written === undefined || written <= size) return offset;
  return Math.max(half, offset - (written - size));
}

function readPart(parts: OutputParts, stream: OutputStream, offset: number): FileRange | undefined {
  const claim = openClaimOf(parts.root, parts.session, parts.id);
  const found = claim.ok ? readRange(claim.value, stream, offset, CHUNK) : claim;
  if (claim.ok) closeDirectory(claim.value);
  if (found.ok) return found.value;
  if (found.fault.code === "missing") return undefined;
  const { message } = faultProblem(stream, found.fault);
  throw new HostError("unsafe_file", `The ${stream} of ${parts.id} cannot be read: ${message}`, {
    hint: "Something in the container replaced the file; its result may still be had.",
  });
}
