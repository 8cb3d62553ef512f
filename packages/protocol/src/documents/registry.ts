// `shared/registry.json`: the sessions that are there. Written by the host; containers see it read-only.
import type { SessionName, Timestamp, Versioned } from "./common.js";

/**
 * All containers of one state root.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/ContainerRegistry/seed.json}
 */
export interface ContainerRegistry extends Versioned {
  /** In the order they were started.
   * @maxItems 10000 */
  containers: RegistryEntry[];
  /** When the host last looked.
   * @timestamp */
  last_updated: Timestamp;
}

/**
 * One container.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/RegistryEntry/with-ports.json}
 */
export interface RegistryEntry {
  /** @sessionName */
  session_name: SessionName;
  /** The engine's id, or `local-{pid}` on the local runtime.
   * @minLength 1 @maxLength 128 */
  container_id: string;
  /** The engine's word (`running`, `exited`, `paused`, …); other words are legal to read.
   * @minLength 1 @maxLength 64 */
  status: string;
  /** When it was started.
   * @timestamp */
  started_at?: Timestamp;
  /** Port in the container (`3000`, `53/udp`) to port on the host. */
  host_port_mappings?: PortMap;
  /** Where the workload says it can be asked for its health. The host never fetches it as given.
   * @maxLength 2048 */
  health_endpoint?: string;
  /** @maxLength 512 */
  image?: string;
}

/**
 * Ports on the host by ports in the container.
 *
 * @maxProperties 128
 * @keys {"pattern":"containerPort"}
 * @values {"pattern":"hostPort"}
 * @example {@includeCode ../../../../schemas/v1/examples/PortMap/tcp-and-udp.json}
 */
export interface PortMap {
  [containerPort: string]: string;
}
