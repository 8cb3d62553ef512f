// Takes drafts into the queue, a batch at a time: one append, one sync, one publication for all that came together.
import { randomBytes } from "node:crypto";
import type { Command } from "@para-docker/protocol";
import { closeDirectory, type Fault, unopened } from "../confined/index.js";
import { HostError } from "../errors.js";
import { openSessionDirectory } from "../places.js";
import { hasOwnId, withId } from "./draft.js";
import { nextSequence, settleOnDisk } from "./ledger.js";
import { isUsed, type LedgerRecord, type LedgerState } from "./ledger-records.js";
import { overflow } from "./publish.js";
import { type Held, publishState, write } from "./queue-held.js";

/** A draft whose caller waits. */
export interface Waiting {
  command: Command;
  digest: string;
  resolve(id: string): void;
  reject(error: unknown): void;
}

/** Takes what can be taken of a batch, in one append and one publication. */
export function takeAll(held: Held, batch: readonly Waiting[]): void {
  const directory = openSessionDirectory(held.root, held.session);
  if (!directory.ok) throw noSession(held.session, directory.fault);
  try {
    const { state } = held.ledger;
    const staged = new Map<string, Waiting>();
    const answers: (() => void)[] = [];
    const size = { count: 0, bytes: 0 };
    const sequence = nextSequence(state);
    const records: LedgerRecord[] = [];
    for (const each of batch) {
      try {
        const known = knownId(state, staged, each);
        if (known !== undefined) {
          answers.push(() => each.resolve(known));
          continue;
        }
        // The id stays with the draft: tried again after a fault of the disk, it is the same command.
        if (!hasOwnId(each.command)) each.command = withId(each.command, newId(state, staged));
        const { command } = each;
        refuseUnlessRoom(held, command, size);
        staged.set(command.id, each);
        records.push({ record: "enqueue", command, digest: each.digest, sequence });
        answers.push(() => each.resolve(command.id));
      } catch (error) {
        each.reject(error);
      }
    }
    if (records.length > 0) {
      write(held, records, { sync: true });
      publishState(held, directory.value, true);
    } else if (answers.length > 0) {
      // Taken before, perhaps by a process that did not live to sync it.
      settleOnDisk(held.ledger, held.directory);
    }
    for (const answer of answers) answer();
  } finally {
    closeDirectory(directory.value);
  }
}

/** The id, where this very command was taken before under it. @throws HostError `duplicate_id` where another one was. */
function knownId(state: LedgerState, staged: Map<string, Waiting>, { command, digest }: Waiting): string | undefined {
  const { id } = command;
  if (!hasOwnId(command) || !(isUsed(state, id) || staged.has(id))) return undefined;
  const before = staged.get(id)?.digest ?? state.open.get(id)?.digest ?? state.ended.get(id)?.digest;
  if (before === digest) return id;
  throw new HostError("duplicate_id", `The id ${id} was used for another command.`, {
    hint: "Choose another id, or leave it to the host.",
  });
}

/** Short enough to type, and never the same again, even if the ledger is lost and the session's directory is not. */
function newId(state: LedgerState, staged: Map<string, Waiting>): string {
  return `cmd-${state.count + staged.size + 1}-${randomBytes(3).toString("hex")}`;
}

/** @throws HostError `session_finished`, `queue_full` (docs/protocol.md#queue-full). */
function refuseUnlessRoom(held: Held, command: Command, size: { count: number; bytes: number }): void {
  const { state } = held.ledger;
  if (state.closed && command.type !== "signal") {
    throw new HostError("session_finished", `The session ${held.session} is being finished and takes no commands.`, {
      hint: "Start another session.",
    });
  }
  const bytes = Buffer.byteLength(JSON.stringify(command));
  const full = overflow(state, command.type, bytes, size);
  if (full !== undefined) {
    throw new HostError("queue_full", `The queue of ${held.session} is full: ${full}.`, {
      hint: "Wait for some of its commands to end, or cancel some. Signals still get through.",
    });
  }
  size.count += 1;
  size.bytes += bytes + 2;
}

/** The error for a session whose directory cannot be opened. */
export function noSession(session: string, fault: Fault): HostError {
  if (fault.code !== "missing") return unopened(`The directory of ${session}`, fault);
  return new HostError("no_session", `There is no session ${session}.`, {
    hint: "para-docker list shows those that are there.",
  });
}
