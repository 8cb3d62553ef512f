// A session's queue: takes commands durably, publishes them, records how they ended. Safe among several host processes.
import { setTimeout as sleep } from "node:timers/promises";
import { type CommandResult, type ContainerStatus, LIMITS } from "@para-docker/protocol";
import { closeDirectory, type Directory, glance, unopened } from "../confined/index.js";
import { HostError } from "../errors.js";
import { openPrivateDirectory, openSessionDirectory, PLACES } from "../places.js";
import type { SessionProblem } from "../problem.js";
import { type ResultReading, readResult, statusReader } from "../reading/reader.js";
import { commandOf, digestOf, type ExecDraft, type SignalDraft } from "./draft.js";
import { newLedger, nextSequence, refresh } from "./ledger.js";
import type { LedgerState } from "./ledger-records.js";
import { LOCK_TIMEOUT_MS, type LockOptions, withSessionLock } from "./lock.js";
import { isPublished } from "./publish.js";
import { type Held, publishState, retrying, settleHeld, sweep, wasClaimed, write } from "./queue-held.js";
import { noSession, takeAll, type Waiting } from "./queue-take.js";
import { type AgentSide, type Reconciliation, reconcile, recordsOf } from "./reconcile.js";

/** A session's queue, as this process sees it. */
export interface Queue {
  /** What the ledger says now, read without the lock. @throws HostError `corrupt_file`, `read_failed`, `unsafe_file`. */
  state(): LedgerState;
  /**
   * Takes a command; its id, once it is durable (docs/protocol.md#ledger). Calls made together share one sync.
   *
   * @throws HostError `usage`, `duplicate_id`, `queue_full`, `session_finished`, `no_session`, `locked`, `write_failed`.
   */
  enqueue(draft: ExecDraft | SignalDraft): Promise<string>;
  /**
   * Compares with what the agent shows, and records and publishes what follows. `expected` are ids whose results are looked for
   * although the status does not show them. Without anything to do it takes no lock.
   *
   * @returns what contradicts the ledger.
   * @throws HostError `locked`, `write_failed`, or the ledger's own.
   */
  settle(status: ContainerStatus | undefined, options?: SettleOptions): Promise<SessionProblem[]>;
  /** Takes no more commands but signals, or takes them again. Durable when it resolves. */
  close(closed: boolean): Promise<void>;
  /** Ends every open command as `lost` if it was claimed, else as `cancelled`. For when no agent is left to do it. */
  abandon(): Promise<CommandResult[]>;
}

/** How {@link Queue.settle} looks. */
export interface SettleOptions extends LockOptions {
  expected?: Iterable<string>;
  /** Believes ends that stand in the status without their `result.json` at once: no agent is left to write it. */
  final?: boolean;
  /** Gets results when they are durably recorded, before that is published: who waits for one need not wait for that. */
  onEnded?: (results: readonly CommandResult[]) => void;
}

/** An end without its `result.json` is believed after so long: on some mounts two files do not come in the order of their writing. */
const SUMMARY_ALONE_MS = 500;
/**
 * While commands are open, a publication for nothing but ids that the agent has dropped waits until the one before is so old: it would
 * make the agent read the queue in the middle of its work.
 */
const DROPS_ALONE_MS = 1_000;
/** Open commands from which on it is worth a look whether some have ended. */
const CROWDED = LIMITS.queue_entries / 2;
/** Ids in `processed` from which on it is worth a look whether the agent has dropped some. */
const FEW = 8;

/** The queue of `session` below `root`, which stays open for as long as the queue is used. Nothing is read yet. */
export function openQueue(root: Directory, session: string): Queue {
  const ledger = newLedger(session);
  let waiting: Waiting[] = [];
  let pumping = false;
  let swept = false;
  const status = statusReader();
  const shownAt = new Map<string, number>();
  const inTurn = oneAtATime();

  // In line within this process; the lock is for the others, and who finds it held looks again only after a while.
  const locked = <T>(use: (held: Held) => T | Promise<T>, options?: LockOptions): Promise<T> =>
    inTurn(() => retrying(() => underLock(use, options)), options);

  const underLock = <T>(use: (held: Held) => T | Promise<T>, options?: LockOptions): Promise<T> =>
    withSessionLock(
      root,
      session,
      (directory) => {
        refresh(ledger, directory);
        const held = { root, session, directory, ledger };
        if (!swept) sweep(held);
        swept = true;
        return use(held);
      },
      options,
    );

  const pump = async () => {
    if (pumping) return;
    pumping = true;
    // What is asked for in the same turn goes into the same batch.
    await Promise.resolve();
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await locked((held) => {
          const { open, processed } = held.ledger.state;
          if (open.size + batch.length > CROWDED || processed.size > FEW) makeRoom(held);
          takeAll(held, batch);
        });
      } catch (error) {
        for (const each of batch) each.reject(error);
      }
    }
    pumping = false;
  };

  /** Records what has ended meanwhile, so that nobody is refused for commands that are over. */
  const makeRoom = (held: Held) => {
    const directory = openSessionDirectory(root, session);
    if (!directory.ok) return;
    settleHeld(held, agentSide(directory.value, status.read(directory.value).value, {}));
    closeDirectory(directory.value);
  };

  const agentSide = (directory: Directory, status: ContainerStatus | undefined, options: SettleOptions): AgentSide => ({
    status,
    expected: options.expected ?? [],
    readResult: once((id) => readResult(directory, id)),
    believesSummary: (id) => options.final === true || shownFor(shownAt, id) > SUMMARY_ALONE_MS,
  });

  return {
    state() {
      const directory = openPrivateDirectory(root, session);
      if (directory.ok) {
        try {
          refresh(ledger, directory.value);
        } finally {
          closeDirectory(directory.value);
        }
      } else if (directory.fault.code !== "missing") {
        throw unopened(`The host's directory of ${session}`, directory.fault);
      }
      return ledger.state;
    },

    async enqueue(draft) {
      const command = commandOf(draft, new Date());
      const directory = openSessionDirectory(root, session);
      if (!directory.ok) throw noSession(session, directory.fault);
      closeDirectory(directory.value);
      return new Promise((resolve, reject) => {
        waiting.push({ command, digest: digestOf(command), resolve, reject });
        void pump();
      });
    },

    async settle(status, options = {}) {
      const directory = openSessionDirectory(root, session);
      if (!directory.ok) return [];
      try {
        // Read twice, without and with the lock: an iterator would be empty the second time.
        const side = agentSide(directory.value, status, { ...options, expected: [...(options.expected ?? [])] });
        const state = this.state();
        const seen = reconcile(state, side);
        const { sequence } = state;
        const isThere = () => isPublished(directory.value, sequence);
        if (!isDue(seen, state, directory.value) && isThere()) return seen.problems;
        const publishHeld = (held: Held) => publishState(held, directory.value, !isThere());
        const { recorded, problems } = await locked((held) => {
          const recorded = settleHeld(held, side);
          for (const { id } of recorded.ended) shownAt.delete(id);
          const isTold = recorded.ended.length > 0 && options.onEnded !== undefined;
          return { recorded, problems: isTold ? undefined : publishHeld(held) };
        }, options);
        if (problems !== undefined) return [...recorded.problems, ...problems];
        // Not with the lock held: who hears of it may do anything, and wait for another process that needs the lock.
        options.onEnded?.(recorded.ended);
        await new Promise(setImmediate);
        const isDone = (held: Held) => isPublished(directory.value, held.ledger.state.sequence);
        const later = await locked((held) => (isDone(held) ? [] : publishHeld(held)), options);
        return [...recorded.problems, ...later];
      } finally {
        closeDirectory(directory.value);
      }
    },

    close: (closed) =>
      locked((held) => {
        const { state } = held.ledger;
        if (state.closed !== closed)
          write(held, [{ record: "closed", closed, sequence: nextSequence(state) }], { sync: true });
      }),

    abandon: () =>
      locked((held) => {
        const { state } = held.ledger;
        const finished_at = new Date().toISOString();
        const results = [...state.open.keys()].map((id): CommandResult => {
          const claimed = wasClaimed(held, id);
          return { id, state: claimed ? "lost" : "cancelled", finished_at };
        });
        const sequence = nextSequence(state);
        if (results.length > 0)
          write(
            held,
            results.map((result) => ({ record: "end", result, sequence })),
            { sync: true },
          );
        return results;
      }),
  };
}

/** Whether there is something to record, and it does not wait for the next occasion. */
function isDue(seen: Reconciliation, state: LedgerState, directory: Directory): boolean {
  if (seen.drop.length === 0 || seen.drop.length > FEW || state.open.size === 0) return recordsOf(seen, 0).length > 0;
  if (recordsOf({ ...seen, drop: [] }, 0).length > 0) return true;
  return (glance(directory, PLACES.commands)?.ageMs ?? 0) > DROPS_ALONE_MS;
}

/** Runs what it is given one after the other, in the order it came. @throws HostError `locked` for who would wait too long. */
function oneAtATime(): <T>(act: () => Promise<T>, options?: LockOptions) => Promise<T> {
  let last: Promise<void> = Promise.resolve();
  let inLine = 0;
  return async (act, { timeoutMs = LOCK_TIMEOUT_MS } = {}) => {
    const before = last;
    let leave = () => {};
    last = new Promise<void>((resolve) => {
      leave = resolve;
    });
    inLine += 1;
    try {
      if (inLine > 1) await inTime(before, timeoutMs);
      return await act();
    } finally {
      inLine -= 1;
      void before.then(leave);
    }
  };
}

/** Waits for `turn`, or not any longer. */
async function inTime(turn: Promise<void>, timeoutMs: number): Promise<void> {
  const over = new AbortController();
  const late = sleep(timeoutMs, true, { signal: over.signal });
  const isLate = await Promise.race([turn, late]);
  over.abort();
  if (isLate === true) throw new HostError("locked", "This process is still busy with the session's queue.");
}

/** Remembers the results that `read` gave: one that was read without the lock is not read again under it, for none ever changes. */
function once(read: (id: string) => ResultReading): (id: string) => ResultReading {
  const known = new Map<string, ResultReading>();
  return (id) => {
    const reading = known.get(id) ?? read(id);
    if (reading !== undefined && "result" in reading) known.set(id, reading);
    return reading;
  };
}

function shownFor(shownAt: Map<string, number>, id: string): number {
  const now = performance.now();
  const since = shownAt.get(id);
  if (since === undefined) shownAt.set(id, now);
  return now - (since ?? now);
}
