// How a command ended, in words for a person, and the colours of states.
import type { CommandView } from "@para-docker/host";
import type { CommandResult, ResultSummary } from "@para-docker/protocol";
import { safeLine } from "./safe-text.js";
import type { Style } from "./style.js";

/** One line that says why a command ended, or nothing where its exit code says it all. */
export function describeEnd(result: CommandResult): string | undefined {
  const why = [result.code, result.message && `(${result.message})`].filter(Boolean).join(" ");
  const because = why === "" ? "" : `: ${safeLine(why)}`;
  switch (result.state) {
    case "succeeded":
      return undefined;
    case "failed":
      if (result.signal !== undefined) return `${result.id} was ended by ${safeLine(result.signal)}`;
      return result.exit_code === undefined ? `${result.id} failed${because}` : undefined;
    case "timed_out":
      return `${result.id} timed out, and was stopped with all it had started`;
    case "cancelled":
      return `${result.id} was cancelled`;
    case "rejected":
      return `${result.id} was refused by the agent${because}`;
    case "expired":
      return `${result.id} was not started in its time`;
    case "lost":
      return `${result.id} is lost: the agent and its process ended without a record. It was not started again`;
    default:
      return `${result.id} is ${safeLine(result.state)}`;
  }
}

/** A state of a command in its colour. */
export function paintState(state: string, style: Style): (text: string) => string {
  if (state === "succeeded") return style.green;
  if (state === "running") return style.cyan;
  if (state === "accepted" || state === "queued") return style.dim;
  if (state === "cancelled") return style.yellow;
  return style.red;
}

/** `exit 7`, `SIGKILL`, a code, or nothing. */
export function shortEnd(result: Pick<ResultSummary, "exit_code" | "signal" | "code">): string {
  if (result.exit_code !== undefined) return `exit ${result.exit_code}`;
  return result.signal ?? result.code ?? "";
}

/** What a command is, in a few words: the beginning of its line, or the signal it is. */
export function commandTitle(command: Pick<CommandView, "type" | "title">): string {
  return command.type === "signal" ? `signal ${command.title}` : command.title;
}

/** Commands in the order in which they were enqueued: the host tells open ones first. */
export function inOrder<T extends { enqueued_at: string }>(commands: readonly T[]): T[] {
  return [...commands].sort((a, b) => (a.enqueued_at < b.enqueued_at ? -1 : a.enqueued_at > b.enqueued_at ? 1 : 0));
}
