// The rules of the protocol that the plain host keeps, one function each. A broken host replaces one of them.
import { randomBytes } from "node:crypto";
import { mkdirSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

export const hostRules = {
  /** Whether a word may name a session (docs/protocol.md#names). */
  isSession: (name) => /^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$/.test(name) && !name.includes("\n") && name !== "shared",
  /** Runs `action` alone among the host's processes. */
  locked(directory, action) {
    const lock = join(directory, "lock");
    for (let tries = 0; ; tries += 1) {
      try {
        mkdirSync(lock);
        break;
      } catch (error) {
        if (error.code !== "EEXIST" || tries > 2000) throw error;
        pause(5);
      }
    }
    try {
      return action();
    } finally {
      rmdirSync(lock);
    }
  },
  /** The commands that are open: the ledger's, never those of the published file (docs/protocol.md#ledger). */
  open: (fromLedger) => fromLedger,
  /** Replaces a document in one step, through a name that nobody can plant (docs/protocol.md#atomic). */
  publish(path, text) {
    const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString("hex")}`);
    writeFileSync(temporary, text, { flag: "wx", mode: 0o640 });
    renameSync(temporary, path);
  },
  /** What the doorbell is rung with (docs/protocol.md#ring). */
  bell: () => "\n",
  /** Bytes of the queue that commands may fill (docs/protocol.md#queue-full). */
  fits: (bytes, limit) => bytes <= limit,
  /** What happens to a command that does not fit: true, it is refused. */
  refusesOverflow: () => true,
  nextSequence: (sequence) => sequence + 1,
  /** Whether links on the way to a file are followed (docs/protocol.md#safe-file). */
  followsLinks: () => false,
  /** Bytes that are read of a document at most (docs/protocol.md#oversize). */
  readLimit: (limit) => limit,
  /** Whether a result of an id counts (docs/protocol.md#first-result). */
  counts: (issued) => issued,
  /** Whether a recorded end stays (docs/protocol.md#first-result). */
  firstWins: () => true,
  /** Whether an ended id stands in `processed` (docs/protocol.md#processed). */
  processes: () => true,
  /** Whether an id leaves `processed`. */
  drops: (listed) => !listed,
  /** Milliseconds since a status changed (docs/protocol.md#freshness). */
  age: (changedAt) => Date.now() - changedAt,
  /** Whether a status is older than the one in force (docs/protocol.md#older-sequence). */
  older: (next, now) => next.boot_id !== undefined && next.boot_id === now.boot_id && next.sequence < now.sequence,
  /** What is shown of a status (docs/protocol.md#open-words). */
  shown: (status) => status,
  /** Whether a doorbell must be a FIFO to be rung. */
  checksDoorbell: () => true,
};
