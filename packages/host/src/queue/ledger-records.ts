// The lines of a ledger and what they mean: a fold from records to the state of a session's queue. No I/O.
import { type Command, type CommandResult, LIMITS } from "@para-docker/protocol";

/** One line of the ledger. */
export type LedgerRecord =
  | LedgerHead
  /** A command was accepted. */
  | { record: "enqueue"; command: Command; digest: string; sequence: number }
  /** Its one terminal result is known; it waits in `processed` until the agent has dropped it. */
  | { record: "end"; result: CommandResult; sequence: number }
  /** What stands in `processed` changed: the agent has dropped ids, or lists one again that it has not. */
  | { record: "processed"; drop?: string[]; add?: string[]; sequence: number }
  /** No commands but signals from now on, or again. */
  | { record: "closed"; closed: boolean; sequence: number }
  /** After a compaction: a command that ended before. */
  | { record: "ended"; ended: EndedCommand; processed: boolean }
  /** After a compaction: ids that were used so long ago that only this is kept of them. */
  | { record: "used"; ids: string[] };

/** The first line. `generation` is new in each file, so that a reader knows when the file under a name is another one. */
export interface LedgerHead {
  record: "ledger";
  generation: string;
  version: 1;
  session: string;
  /** Commands ever enqueued. */
  count: number;
  sequence: number;
  closed: boolean;
}

/** A command that is in the queue: waiting or running, which only the agent knows. */
export interface OpenCommand {
  command: Command;
  /** The command as it stands in `commands.json`. */
  text: string;
  digest: string;
}

/** A command that ended. What it carried is gone; what it was, and how it ended, stays. */
export interface EndedCommand {
  result: CommandResult;
  type: Command["type"];
  /** By {@link titleOf}. */
  title: string;
  digest: string;
  /** When it was enqueued. */
  timestamp: string;
}

/** What a ledger says. */
export interface LedgerState {
  open: Map<string, OpenCommand>;
  /** In the order in which their results came. */
  ended: Map<string, EndedCommand>;
  /** Ids used before those, of which nothing else is kept. */
  used: Set<string>;
  /** In the order in which they got there. */
  processed: Set<string>;
  count: number;
  /** Of the newest publication. */
  sequence: number;
  closed: boolean;
}

/** Ended commands whose results are kept; of older ones, the id alone. */
export const ENDED_KEPT = 1_000;

const TITLE_LENGTH = 200;

/** The state before the first record. */
export function emptyState(): LedgerState {
  return {
    open: new Map(),
    ended: new Map(),
    used: new Set(),
    processed: new Set(),
    count: 0,
    sequence: 0,
    closed: false,
  };
}

/** Applies one record to `state`. A record that contradicts what came before changes nothing. */
export function apply(state: LedgerState, record: LedgerRecord): void {
  if ("sequence" in record) state.sequence = Math.max(state.sequence, record.sequence);
  switch (record.record) {
    case "ledger":
      state.count = record.count;
      state.closed = record.closed;
      break;
    case "enqueue":
      state.count += 1;
      if (isUsed(state, record.command.id)) break;
      state.open.set(record.command.id, {
        command: record.command,
        text: JSON.stringify(record.command),
        digest: record.digest,
      });
      break;
    case "end":
      end(state, record.result);
      break;
    case "processed":
      for (const id of record.drop ?? []) state.processed.delete(id);
      for (const id of record.add ?? []) state.processed.add(id);
      break;
    case "closed":
      state.closed = record.closed;
      break;
    case "ended":
      state.ended.set(record.ended.result.id, record.ended);
      if (record.processed) state.processed.add(record.ended.result.id);
      break;
    case "used":
      for (const id of record.ids) state.used.add(id);
  }
}

/** Whether the id stands for a command of this session, whatever became of it (docs/protocol.md#first-result). */
export function isUsed(state: LedgerState, id: string): boolean {
  return state.open.has(id) || state.ended.has(id) || state.used.has(id);
}

function end(state: LedgerState, result: CommandResult): void {
  const open = state.open.get(result.id);
  if (open === undefined) return;
  state.open.delete(result.id);
  const { command, digest } = open;
  const { type, timestamp } = command;
  state.ended.set(result.id, { result, type, title: titleOf(command), digest, timestamp });
  state.processed.add(result.id);
  // An agent that never drops its results does not make the list grow: the oldest comes back when it is listed again.
  for (const oldest of state.processed) {
    if (state.processed.size <= LIMITS.processed_entries) break;
    state.processed.delete(oldest);
  }
}

/** What a command is, for people: the beginning of its line with its words, those that a shell would part in quotes; or the signal's name. */
export function titleOf(command: Command): string {
  if (command.type === "signal") return command.signal;
  let title = command.command;
  for (const word of command.args ?? []) {
    if (title.length >= TITLE_LENGTH) break;
    const begin = word.slice(0, TITLE_LENGTH);
    title += ` ${/^[^\s'"]+$/.test(begin) ? begin : `'${begin.replaceAll("'", "'\\''")}'`}`;
  }
  return title.slice(0, TITLE_LENGTH);
}

/** The shortest list of records that leads to `state`, but for what is forgotten of commands that ended long ago. */
export function compacted(state: LedgerState, session: string, generation: string): LedgerRecord[] {
  const { sequence, count, closed } = state;
  const ended = [...state.ended.values()];
  const old = ended
    .slice(0, Math.max(0, ended.length - ENDED_KEPT))
    .filter(({ result }) => !state.processed.has(result.id));
  const forgotten = new Set(old.map(({ result }) => result.id));
  const records: LedgerRecord[] = [
    { record: "ledger", generation, version: 1, session, count: count - state.open.size, sequence, closed },
    { record: "used", ids: [...state.used, ...forgotten] },
  ];
  for (const each of ended) {
    if (!forgotten.has(each.result.id)) {
      records.push({ record: "ended", ended: each, processed: state.processed.has(each.result.id) });
    }
  }
  for (const { command, digest } of state.open.values()) records.push({ record: "enqueue", command, digest, sequence });
  return records;
}
