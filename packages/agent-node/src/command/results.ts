// What the status lists under `results`, and the writing of `result.json`, which comes first (docs/protocol.md#result).
import { type CommandResult, PROTOCOL_VERSION, type ResultSummary } from "@para-docker/protocol";
import type { Log } from "../log.js";
import type { Claims } from "./claims.js";

/** A result without what all have in common. */
export type Verdict = Omit<CommandResult, "protocol_version" | "id" | "finished_at">;

/** The commands that are told of. */
export interface Results {
  readonly list: readonly ResultSummary[];
  /** Results that the disk has not taken yet. */
  readonly unwritten: number;
  get(id: string): ResultSummary | undefined;
  /** Lists a command that has not ended, or one whose result is on disk already. */
  show(summary: ResultSummary): void;
  /** Takes a command off the list; one that is still to end will not come back. */
  hide(id: string): void;
  /** Ends a command: writes its result, again and again if need be, and lists it as ended after that. */
  end(result: CommandResult): void;
  /** The same for one that never ran, or that the agent answers itself. */
  answer(id: string, verdict: Verdict): void;
  close(): void;
}

const LONGEST_RETRY_MS = 5000;

/** `onChange` is called whenever the list changed; `onFailure` when the disk begins to refuse results. */
export function createResults(claims: Claims, log: Log, onChange: () => void, onFailure: () => void): Results {
  const shown = new Map<string, ResultSummary>();
  const hidden = new Set<string>();
  const unwritten: CommandResult[] = [];
  let list: ResultSummary[] | undefined;
  let retryMs = 0;
  let timer: NodeJS.Timeout | undefined;

  const changed = () => {
    list = undefined;
    onChange();
  };

  const show = (summary: ResultSummary) => {
    if (hidden.has(summary.id)) return;
    shown.set(summary.id, summary);
    changed();
  };

  const write = (result: CommandResult): boolean => {
    try {
      claims.writeResult(result);
    } catch {
      return false;
    }
    const { id, code } = result;
    log.write(result.state === "succeeded" ? "info" : "warn", "command.ended", {
      command_id: id,
      ...(code === undefined ? {} : { code }),
      message: result.state,
    });
    show(summaryOf(result));
    hidden.delete(id);
    return true;
  };

  const retry = () => {
    timer = undefined;
    while (unwritten[0] !== undefined && write(unwritten[0])) unwritten.shift();
    if (unwritten.length === 0) retryMs = 0;
    else retryLater();
  };

  const retryLater = () => {
    if (retryMs === 0) onFailure();
    retryMs = Math.min(LONGEST_RETRY_MS, Math.max(100, retryMs * 2));
    timer ??= setTimeout(retry, retryMs * (0.75 + Math.random() / 2));
  };

  const end = (result: CommandResult) => {
    if (unwritten.length === 0 && write(result)) return;
    unwritten.push(result);
    if (timer === undefined) retryLater();
  };

  return {
    get list() {
      list ??= [...shown.values()];
      return list;
    },
    get unwritten() {
      return unwritten.length;
    },
    get: (id) => shown.get(id),
    show,
    hide(id) {
      const state = shown.get(id)?.state;
      if (state === "running" || state === "accepted") hidden.add(id);
      if (shown.delete(id)) changed();
    },
    end,
    answer(id, verdict) {
      end({ protocol_version: PROTOCOL_VERSION, id, ...verdict, finished_at: new Date().toISOString() });
    },
    close: () => clearTimeout(timer),
  };
}

/** What the status tells of a result. */
export function summaryOf({ id, state, exit_code, signal, code }: CommandResult): ResultSummary {
  const summary: ResultSummary = { id, state };
  if (exit_code !== undefined) summary.exit_code = exit_code;
  if (signal !== undefined) summary.signal = signal;
  if (code !== undefined) summary.code = code;
  return summary;
}
