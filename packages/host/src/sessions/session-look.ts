// One look at a session: what the container shows, what the ledger and the engine say of it; and the view that is made of that.
import { type ContainerMetadata, type ContainerStatus, isTerminal } from "@para-docker/protocol";
import { isHostError } from "../errors.js";
import { metadataOf } from "../metadata.js";
import { PLACES } from "../places.js";
import type { SessionProblem } from "../problem.js";
import type { LedgerState } from "../queue/ledger-records.js";
import type { Queue } from "../queue/queue.js";
import { noSession } from "../queue/queue-take.js";
import type { Freshness } from "../reading/freshness.js";
import type { Look } from "../reading/observer.js";
import { engineWord } from "../registry/engine-look.js";
import type { ProbedHealth } from "../registry/health-watch.js";
import type { EngineState } from "../runtime/runtime.js";
import { type SessionParts, takeStarted } from "./session-parts.js";
import { commandViews, type SessionView } from "./view.js";

/** What was seen. */
export interface SessionLook {
  seen: Look;
  state: EngineState | undefined;
  freshness: Freshness;
  ledger: LedgerState;
  /** Of the ledger when it was looked at: its state changes with it. */
  sequence: number;
  /** When the ledger was last asked for what other hosts have recorded. */
  ledgerAt: number;
  conflicts: SessionProblem[];
  /** Whether both sides were compared and what followed is recorded and published. */
  settled: boolean;
  /** Another one after each change of anything above. */
  mark: string;
}

/** A look does not wait longer for the lock: it shows what there is, and records the next time. */
const SETTLE_MS = 250;
/** How often the ledger is looked at where nothing tells of a change. */
const LEDGER_MS = 1_500;

/**
 * Looks. With the look `before`, both sides are compared only where something of them has changed since; with the names of the files
 * that have `changed` since, not every file is looked at.
 *
 * @throws HostError `no_session` where it is gone; `corrupt_file` and `read_failed` for the host's own files.
 */
export async function lookAt(
  parts: SessionParts,
  engineMaxAgeMs: number,
  before?: SessionLook,
  changed?: ReadonlySet<string>,
): Promise<SessionLook> {
  takeStarted(parts);
  const { root, name, engine, queue, observer } = parts;
  const state = await engine.state(engineMaxAgeMs);
  const seen = observer.look(changed);
  if (!seen.present && metadataOf(root, name) === undefined) throw noSession(name, { code: "missing", message: "" });
  const now = performance.now();
  // What another host records it publishes, too: while that is as it was, the ledger is looked at only now and then.
  const known = before !== undefined && before.seen.queueStamp === seen.queueStamp && now - before.ledgerAt < LEDGER_MS;
  const ledgerAt = known ? before.ledgerAt : now;
  let ledger = known ? before.ledger : queue.state();
  let compared: Pick<SessionLook, "conflicts" | "settled">;
  if (before !== undefined && isSettled(before, seen, ledger)) compared = before;
  else {
    compared = await settle(queue, seen.status);
    ledger = queue.state();
  }
  const { conflicts, settled } = compared;
  const freshness = observer.freshness(engineWord(state));
  const { sequence } = ledger;
  const told = conflicts.length === 0 ? "" : JSON.stringify(conflicts);
  const mark = [seen.version, freshness, state?.status, state?.startedAt, state?.exitCode, sequence, told].join("|");
  return { seen, state, freshness, ledger, sequence, ledgerAt, conflicts, settled, mark };
}

/** Whether comparing again would find what it found before. */
function isSettled(before: SessionLook, seen: Look, ledger: LedgerState): boolean {
  if (!before.settled || before.sequence !== ledger.sequence || before.seen.queueStamp !== seen.queueStamp)
    return false;
  const results = seen.status?.results ?? [];
  // An end that stands in the status alone is believed in time, or its `result.json` comes.
  if (results.some(({ id, state }) => isTerminal(state) && ledger.open.has(id))) return false;
  return seen.status === before.seen.status || sameResults(before.seen.status, seen.status);
}

function sameResults(a: ContainerStatus | undefined, b: ContainerStatus | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [before, now] = [a.results ?? [], b.results ?? []];
  return (
    before.length === now.length && before.every(({ id, state }, n) => now[n]?.id === id && now[n]?.state === state)
  );
}

/** Settles, unless somebody else holds the lock or nothing can be written: who only looks is not to fail for that. */
async function settle(
  queue: Queue,
  status: SessionView["status"],
): Promise<Pick<SessionLook, "conflicts" | "settled">> {
  try {
    return { conflicts: await queue.settle(status, { timeoutMs: SETTLE_MS }), settled: true };
  } catch (error) {
    if (!isHostError(error)) throw error;
    if (error.code === "locked") return { conflicts: [], settled: false };
    if (error.code !== "write_failed") throw error;
    const problem = { code: "write_failed" as const, pointer: "", message: error.message, file: PLACES.commands };
    return { conflicts: [problem], settled: false };
  }
}

/** The view that a look gives, with what is known of the health endpoint. */
export function viewFrom({ name, metadata }: SessionParts, look: SessionLook, probed?: ProbedHealth): SessionView {
  const { seen, state, ledger } = look;
  const exit = exitOf(state);
  return {
    name,
    ...(metadata !== undefined && { metadata: withStart(metadata, state) }),
    ...(seen.status !== undefined && { status: seen.status }),
    ...(seen.metrics !== undefined && { metrics: seen.metrics }),
    freshness: look.freshness,
    ...(state !== undefined && { engineState: state.status }),
    ...(exit !== undefined && { exit }),
    ...(probed !== undefined && { probed }),
    commands: commandViews(ledger, seen.status?.results),
    finishing: ledger.closed,
    problems: [...seen.problems, ...look.conflicts],
  };
}

/** The metadata with the present start: a container may have been restarted behind our back. */
function withStart(metadata: ContainerMetadata, state: EngineState | undefined): ContainerMetadata {
  const startedAt = state?.startedAt;
  if (startedAt === undefined || metadata.started_at === undefined || startedAt === metadata.started_at)
    return metadata;
  return { ...metadata, started_at: startedAt };
}

function exitOf(state: EngineState | undefined): SessionView["exit"] {
  if (state === undefined || state.alive || state.status === "removed") return undefined;
  const { exitCode: code, oomKilled, error } = state;
  return {
    ...(code !== undefined && { code }),
    ...(oomKilled !== undefined && { oomKilled }),
    ...(error !== undefined && { error }),
  };
}
