// The agent's configuration, a file in the container: `PARA_AGENT_CONFIG`, else `/para/agent.json`. Read at start and at `reload_config`.
import type { Versioned } from "./common.js";

/**
 * What can be set. Everything has a default; an agent without a file runs with the defaults.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/AgentConfig/whole.json}
 */
export interface AgentConfig extends Versioned {
  /** Seconds between heartbeats. Default 5.
   * @minimum 0.05 @maximum 3600 */
  heartbeat_interval_seconds?: number;
  /** Seconds between looks at `commands.json` without a doorbell. Default 1.
   * @minimum 0.05 @maximum 60 */
  poll_interval_seconds?: number;
  /** Seconds between measurements; 0 turns them off. Default 10.
   * @minimum 0 @maximum 3600 */
  metrics_interval_seconds?: number;
  /** Commands that run at the same time. Default 4.
   * @TJS-type integer @minimum 1 @maximum 64 */
  max_concurrency?: number;
  /** Seconds between TERM and KILL. Default 10.
   * @TJS-type integer @minimum 0 @maximum 3600 */
  kill_grace_seconds?: number;
  /** Bytes of each output stream kept on disk. Default 16 MiB.
   * @TJS-type integer @minimum 0 @maximum 1073741824 */
  max_output_bytes?: number;
  /** Command directories kept after the host has their results.
   */
  retention?: Retention;
  /** Variables a command may set although they change what programs run: `PATH`, `LD_PRELOAD`, `NODE_OPTIONS`, ….
   * @maxItems 64
   * @items {"type":"string","pattern":"envName"} */
  allow_env?: string[];
  /** Variables whose values must never reach a file of the agent's.
   * @maxItems 64
   * @items {"type":"string","pattern":"envName"} */
  secret_env?: string[];
  /** How to tell whether the workload does its job. */
  health?: Probe;
  /** How to tell the state of each service. */
  services?: ProbeMap;
  /** What to run for signals of other names. */
  signals?: HookMap;
}

/**
 * How many command directories are kept, and how much they may hold, once the host has their results.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/Retention/small.json}
 */
export interface Retention {
  /** Default 100.
   * @TJS-type integer @minimum 0 @maximum 10000 */
  max_commands?: number;
  /** Default 256 MiB.
   * @TJS-type integer @minimum 0 @maximum 9007199254740991 */
  max_bytes?: number;
}

/**
 * A command that says by its exit code whether something works: 0, it does. Words and meaning of Docker's HEALTHCHECK.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/Probe/http.json}
 */
export interface Probe {
  /** A line for `/bin/sh`.
   * @minLength 1 @maxLength 4096 @noNul */
  command: string;
  /** Default 30.
   * @TJS-type integer @minimum 1 @maximum 86400 */
  interval_seconds?: number;
  /** Default 30. Past it the probe has failed.
   * @TJS-type integer @minimum 1 @maximum 3600 */
  timeout_seconds?: number;
  /** Failures in a row that make it unhealthy. Default 3.
   * @TJS-type integer @minimum 1 @maximum 100 */
  retries?: number;
  /** Seconds after the agent's start in which failures do not count. Default 0.
   * @TJS-type integer @minimum 0 @maximum 86400 */
  start_period_seconds?: number;
}

/**
 * Probes by the service they look at.
 *
 * @maxProperties 64
 * @keys {"minLength":1,"maxLength":64}
 * @example {@includeCode ../../../../schemas/v1/examples/ProbeMap/database.json}
 */
export interface ProbeMap {
  [service: string]: Probe;
}

/**
 * A command to run for a signal.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/SignalHook/rotate.json}
 */
export interface SignalHook {
  /** A line for `/bin/sh`.
   * @minLength 1 @maxLength 4096 @noNul */
  command: string;
  /** Default 30.
   * @TJS-type integer @minimum 1 @maximum 86400 */
  timeout_seconds?: number;
}

/**
 * Hooks by signal.
 *
 * @maxProperties 32
 * @keys {"pattern":"signalName"}
 * @example {@includeCode ../../../../schemas/v1/examples/HookMap/rotate-logs.json}
 */
export interface HookMap {
  [signal: string]: SignalHook;
}
