// One line of `logs/agent.jsonl`: something the agent did or noticed.
import type { CommandId, Timestamp } from "./common.js";

/** How much a record matters. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/**
 * One record, one line of JSON, at most 16 KiB. It never holds a command line, an argument or a variable's value.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/LogRecord/command-started.json}
 */
export interface LogRecord {
  /** @timestamp */
  timestamp: Timestamp;
  level: LogLevel;
  /** What happened, dotted: `command.started`, `file.rejected`, `agent.stopped`.
   * @minLength 1 @maxLength 64 */
  event: string;
  /** The command it is about.
   * @commandId */
  command_id?: CommandId;
  /** One of the protocol's codes.
   * @minLength 1 @maxLength 64 */
  code?: string;
  /** The same in plain words.
   * @maxLength 2048 */
  message?: string;
}
