// `commands.json`: what the host asks for. Written by the host alone, derived from its ledger.
import type { CommandId, Timestamp, Versioned } from "./common.js";

/** Which of the waiting commands starts first; within one priority, first in, first out. Nothing running is stopped. */
export type Priority = "high" | "normal" | "low";

/**
 * The queue as the host publishes it: commands not yet known to have ended, and ids the agent may forget.
 *
 * Read in two stages: first the envelope (this, with `commands` as plain values), then each entry by its `type`. A bad
 * entry costs that entry alone.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/CommandQueue/seed.json}
 */
export interface CommandQueue extends Versioned {
  /** Grows at each publication. An agent ignores a document with a lower one than it has acted on.
   * @TJS-type integer @minimum 0 @maximum 9007199254740991 */
  sequence?: number;
  /** When it was published.
   * @timestamp */
  timestamp?: Timestamp;
  /** In the order they were enqueued: at most 256, and 32 more places that only signals use.
   * @maxItems 288 */
  commands: Command[];
  /** Ids whose results the host has recorded; the agent drops them from `results`, then the host from here.
   * @maxItems 512
   * @items {"type":"string","pattern":"commandId"} */
  processed?: CommandId[];
}

/**
 * The first stage of reading: the queue with its entries unread.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/CommandQueueEnvelope/entries-of-any-kind.json}
 */
export interface CommandQueueEnvelope extends Versioned {
  /** Grows at each publication.
   * @TJS-type integer @minimum 0 @maximum 9007199254740991 */
  sequence?: number;
  /** When it was published.
   * @timestamp */
  timestamp?: Timestamp;
  /** Entries of any kind.
   * @maxItems 288 */
  commands: unknown[];
  /** Ids whose results the host has recorded.
   * @maxItems 512
   * @items {"type":"string","pattern":"commandId"} */
  processed?: CommandId[];
}

/** One thing the host asks for. */
export type Command = ExecCommand | SignalCommand;

/** What every command has. */
export interface CommandBase {
  /** Made by the host, never used twice in a session.
   * @commandId */
  id: CommandId;
  /** When the host enqueued it.
   * @timestamp */
  timestamp: Timestamp;
  /** Absent: `normal`. */
  priority?: Priority;
  /** Seconds after `timestamp` past which it is not started any more, and reported `expired`. Absent: it waits.
   * @TJS-type integer @minimum 1 @maximum 604800 */
  queue_ttl_seconds?: number;
}

/**
 * Runs a command line in the container.
 *
 * `args` are appended as separate words and never evaluated: `command: "npm test"`, `args: ["--coverage"]` runs
 * `npm test --coverage`, and an arg `$(reboot)` stays seven characters and two brackets.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/ExecCommand/npm-test.json}
 */
export interface ExecCommand extends CommandBase {
  type: "exec";
  /** A line for `/bin/sh`; with `shell: false`, the program itself.
   * @minLength 1 @maxLength 32768 @noNul */
  command: string;
  /** Words appended to `command`, byte for byte.
   * @maxItems 256
   * @items {"type":"string","maxLength":32768,"pattern":"noNul"} */
  args?: string[];
  /** Added to the agent's environment. No secrets: this file is readable in the container (see `env_from`). */
  env?: EnvMap;
  /** Names of variables whose values the agent already has; the command gets them. Secrets travel this way.
   * @maxItems 64
   * @items {"type":"string","pattern":"envName"} */
  env_from?: string[];
  /** Absolute path, without `..`, of a directory in the container; another one is refused when the command would start,
   * with `invalid_working_dir`. Absent: `/workspace` where it is, else `/`.
   * @minLength 1 @maxLength 4096 @noNul */
  working_dir?: string;
  /** Seconds it may run; past them it is stopped with all it started and reported `timed_out`. Absent: no limit.
   * @TJS-type integer @minimum 1 @maximum 604800 */
  timeout_seconds?: number;
  /** Seconds between TERM and KILL when it is stopped. Absent: the agent's configuration, 10 by default.
   * @TJS-type integer @minimum 0 @maximum 3600 */
  kill_grace_seconds?: number;
  /** What it reads from its standard input. Absent: nothing (end of file at once).
   * @maxLength 262144 @noNul */
  stdin?: string;
  /** False: `command` is a program's name or path, started without a shell. Absent: true. */
  shell?: boolean;
  /** Bytes of each output stream kept on disk; past them the head and the tail are kept. Absent: 16 MiB.
   * @TJS-type integer @minimum 0 @maximum 1073741824 */
  max_output_bytes?: number;
}

/**
 * Environment variables by name.
 *
 * @maxProperties 128
 * @keys {"pattern":"envName"}
 * @values {"maxLength":32768,"pattern":"noNul"}
 * @example {@includeCode ../../../../schemas/v1/examples/EnvMap/node-env.json}
 */
export interface EnvMap {
  [name: string]: string;
}

/** Signals that every agent understands; any other name runs the hook of that name in the agent's configuration. */
export type StandardSignal = "shutdown" | "reload_config" | "cancel" | "pause" | "resume" | "ping";

/**
 * Asks the agent itself for something. Signals bypass the queue and are never blocked by a running command. A `cancel` must
 * say its `target`.
 *
 * @given {"signal":"cancel","required":"target"}
 * @example {@includeCode ../../../../schemas/v1/examples/SignalCommand/reload-config.json}
 */
export interface SignalCommand extends CommandBase {
  type: "signal";
  /** `shutdown`, `reload_config`, `cancel`, `pause`, `resume`, `ping`, or a name the agent's configuration knows.
   * @signalName */
  signal: string;
  /** For `cancel`: the command to stop, whether it waits, runs or has ended.
   * @commandId */
  target?: CommandId;
  /** For `shutdown`: seconds that running commands may still take. For a hook: seconds it may run. Absent: 30.
   * @TJS-type integer @minimum 0 @maximum 86400 */
  timeout_seconds?: number;
}
