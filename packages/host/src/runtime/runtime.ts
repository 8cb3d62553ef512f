// What both runtimes have in common: how a session's container is doing, and how it is stopped and removed.
import type { ContainerMetadata, PortMap } from "@para-docker/protocol";

/** How the container of a session is doing, by the engine's word and not by the container's own. */
export interface EngineState {
  /**
   * The engine's word (`created`, `running`, `paused`, `restarting`, `exited`, `dead`), `removed` where it knows no such
   * container of ours, or `unknown` where no engine answers.
   */
  status: string;
  /** Whether something may still run in it: it is not `exited`, `dead`, `removed`. */
  alive: boolean;
  /** Exit code of the agent or of what replaced it, once it ended and where it is known. */
  exitCode?: number;
  /** Whether the kernel killed something in it for want of memory. */
  oomKilled?: boolean;
  /** Why the engine could not run it. */
  error?: string;
  /** When it was started last, where that is known. */
  startedAt?: string | undefined;
  finishedAt?: string;
  /** Port in the container to port on this machine, as mapped. */
  ports?: PortMap;
  image?: string;
}

/** Runs containers, or what stands for them. */
export interface Runtime {
  /** Looks. A container that is gone is `removed`, not an error. @throws HostError `no_engine` where nobody can be asked. */
  state(metadata: ContainerMetadata): Promise<EngineState>;
  /** TERM, and after `graceSeconds` KILL. Returns when it has ended. One that has is no fault. */
  stop(metadata: ContainerMetadata, graceSeconds: number): Promise<void>;
  /** Removes what is left of it. Nothing there is no fault. */
  remove(metadata: ContainerMetadata): Promise<void>;
  /** The last lines that the agent itself printed, safe for a terminal. */
  lastWords(metadata: ContainerMetadata, lines: number): Promise<string[]>;
}
