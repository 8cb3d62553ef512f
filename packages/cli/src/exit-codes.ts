// Exit codes of `para-docker`, and which failure ends with which.
import { constants } from "node:os";
import type { CommandResult } from "@para-docker/protocol";

/** Codes of our own; every other one is the command's. */
export const EXIT = {
  ok: 0,
  /** `validate`: the document is not valid. `wait`: what was waited for ended otherwise. */
  no: 1,
  /** A mistake on the command line. */
  usage: 2,
  /** The command ran past its timeout, or `wait` past its own. */
  timedOut: 124,
  /** The host, the engine, the agent or the protocol failed. */
  failed: 125,
  /** The agent refused the command, or it was not started in time. */
  rejected: 126,
  /** Cancelled, by Ctrl-C or by somebody else. */
  cancelled: 130,
  /** Whoever read our output has closed the pipe, as SIGPIPE would say it. */
  pipeClosed: 141,
} as const;

/** Codes of the host that tell of a mistake on the command line or in the settings. */
const USAGE_CODES = new Set(["usage", "invalid_name", "invalid_settings"]);

/** The exit code for a {@link HostError}'s code. */
export function exitCodeOfHostError(code: string): number {
  return USAGE_CODES.has(code) ? EXIT.usage : EXIT.failed;
}

/** The exit code that a command's end means; 128 + n for a process ended by signal n, as a shell says it. */
export function exitCodeOfResult(result: CommandResult): number {
  switch (result.state) {
    case "succeeded":
      return result.exit_code ?? EXIT.ok;
    case "failed":
      return result.exit_code ?? signalExit(result.signal) ?? EXIT.failed;
    case "timed_out":
      return EXIT.timedOut;
    case "cancelled":
      return EXIT.cancelled;
    case "rejected":
    case "expired":
      return EXIT.rejected;
    default:
      return EXIT.failed;
  }
}

function signalExit(name: string | undefined): number | undefined {
  const numbers: Record<string, number> = constants.signals;
  const number = name !== undefined && Object.hasOwn(numbers, name) ? numbers[name] : undefined;
  return number === undefined ? undefined : 128 + number;
}
