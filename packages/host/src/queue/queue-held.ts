// A session's ledger and queue while its lock is held: write, publish, sweep, and the retries around them.
import { setTimeout as sleep } from "node:timers/promises";
import { closeDirectory, type Directory, sweepTemporaries } from "../confined/index.js";
import { isHostError } from "../errors.js";
import { openClaim, openSessionDirectory, PLACES, syncPrivatePath } from "../places.js";
import type { SessionProblem } from "../problem.js";
import { safe } from "../safe.js";
import { type Ledger, nextSequence, record, settleOnDisk } from "./ledger.js";
import type { LedgerRecord } from "./ledger-records.js";
import { sweepLock } from "./lock.js";
import { publish } from "./publish.js";
import { type AgentSide, type Reconciliation, reconcile, recordsOf } from "./reconcile.js";

/** Tries to write where the disk refuses, and the first pause between them; each next one is twice as long. */
const WRITE_TRIES = 5;
const WRITE_PAUSE_MS = 40;

/** The session's lock, held, and the ledger as it is. */
export interface Held {
  root: Directory;
  session: string;
  directory: Directory;
  ledger: Ledger;
}

/** Records, and syncs the way to the ledger where it is the first record. @throws HostError `write_failed`. */
export function write(held: Held, records: readonly LedgerRecord[], options: { sync: boolean }): void {
  const { created } = record(held.ledger, held.directory, records, options);
  if (created) syncPrivatePath(held.root);
}

/** Compares, and records what follows. */
export function settleHeld(held: Held, side: AgentSide): Reconciliation {
  const found = reconcile(held.ledger.state, side);
  const records = recordsOf(found, nextSequence(held.ledger.state));
  if (records.length > 0) write(held, records, { sync: found.ended.length > 0 });
  return found;
}

/** Publishes; a document that cannot be written now is written by whoever looks next: the ledger has what it says. */
export function publishState(held: Held, directory: Directory, bell: boolean): SessionProblem[] {
  try {
    settleOnDisk(held.ledger, held.directory);
    publish(directory, held.ledger.state, bell);
    return [];
  } catch (error) {
    if (!isHostError(error)) throw error;
    const code = error.code === "unsafe_file" ? "unsafe_file" : "write_failed";
    return [{ code, pointer: "", message: safe(error.message), file: PLACES.commands }];
  }
}

/** Once in a process: what killed ones left in the lock's directory and the session's. */
export function sweep(held: Held): void {
  sweepLock(held.directory);
  const directory = openSessionDirectory(held.root, held.session);
  if (!directory.ok) return;
  sweepTemporaries(directory.value, PLACES.commands, { entries: 1_000, ms: 20 });
  closeDirectory(directory.value);
}

/** Whether an agent ever claimed the command: its directory is there. */
export function wasClaimed(held: Held, id: string): boolean {
  const directory = openSessionDirectory(held.root, held.session);
  if (!directory.ok) return false;
  try {
    const claim = openClaim(directory.value, id);
    if (claim.ok) closeDirectory(claim.value);
    return claim.ok || claim.fault.code !== "missing";
  } finally {
    closeDirectory(directory.value);
  }
}

/** Tries again, with growing and uneven pauses, while the disk refuses to write (docs/protocol.md#write-failed). */
export async function retrying<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (!isHostError(error) || error.code !== "write_failed" || attempt >= WRITE_TRIES) throw error;
      await sleep(WRITE_PAUSE_MS * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}
