// `logs/commands/{id}/result.json`: how one command ended. Written once, after its output is flushed.
import type { CommandId, Timestamp, Versioned } from "./common.js";

/** Where a command stands. The first two go on; the others are the end, and one word says why. */
export type CommandState =
  | "accepted"
  | "running"
  | "succeeded"
  | "failed"
  | "timed_out"
  | "cancelled"
  | "rejected"
  | "expired"
  | "lost";

/**
 * How a command ended. A command has exactly one.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/CommandResult/succeeded.json}
 */
export interface CommandResult extends Versioned {
  /** The command.
   * @commandId */
  id: CommandId;
  /** How it ended; never `accepted` or `running` in a file. */
  state: CommandState;
  /** Exit code of the process, where it exited: 0 with `succeeded`, 1–255 with `failed`.
   * @TJS-type integer @minimum 0 @maximum 255 */
  exit_code?: number;
  /** Signal that ended the process, with its `SIG`: `SIGKILL`.
   * @minLength 1 @maxLength 32 */
  signal?: string;
  /** Why it was rejected, expired or failed to start: one of the protocol's codes.
   * @minLength 1 @maxLength 64 */
  code?: string;
  /** The same in plain words. Cases and programs look at `code` alone.
   * @maxLength 2048 */
  message?: string;
  /** When its process was started.
   * @timestamp */
  started_at?: Timestamp;
  /** When it ended.
   * @timestamp */
  finished_at?: Timestamp;
  /** What it wrote to standard output. */
  stdout?: OutputInfo;
  /** What it wrote to standard error. */
  stderr?: OutputInfo;
}

/**
 * One output stream of a command.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/OutputInfo/truncated.json}
 */
export interface OutputInfo {
  /** Bytes the command wrote.
   * @TJS-type integer @minimum 0 @maximum 9007199254740991 */
  bytes: number;
  /** True where the file holds less than was written: its head, a line saying so, and its tail. */
  truncated: boolean;
  /** The file, relative to the status directory. For people: a reader knows the place by the id and joins nothing.
   * @maxLength 256 */
  path?: string;
}
