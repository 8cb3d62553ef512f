// The host's half of the handshake, as a function: from the ledger's state and what the agent shows to records and conflicts.
//
// Nothing here writes. Whatever the container claims, only ids that the host issued count, and the first terminal result of each
// (docs/protocol.md#first-result).
import {
  type CommandResult,
  type ContainerStatus,
  isTerminal,
  LIMITS,
  type ResultSummary,
} from "@para-docker/protocol";
import { PLACES } from "../places.js";
import type { SessionProblem } from "../problem.js";
import type { ResultReading } from "../reading/reader.js";
import { isUsed, type LedgerRecord, type LedgerState } from "./ledger-records.js";

/** What is to be recorded, and what does not fit. */
export interface Reconciliation {
  /** Without sequences: who records them gives them one. */
  ended: CommandResult[];
  drop: string[];
  add: string[];
  problems: SessionProblem[];
}

/** How the agent's side is looked at. */
export interface AgentSide {
  /** The last good status; absent where there is none: then nothing is dropped. */
  status: ContainerStatus | undefined;
  /** Reads the `result.json` of an open command: of those that the status shows as ended, and of those expected. */
  readResult(id: string): ResultReading;
  /** Whether an end that stands in the status alone, without its `result.json`, is believed by now. */
  believesSummary(id: string): boolean;
  /** Ids whose `result.json` is read although the status does not show their end. */
  expected: Iterable<string>;
}

const PROBLEMS = 20;

/** Compares both sides (docs/protocol.md#handshake). */
export function reconcile(state: LedgerState, agent: AgentSide): Reconciliation {
  const { status } = agent;
  const listed = new Map((status?.results ?? []).map((summary) => [summary.id, summary]));
  const found: Reconciliation = { ended: [], drop: [], add: [], problems: [] };
  const shownEnds = [...listed.values()].filter((summary) => isTerminal(summary.state)).map(({ id }) => id);
  for (const id of new Set([...agent.expected, ...shownEnds])) {
    if (!state.open.has(id)) continue;
    const result = resultOf(id, agent, listed.get(id), found.problems);
    if (result !== undefined) found.ended.push(result);
  }
  compareLists(state, listed, status !== undefined, found);
  found.problems.splice(PROBLEMS);
  return found;
}

/** The end of one open command, if it can be told. */
function resultOf(
  id: string,
  agent: AgentSide,
  summary: ResultSummary | undefined,
  problems: SessionProblem[],
): CommandResult | undefined {
  const reading = agent.readResult(id);
  if (reading !== undefined && "result" in reading) return reading.result;
  if (reading !== undefined) problems.push(reading.problem);
  if (summary === undefined || !isTerminal(summary.state) || !agent.believesSummary(id)) return undefined;
  const { exit_code, signal, code } = summary;
  return {
    id,
    state: summary.state,
    ...(exit_code !== undefined && { exit_code }),
    ...(signal !== undefined && { signal }),
    ...(code !== undefined && { code }),
  };
}

/** What leaves `processed` since the agent has dropped it, what must come back, and what contradicts the ledger. */
function compareLists(
  state: LedgerState,
  listed: Map<string, ResultSummary>,
  known: boolean,
  found: Reconciliation,
): void {
  if (known) {
    for (const id of state.processed) if (!listed.has(id)) found.drop.push(id);
  }
  const conflict = (index: number, message: string) => {
    found.problems.push({ code: "conflict", pointer: `/results/${index}`, message, file: PLACES.status });
  };
  for (const [index, [id, summary]] of [...listed].entries()) {
    if (!isUsed(state, id)) {
      conflict(index, `${id} was never issued`);
      continue;
    }
    if (state.open.has(id)) continue;
    const ended = state.ended.get(id)?.result;
    if (ended !== undefined && ended.state !== summary.state) {
      conflict(index, `${id} is ${ended.state} by its first result`);
    }
    const room = state.processed.size + found.add.length < LIMITS.processed_entries;
    if (isTerminal(summary.state) && !state.processed.has(id) && room) found.add.push(id);
  }
}

/** The records of a reconciliation, all of one publication; none where nothing changes. */
export function recordsOf(found: Reconciliation, sequence: number): LedgerRecord[] {
  const records: LedgerRecord[] = found.ended.map((result) => ({ record: "end", result, sequence }));
  if (found.drop.length > 0 || found.add.length > 0) {
    records.push({
      record: "processed",
      ...(found.drop.length > 0 && { drop: found.drop }),
      ...(found.add.length > 0 && { add: found.add }),
      sequence,
    });
  }
  return records;
}
