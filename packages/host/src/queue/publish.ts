// `commands.json`: derived from the ledger's state, bounded, written in one step, followed by the doorbell.
import { LIMITS, PROTOCOL_VERSION } from "@para-docker/protocol";
import { type Directory, readRange, replaceFile, ring } from "../confined/index.js";
import { PLACES } from "../places.js";
import type { LedgerState } from "./ledger-records.js";

/** Bytes of a document around its entries: the envelope with the longest sequence and timestamp. */
const ENVELOPE_BYTES = 160;
/** Bytes of one id in `processed`: the longest id, quotes, comma, line end. */
const ID_BYTES = 68;
const HEAD_BYTES = 128;

/** Permissions of `commands.json`: the container's user may read it through the directory's group, nobody else. */
const MODE = 0o640;

/** Why an entry of `bytes` bytes does not fit in, or nothing (docs/protocol.md#queue-full). `staged` are entries not yet in `state`. */
export function overflow(
  state: LedgerState,
  type: "exec" | "signal",
  bytes: number,
  staged: { count: number; bytes: number },
): string | undefined {
  const reserve = type === "signal" ? LIMITS.queue_signal_reserve : 0;
  const count = state.open.size + staged.count;
  if (count >= LIMITS.queue_entries + reserve) return `${count} commands wait or run`;
  const reserveBytes = type === "signal" ? 0 : LIMITS.queue_signal_reserve_bytes;
  let total =
    ENVELOPE_BYTES + staged.bytes + bytes + 2 + Math.min(state.processed.size, LIMITS.processed_entries) * ID_BYTES;
  for (const { text } of state.open.values()) total += Buffer.byteLength(text) + 2;
  return total > LIMITS.bytes.commands - reserveBytes ? "the commands that wait or run fill commands.json" : undefined;
}

/** The document, one entry a line, so that it reads well and costs a line-wise reader little. */
export function queueDocument(state: LedgerState, now: Date): Buffer {
  const commands = [...state.open.values()].map(({ text }) => text);
  let room = LIMITS.bytes.commands - ENVELOPE_BYTES;
  for (const text of commands) room -= Buffer.byteLength(text) + 2;
  // Of the ids the newest stay: an older one that the agent still lists comes back when it does.
  const most = Math.min(LIMITS.processed_entries, Math.floor(room / ID_BYTES));
  const processed = most > 0 ? [...state.processed].slice(-most) : [];
  const head = `"protocol_version":"${PROTOCOL_VERSION}","timestamp":"${now.toISOString()}"`;
  return Buffer.from(
    `{"sequence":${state.sequence},${head},"commands":[${lines(commands)}],"processed":[${lines(processed.map((id) => JSON.stringify(id)))}]}\n`,
  );
}

function lines(entries: readonly string[]): string {
  return entries.length === 0 ? "" : `\n${entries.join(",\n")}\n`;
}

/**
 * Publishes the state in the session's directory. With `bell`, the agent is woken.
 *
 * @throws HostError `write_failed`, `unsafe_file` where a directory lies in the place of the document.
 */
export function publish(session: Directory, state: LedgerState, bell: boolean): void {
  replaceFile(session, PLACES.commands, queueDocument(state, new Date()), {
    mode: MODE,
    sync: "none",
    directoryGroup: true,
  });
  if (bell) ring(session, PLACES.doorbell);
}

/**
 * Whether the document that lies there begins as the host wrote it last, under `sequence`; 0 if it never did. A hint, for a host that
 * was killed between ledger and document, and for a container that changed it: what stands in it is never believed
 * (docs/protocol.md#ledger).
 */
export function isPublished(session: Directory, sequence: number): boolean {
  if (sequence === 0) return true;
  const head = readRange(session, PLACES.commands, 0, HEAD_BYTES);
  return head.ok && head.value.bytes.toString("latin1").startsWith(`{"sequence":${sequence},`);
}
