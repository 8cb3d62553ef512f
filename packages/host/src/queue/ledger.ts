// A session's ledger: the host's durable record of what was enqueued and how it ended (docs/protocol.md#ledger).
//
// One line of JSON for what was recorded together, appended and synced before anybody is told: half a line counts for nothing. Anybody may read it; only who holds the session's lock
// appends, cuts off a line that a killed process left unfinished, and now and then puts a shorter file in its place.
import { randomBytes } from "node:crypto";
import { append, type Directory, type FileRange, glance, readRange, replaceFile } from "../confined/index.js";
import { HostError, isHostError } from "../errors.js";
import {
  apply,
  compacted,
  emptyState,
  type LedgerHead,
  type LedgerRecord,
  type LedgerState,
} from "./ledger-records.js";

const FILE = "ledger.jsonl";
const HEAD_BYTES = 4096;
const TRIES = 3;
const CHUNK = 1024 * 1024;
/** Two changes within one tick of the kernel's clock may look like none. */
const TICK_MS = 20;
/** A file smaller than this is never replaced by a shorter one. */
const COMPACT_FROM = 256 * 1024;

/** A ledger as far as this process has read it. */
export interface Ledger {
  readonly session: string;
  state: LedgerState;
  /** What of which file is in `state`; absent before the first reading and where there is no file. */
  read?: {
    generation: string;
    size: number;
    sizeAtStart: number;
    /** How much of `size` this process knows to be on the disk, records that may be lost without harm counted in. */
    durable: number;
  };
  /** Of the file when it was read last, where a later change cannot look the same. */
  stamp?: string;
  /** A sync of this file failed: it is not synced again, but written anew. */
  doubtful?: boolean;
}

/** The ledger of a session, nothing read yet. */
export function newLedger(session: string): Ledger {
  return { session, state: emptyState() };
}

/**
 * Reads on from where the last reading ended, or all of it where the file is another one by now. An unfinished last line is left
 * alone. No ledger: the empty state.
 *
 * @throws HostError `corrupt_file` where a whole line makes no sense, `unsafe_file`, `read_failed`.
 */
export function refresh(ledger: Ledger, directory: Directory): void {
  const seen = glance(directory, FILE);
  if (seen !== undefined && seen.stamp !== "" && seen.stamp === ledger.stamp) return;
  delete ledger.stamp;
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (readToEnd(ledger, directory)) {
        if (seen !== undefined && seen.ageMs > TICK_MS) ledger.stamp = seen.stamp;
        return;
      }
    } catch (error) {
      // A reader without the lock may meet the writer in the middle of a change: what was read is read again, whole.
      if (attempt >= TRIES || !isHostError(error) || error.code !== "corrupt_file") throw error;
    }
    reset(ledger);
  }
}

/** One reading; false where the file was replaced under it. */
function readToEnd(ledger: Ledger, directory: Directory): boolean {
  const head = readPart(directory, 0, HEAD_BYTES);
  const generation = head === undefined ? undefined : generationOf(head.bytes);
  if (head === undefined || generation === undefined) {
    // No file, or one whose first line was never finished: nothing that anybody was told of.
    reset(ledger);
    return true;
  }
  if (ledger.read?.generation !== generation || head.size < ledger.read.size) reset(ledger);
  ledger.read ??= { generation, size: 0, sizeAtStart: head.size, durable: 0 };
  while (ledger.read.size < head.size) {
    // A short file is in its head, whole.
    const whole = ledger.read.size === 0 && head.bytes.length === head.size;
    const part = whole ? linesOf(head) : readLines(directory, ledger.read.size);
    if (part === undefined) break;
    if (part.ino !== head.ino) return false;
    const harmless = applyLines(ledger, part.bytes);
    const wasDurable = ledger.read.durable === ledger.read.size;
    ledger.read.size += part.bytes.length;
    if (harmless && wasDurable) ledger.read.durable = ledger.read.size;
  }
  return true;
}

/**
 * Appends `records` and applies them. Only with the session's lock held, after {@link refresh}.
 *
 * With `sync` the disk has them when it returns. `created` is true where this was the first record: the directories above are
 * then to be synced too.
 *
 * @throws HostError `write_failed`: nothing is recorded, unless the message says that this is not known.
 */
export function record(
  ledger: Ledger,
  directory: Directory,
  records: readonly LedgerRecord[],
  options: { sync: boolean },
): { created: boolean } {
  if (ledger.read === undefined || ledger.doubtful === true) {
    writeAnew(ledger, directory, [...compacted(ledger.state, ledger.session, newGeneration()), ...records]);
    return { created: true };
  }
  const bytes = encode([records]);
  if (append(directory, FILE, ledger.read.size, bytes, options) === "unknown") {
    takeBack(ledger, directory);
    throw new HostError(
      "write_failed",
      "The disk did not take the ledger's record (sync failed); nothing was recorded.",
    );
  }
  const wasDurable = ledger.read.durable === ledger.read.size;
  ledger.read.size += bytes.length;
  if (options.sync || (wasDurable && records.every(isHarmless))) ledger.read.durable = ledger.read.size;
  for (const each of records) apply(ledger.state, each);
  compactIfLong(ledger, directory);
  return { created: false };
}

/**
 * Makes sure that all that was read is on the disk, before anybody is told of it: a process that was killed between its write and its
 * sync leaves a record that every other one can read, and that a power cut still takes away. Only with the lock held, after
 * {@link refresh}. Mostly there is nothing to do.
 *
 * @throws HostError `write_failed`.
 */
export function settleOnDisk(ledger: Ledger, directory: Directory): void {
  if (ledger.read === undefined || (ledger.doubtful !== true && ledger.read.durable === ledger.read.size)) return;
  // Written anew, not synced: whether an earlier sync of this file failed, in whatever process, cannot be known.
  writeAnew(ledger, directory, compacted(ledger.state, ledger.session, newGeneration()));
}

/** The sequence of the next publication: above the last one, and above that of any ledger that was lost before this one. */
export function nextSequence(state: LedgerState): number {
  return Math.max(state.sequence + 1, Date.now());
}

/** After a failed sync: puts a file without the doubtful record in the place of the one that may have it. */
function takeBack(ledger: Ledger, directory: Directory): void {
  try {
    writeAnew(ledger, directory, compacted(ledger.state, ledger.session, newGeneration()));
  } catch (cause) {
    ledger.doubtful = true;
    throw new HostError(
      "write_failed",
      "The disk failed while the ledger was written; whether it was recorded is not known.",
      {
        hint: "Look at the disk, then at the session's commands, before you enqueue it again.",
        cause,
      },
    );
  }
}

function compactIfLong(ledger: Ledger, directory: Directory): void {
  const { read } = ledger;
  if (read === undefined || read.size < COMPACT_FROM || read.size < 2 * read.sizeAtStart) return;
  try {
    writeAnew(ledger, directory, compacted(ledger.state, ledger.session, newGeneration()));
  } catch (error) {
    // The long file is as good; the next record tries again.
    if (!isHostError(error)) throw error;
  }
}

/** Puts a new file in the place of the ledger, synced with its name, and reads its state from the same records. */
function writeAnew(ledger: Ledger, directory: Directory, records: readonly LedgerRecord[]): void {
  const bytes = encode(records);
  replaceFile(directory, FILE, bytes, { mode: 0o600, sync: "full" });
  const state = emptyState();
  for (const each of records) apply(state, each);
  const generation = records.find((each): each is LedgerHead => each.record === "ledger")?.generation ?? "";
  ledger.state = state;
  ledger.doubtful = false;
  ledger.read = { generation, size: bytes.length, sizeAtStart: bytes.length, durable: bytes.length };
}

function reset(ledger: Ledger): void {
  ledger.state = emptyState();
  delete ledger.read;
  delete ledger.stamp;
}

function encode(lines: readonly (LedgerRecord | readonly LedgerRecord[])[]): Buffer {
  return Buffer.from(lines.map((each) => `${JSON.stringify(each)}\n`).join(""));
}

function newGeneration(): string {
  return randomBytes(8).toString("hex");
}

/** The first line's generation, which stands at its beginning; nothing where that line is not finished. */
function generationOf(bytes: Buffer): string | undefined {
  const text = bytes.toString("latin1");
  return text.includes("\n") ? /^\{"record":"ledger","generation":"([0-9a-f]{16})",/.exec(text)?.[1] : undefined;
}

/** Whole lines from byte `from` on; nothing where there is none yet. */
function readLines(directory: Directory, from: number): FileRange | undefined {
  for (let length = CHUNK; ; length *= 4) {
    const part = readPart(directory, from, length);
    if (part === undefined) return undefined;
    const lines = linesOf(part);
    if (lines !== undefined || part.bytes.length < length) return lines;
  }
}

/** Its whole lines; nothing where there is none. */
function linesOf(part: FileRange): FileRange | undefined {
  const end = part.bytes.lastIndexOf(0x0a) + 1;
  return end > 0 ? { ...part, bytes: part.bytes.subarray(0, end) } : undefined;
}

/** Applies whole lines; true where all of them may be lost without harm. */
function applyLines(ledger: Ledger, lines: Buffer): boolean {
  let harmless = true;
  for (const line of lines.toString("utf8").split("\n")) {
    if (line === "") continue;
    let parsed: unknown;
    try {
      parsed = JSON.parse(line);
    } catch (cause) {
      throw corrupt(ledger, cause);
    }
    for (const each of Array.isArray(parsed) ? parsed : [parsed]) {
      if (typeof each !== "object" || each === null || !("record" in each)) throw corrupt(ledger);
      apply(ledger.state, each as LedgerRecord);
      harmless &&= isHarmless(each as LedgerRecord);
    }
  }
  return harmless;
}

/** What the agent shows again if it is lost: `processed` may come back to an older state at any time. */
function isHarmless({ record: kind }: LedgerRecord): boolean {
  return kind === "processed";
}

function corrupt(ledger: Ledger, cause?: unknown): HostError {
  return new HostError(
    "corrupt_file",
    `The ledger of ${ledger.session} makes no sense after byte ${ledger.read?.size}.`,
    {
      hint: `Look at docker/.host/${ledger.session}/${FILE} in the state root; finish the session, or move the file away to begin a new ledger.`,
      cause,
    },
  );
}

function readPart(directory: Directory, from: number, length: number): FileRange | undefined {
  const found = readRange(directory, FILE, from, length);
  if (found.ok) return found.value;
  if (found.fault.code === "missing") return undefined;
  const code = found.fault.code === "unsafe_file" ? "unsafe_file" : "read_failed";
  throw new HostError(code, `The ledger cannot be read: ${found.fault.message}`);
}
