// How fresh a status is, by the host's own clock and the engine's word; never by what the container says of time.
import type { ContainerStatus } from "@para-docker/protocol";

/** How much a status can be relied on (docs/protocol.md#freshness). */
export type Freshness = "fresh" | "stale" | "lost" | "exited" | "paused";

/** What the engine says of a container. `unknown`: the engine was not asked, or did not answer. */
export type EngineWord = "running" | "paused" | "exited" | "missing" | "unknown";

const DEFAULT_INTERVAL_SECONDS = 5;
const STALE_AFTER = 3;
const LOST_AFTER = 10;

/**
 * Watches one session's status for change, on a clock that nobody can set.
 *
 * Between two processes of the host nothing is shared: one that has just begun has seen no change yet, so it begins with the age of the
 * file as the disk has it, which the kernel of this machine has written (docs/protocol.md#freshness).
 */
export interface FreshnessClock {
  /**
   * Takes in a reading. `version` is whatever changes with the content, for agents that write neither `boot_id` nor `sequence`;
   * `ageMs` is the file's age when it was read. False where the reading is older than one seen before
   * (docs/protocol.md#older-sequence): the caller keeps what it has.
   */
  observe(status: ContainerStatus, version: string, ageMs: number): boolean;
  /** The answer for this moment. */
  freshness(engine: EngineWord): Freshness;
}

/** A clock for one session; `now` gives milliseconds, monotonic. */
export function freshnessClock(now: () => number = () => performance.now()): FreshnessClock {
  let seen: { mark: string; boot: string | undefined; sequence: number | undefined } | undefined;
  let changedAt: number | undefined;
  let intervalMs = DEFAULT_INTERVAL_SECONDS * 1000;
  let stopped = false;

  return {
    observe(status, version, ageMs) {
      const { boot_id: boot, sequence } = status;
      const counted = boot !== undefined && sequence !== undefined;
      const mark = counted ? `${boot} ${sequence}` : version;
      const sameBoot = seen !== undefined && counted && seen.boot === boot && seen.sequence !== undefined;
      if (sameBoot && seen?.sequence !== undefined && sequence !== undefined && sequence < seen.sequence) return false;
      if (seen === undefined) changedAt = now() - Math.max(0, ageMs);
      else if (seen.mark !== mark) changedAt = now();
      seen = { mark, boot, sequence };
      intervalMs = (status.heartbeat_interval_seconds ?? DEFAULT_INTERVAL_SECONDS) * 1000;
      stopped = status.status === "stopped";
      return true;
    },
    freshness(engine) {
      if (engine === "exited" || engine === "missing" || stopped) return "exited";
      if (engine === "paused") return "paused";
      if (changedAt === undefined) return "lost";
      const age = now() - changedAt;
      if (age >= LOST_AFTER * intervalMs) return "lost";
      return age >= STALE_AFTER * intervalMs ? "stale" : "fresh";
    },
  };
}
