// `metrics.json`: what the container uses, from its cgroup and /proc. Written by the agent.
import type { Timestamp, Versioned } from "./common.js";

/**
 * Use of resources at one moment. What cannot be read is absent.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/ContainerMetrics/whole.json}
 */
export interface ContainerMetrics extends Versioned {
  /** When it was measured.
   * @timestamp */
  timestamp: Timestamp;
  /** The agent's start, as in the status.
   * @minLength 1 @maxLength 64 */
  boot_id?: string;
  /** Seconds since the agent started.
   * @minimum 0 @maximum 9007199254740991 */
  uptime_seconds?: number;
  cpu?: CpuMetrics;
  memory?: MemoryMetrics;
  pids?: PidsMetrics;
  /** The file system that holds the workspace. */
  disk?: DiskMetrics;
  network?: NetworkMetrics;
}

/**
 * Processor time.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/CpuMetrics/two-cores.json}
 */
export interface CpuMetrics {
  /** Seconds of processor time used since the container started, all cores together.
   * @minimum 0 @maximum 9007199254740991 */
  usage_seconds: number;
  /** Use since the last measurement, in percent of one core: 200 is two cores.
   * @minimum 0 @maximum 1000000 */
  percent?: number;
  /** Cores it may use. Absent: no limit.
   * @minimum 0 @maximum 100000 */
  limit_cores?: number;
}

/**
 * Memory, in bytes.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/MemoryMetrics/limited.json}
 */
export interface MemoryMetrics {
  /** In use, page cache that can be dropped not counted.
   * @TJS-type integer @minimum 0 @maximum 9007199254740991 */
  used_bytes: number;
  /** Limit. Absent: none.
   * @TJS-type integer @minimum 0 @maximum 9007199254740991 */
  limit_bytes?: number;
}

/**
 * Processes and threads.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/PidsMetrics/unlimited.json}
 */
export interface PidsMetrics {
  /** How many there are.
   * @TJS-type integer @minimum 0 @maximum 9007199254740991 */
  current: number;
  /** Limit. Absent: none.
   * @TJS-type integer @minimum 0 @maximum 9007199254740991 */
  limit?: number;
}

/**
 * A file system, in bytes.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/DiskMetrics/a-quarter.json}
 */
export interface DiskMetrics {
  /** In use.
   * @TJS-type integer @minimum 0 @maximum 9007199254740991 */
  used_bytes: number;
  /** Size.
   * @TJS-type integer @minimum 0 @maximum 9007199254740991 */
  total_bytes: number;
}

/**
 * Network traffic since the container started, loopback not counted, in bytes.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/NetworkMetrics/since-start.json}
 */
export interface NetworkMetrics {
  /** Received.
   * @TJS-type integer @minimum 0 @maximum 9007199254740991 */
  rx_bytes: number;
  /** Sent.
   * @TJS-type integer @minimum 0 @maximum 9007199254740991 */
  tx_bytes: number;
}
