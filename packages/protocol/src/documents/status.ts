// `status.json`: what the container says of itself. Written by the agent alone, whole, by rename.
import type { CommandId, Notice, Timestamp, Versioned } from "./common.js";

/** What the agent as a whole is doing. Readers show values they do not know as they are. */
export type LifecycleStatus = "starting" | "running" | "paused" | "stopping" | "stopped" | "error";

/** Whether the workload does its job, by the agent's probes or a report. */
export type Health = "starting" | "healthy" | "unhealthy" | "unknown";

/** State of one service in the container. */
export type ServiceState = "starting" | "running" | "stopping" | "stopped" | "error" | "unknown";

/**
 * State of a container, repeated whole at every heartbeat and every change.
 *
 * Only `timestamp` and `status` must be there, so that an agent written from the seed document is understood.
 * Lifetimes are facts; how fresh the document is, the host decides by its own clock.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/ContainerStatus/whole.json}
 */
export interface ContainerStatus extends Versioned {
  /** When this document was written, by the container's clock.
   * @timestamp */
  timestamp: Timestamp;
  /** `starting`, `running`, `paused`, `stopping`, `stopped` or `error`; other words are legal to read.
   * @minLength 1 @maxLength 64 */
  status: string;
  /** `starting`, `healthy`, `unhealthy` or `unknown`; other words are legal to read.
   * @minLength 1 @maxLength 64 */
  health?: string;
  /** What the workload is busy with, in its own words: `building`.
   * @maxLength 128 */
  phase?: string;
  /** How far the phase has got. */
  progress?: Progress;
  /** Services by name: `starting`, `running`, `stopping`, `stopped`, `error` or `unknown`; other words are legal. */
  services?: ServiceMap;
  /** What went wrong and needs looking at, oldest first.
   * @maxItems 50 */
  errors?: Notice[];
  /** What may go wrong, oldest first.
   * @maxItems 50 */
  warnings?: Notice[];
  /** Anything else the workload wants to tell, bounded by the document's size and depth alone. */
  custom?: CustomMap;
  /** Whether a person is needed. Being idle is not waiting. */
  attention?: Attention;
  /** New at every start of the agent, so that a restart can be told from a clock that went back.
   * @minLength 1 @maxLength 64 */
  boot_id?: string;
  /** Grows by one at each write within one `boot_id`.
   * @TJS-type integer @minimum 0 @maximum 9007199254740991 */
  sequence?: number;
  /** Seconds between two heartbeats; the host takes the session for stale after three of them.
   * @minimum 0.05 @maximum 3600 */
  heartbeat_interval_seconds?: number;
  /** Who writes this. */
  agent?: AgentInfo;
  /** Every command claimed and not yet listed in the host's `processed`, in the order of the claims.
   * @maxItems 512 */
  results?: ResultSummary[];
}

/**
 * How far something has got.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/Progress/known-total.json}
 */
export interface Progress {
  /** Units done. May exceed `total`; a reader shows no more than all of it.
   * @minimum 0 @maximum 9007199254740991 */
  current: number;
  /** Units in all. 0: not known, shown without a percentage.
   * @minimum 0 @maximum 9007199254740991 */
  total: number;
  /** What is being done right now.
   * @maxLength 1024 */
  message?: string;
}

/**
 * States of services by their names.
 *
 * @maxProperties 64
 * @keys {"minLength":1,"maxLength":64}
 * @values {"minLength":1,"maxLength":64}
 * @example {@includeCode ../../../../schemas/v1/examples/ServiceMap/three-services.json}
 */
export interface ServiceMap {
  [name: string]: string;
}

/**
 * Free-form values by name.
 *
 * @maxProperties 64
 * @keys {"minLength":1,"maxLength":64}
 * @example {@includeCode ../../../../schemas/v1/examples/CustomMap/test-results.json}
 */
export interface CustomMap {
  [name: string]: unknown;
}

/**
 * A call for a person.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/Attention/needs-approval.json}
 */
export interface Attention {
  /** True while a person is needed. */
  required: boolean;
  /** What for, in plain words.
   * @maxLength 1024 */
  reason?: string;
  /** Since when.
   * @timestamp */
  since?: Timestamp;
}

/**
 * The agent that writes the status.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/AgentInfo/shell-agent.json}
 */
export interface AgentInfo {
  /** Name of the implementation: `para-agent-sh`.
   * @minLength 1 @maxLength 64 */
  name: string;
  /** Version of the implementation.
   * @minLength 1 @maxLength 64 */
  version: string;
  /** What it runs on: `busybox ash / busybox awk`, `node 20.20.2`.
   * @maxLength 128 */
  runtime?: string;
  /** What it can do beyond what v1 requires of every agent.
   * @maxItems 32
   * @items {"type":"string","minLength":1,"maxLength":64} */
  capabilities?: string[];
}

/**
 * Where one command stands, in short; `result.json` in its directory has the whole once it ended.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/ResultSummary/running.json}
 */
export interface ResultSummary {
  /** The command.
   * @commandId */
  id: CommandId;
  /** A `CommandState`; a word not known is one of a command that has not ended.
   * @minLength 1 @maxLength 64 */
  state: string;
  /** Exit code, where a process exited.
   * @TJS-type integer @minimum 0 @maximum 255 */
  exit_code?: number;
  /** Signal that ended the process, with its `SIG`: `SIGKILL`.
   * @minLength 1 @maxLength 32 */
  signal?: string;
  /** Why it was refused or failed, one of the protocol's codes.
   * @minLength 1 @maxLength 64 */
  code?: string;
}
