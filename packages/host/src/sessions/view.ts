// What a session looks like from outside: one value with everything, whose strings are safe to show.
import type {
  Command,
  ContainerMetadata,
  ContainerMetrics,
  ContainerStatus,
  ResultSummary,
} from "@para-docker/protocol";
import type { SessionProblem } from "../problem.js";
import { type LedgerState, titleOf } from "../queue/ledger-records.js";
import type { Freshness } from "../reading/freshness.js";
import type { ProbedHealth } from "../registry/health-watch.js";
import { safe } from "../safe.js";

/** A session at one moment. */
export interface SessionView {
  name: string;
  /** What the host keeps of its container. Absent where it was not started by a host, or the file is lost. */
  metadata?: ContainerMetadata;
  /** The container's own word. */
  status?: ContainerStatus;
  metrics?: ContainerMetrics;
  /** How much the status can be relied on (docs/protocol.md#freshness). */
  freshness: Freshness;
  /** The engine's word: `running`, `paused`, `exited`, `removed`, …. Absent where nobody can be asked. */
  engineState?: string;
  /** How the container ended. */
  exit?: { code?: number; oomKilled?: boolean; error?: string };
  /** What its health endpoint answers the host, where it names one and somebody watches. */
  probed?: ProbedHealth;
  /** Commands in the queue, then those that ended, newest last, at most {@link COMMANDS_SHOWN} of these. */
  commands: CommandView[];
  /** True while the session is being finished: it takes no commands. */
  finishing: boolean;
  /** What is wrong with its files, and what contradicts the ledger. */
  problems: SessionProblem[];
}

/** One command of a session. */
export interface CommandView {
  id: string;
  type: Command["type"];
  /** The beginning of the command line with its words, or the signal's name. */
  title: string;
  /** Its state (docs/protocol.md#states). `accepted`, too, before the agent has seen it. */
  state: string;
  enqueued_at: string;
  exit_code?: number;
  signal?: string;
  code?: string;
  message?: string;
  started_at?: string;
  finished_at?: string;
}

/** Ended commands in a view. */
export const COMMANDS_SHOWN = 100;

/** The commands of a ledger, with what the status says of those that go on. */
export function commandViews(state: LedgerState, results: readonly ResultSummary[] | undefined): CommandView[] {
  const summaries = new Map((results ?? []).map((summary) => [summary.id, summary]));
  const open = [...state.open.values()].map(({ command }): CommandView => {
    const { id, type, timestamp } = command;
    const title = safe(titleOf(command));
    return { id, type, title, state: summaries.get(id)?.state ?? "accepted", enqueued_at: timestamp };
  });
  const ended = [...state.ended.values()]
    .slice(-COMMANDS_SHOWN)
    .map(({ result, type, title, timestamp }): CommandView => {
      const { exit_code, signal, code, message, started_at, finished_at } = result;
      return {
        id: result.id,
        type,
        title: safe(title),
        state: result.state,
        enqueued_at: timestamp,
        ...(exit_code !== undefined && { exit_code }),
        ...(signal !== undefined && { signal }),
        ...(code !== undefined && { code }),
        ...(message !== undefined && { message }),
        ...(started_at !== undefined && { started_at }),
        ...(finished_at !== undefined && { finished_at }),
      };
    });
  return [...open, ...ended];
}
