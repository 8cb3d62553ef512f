// The agent's structured log: its last records, and those that come (docs/protocol.md#logs).
import { LIMITS, type LogRecord, parseLogRecord } from "@para-docker/protocol";
import { closeDirectory, type Directory, type FileRange, readRange, walkTo } from "../confined/index.js";
import { openSessionDirectory, PLACES } from "../places.js";
import { safe } from "../safe.js";
import { directoryActivity, waker } from "./activity.js";

/** How the log is read. */
export interface LogOptions {
  /** Records from the end to begin with, as far as the last 256 KiB hold them. Default: 100. */
  last?: number;
  /** Go on with those that come, until `signal` is aborted. Default false. */
  follow?: boolean;
  signal?: AbortSignal;
}

const TAIL_BYTES = 256 * 1024;
const CHUNK = 64 * 1024;
const RESCAN_MS = 1_000;
const POLL_MS = 250;
const LINE_END = 0x0a;

/**
 * Yields records of a session's agent, made safe. Lines that are no records are passed over. After a rotation it goes on in the new file;
 * what the old one got between the last look and the rotation is read from its new name.
 */
export async function* readLogs(root: Directory, session: string, options: LogOptions = {}): AsyncGenerator<LogRecord> {
  const wakeUp = waker();
  const open = () => openLogs(root, session);
  const activity = directoryActivity(open, (name) => name === PLACES.agentLog, wakeUp.wake);
  try {
    const begin = readAt(root, session, PLACES.agentLog, -TAIL_BYTES);
    const at = { ino: begin?.ino, offset: begin === undefined ? 0 : begin.size };
    const rest: { bytes: Buffer } = { bytes: Buffer.alloc(0) };
    const first = begin === undefined ? [] : recordsIn(rest, begin.bytes);
    yield* first.slice(-(options.last ?? 100));
    while (options.follow === true && options.signal?.aborted !== true) {
      const watching = activity.ensure();
      yield* readOn(root, session, at, rest);
      if (!activity.take()) await wakeUp.wait(watching ? RESCAN_MS : POLL_MS, options.signal);
    }
  } finally {
    activity.close();
  }
}

function* readOn(
  root: Directory,
  session: string,
  at: { ino: number | undefined; offset: number },
  rest: { bytes: Buffer },
): Generator<LogRecord> {
  for (;;) {
    const part = readAt(root, session, PLACES.agentLog, at.offset);
    if (part === undefined) return;
    if (part.ino !== at.ino || part.size < at.offset) {
      const old = part.ino === at.ino ? undefined : readAt(root, session, `${PLACES.agentLog}.1`, at.offset);
      if (old !== undefined && old.ino === at.ino) yield* recordsIn(rest, old.bytes);
      rest.bytes = Buffer.alloc(0);
      at.ino = part.ino;
      at.offset = 0;
      continue;
    }
    if (part.bytes.length === 0) return;
    at.offset += part.bytes.length;
    yield* recordsIn(rest, part.bytes);
  }
}

/** The records of whole lines; what follows the last line end waits in `rest`, unless it is longer than a record may be. */
function recordsIn(rest: { bytes: Buffer }, bytes: Buffer): LogRecord[] {
  const all = Buffer.concat([rest.bytes, bytes]);
  const end = all.lastIndexOf(LINE_END) + 1;
  const open = all.subarray(end);
  rest.bytes = Buffer.from(open.length > LIMITS.bytes["log-record"] ? "" : open);
  return all
    .subarray(0, end)
    .toString("latin1")
    .split("\n")
    .flatMap((line) => {
      const parsed = line === "" ? undefined : parseLogRecord(Buffer.from(line, "latin1"));
      return parsed?.ok ? [safe(parsed.value)] : [];
    });
}

/** Reads from byte `offset` on, or, where it is negative, so many bytes from the end. */
function readAt(root: Directory, session: string, name: string, offset: number): FileRange | undefined {
  const directory = openLogs(root, session);
  if (!directory.ok) return undefined;
  try {
    if (offset >= 0) return orNothing(readRange(directory.value, name, offset, CHUNK));
    const head = orNothing(readRange(directory.value, name, 0, 0));
    if (head === undefined) return undefined;
    return orNothing(readRange(directory.value, name, Math.max(0, head.size + offset), -offset));
  } finally {
    closeDirectory(directory.value);
  }
}

function orNothing(found: ReturnType<typeof readRange>): FileRange | undefined {
  return found.ok ? found.value : undefined;
}

function openLogs(root: Directory, session: string) {
  const directory = openSessionDirectory(root, session);
  if (!directory.ok) return directory;
  try {
    return walkTo(directory.value, [PLACES.logs]);
  } finally {
    closeDirectory(directory.value);
  }
}
