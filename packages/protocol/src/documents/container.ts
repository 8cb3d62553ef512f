// `{session}.docker`: what the host knows of a session's container. Written by the host, private to it.

import type { SessionName, Timestamp, Versioned } from "./common.js";
import type { PortMap } from "./registry.js";

/** What runs a session: a Docker engine, or the agent as a child process of this machine. */
export type RuntimeKind = "docker" | "local";

/** Which agent is in a container. */
export type AgentKind = "sh" | "node" | "other";

/**
 * Metadata of a session's container.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/ContainerMetadata/docker.json}
 */
export interface ContainerMetadata extends Versioned {
  /** @sessionName */
  session_name: SessionName;
  runtime: RuntimeKind;
  agent: AgentKind;
  /** The engine's id, or `local-{pid}` on the local runtime.
   * @minLength 1 @maxLength 128 */
  container_id: string;
  /** Image it was made from. Absent on the local runtime.
   * @minLength 1 @maxLength 512 */
  image?: string;
  /** The directory mounted as `/workspace`.
   * @minLength 1 @maxLength 4096 */
  workspace: string;
  /** What is mounted beside it.
   * @maxItems 64 */
  mounts?: MountInfo[];
  /** Port in the container to port on the host, as the engine mapped them. */
  ports?: PortMap;
  /** Labels of the container. */
  labels?: LabelMap;
  /** When the host began to make it.
   * @timestamp */
  created_at: Timestamp;
  /** When it started.
   * @timestamp */
  started_at?: Timestamp;
  /** When it was finished.
   * @timestamp */
  finished_at?: Timestamp;
  /** On the local runtime: the agent's process, its start time in clock ticks, and the boot it belongs to. */
  process?: ProcessIdentity;
}

/**
 * One mount.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/MountInfo/cache.json}
 */
export interface MountInfo {
  /** Directory on the host.
   * @minLength 1 @maxLength 4096 */
  source: string;
  /** Path in the container.
   * @minLength 1 @maxLength 4096 */
  target: string;
  read_only: boolean;
}

/**
 * Labels by name.
 *
 * @maxProperties 128
 * @keys {"minLength":1,"maxLength":256}
 * @values {"maxLength":4096}
 * @example {@includeCode ../../../../schemas/v1/examples/LabelMap/session.json}
 */
export interface LabelMap {
  [name: string]: string;
}

/**
 * A process that cannot be mistaken for a later one with the same pid.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/ProcessIdentity/on-linux.json}
 */
export interface ProcessIdentity {
  /** @TJS-type integer @minimum 1 @maximum 4194304 */
  pid: number;
  /** Start time, field 22 of `/proc/PID/stat`, in clock ticks after boot. Absent where there is no /proc.
   * @maxLength 32 */
  start_time?: string;
  /** The machine's boot. Absent where there is no /proc.
   * @maxLength 64 */
  machine_boot_id?: string;
}
