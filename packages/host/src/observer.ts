// What one session shows now: its documents as last read, and how fresh they are.
import type { ContainerMetrics, ContainerStatus } from "@para-docker/protocol";
import { closeDirectory, type Directory } from "./confined/index.js";
import { type EngineWord, type Freshness, freshnessClock } from "./freshness.js";
import { openSessionDirectory } from "./places.js";
import { faultProblem, type SessionProblem } from "./problem.js";
import { metricsReader, statusReader } from "./reader.js";

/** One look at a session. */
export interface Look {
  /** Whether the session's directory is there. */
  present: boolean;
  status?: ContainerStatus;
  metrics?: ContainerMetrics;
  problems: SessionProblem[];
}

/** Looks at one session again and again. */
export interface Observer {
  look(): Look;
  /** The last status that was good and not older than one before; read anew. */
  status(): ContainerStatus | undefined;
  freshness(engine: EngineWord): Freshness;
}

/** The observer of `session` below `root`, which stays open for as long as it is used. */
export function sessionObserver(root: Directory, session: string): Observer {
  const statuses = statusReader();
  const metrics = metricsReader();
  const clock = freshnessClock();
  let inForce: ContainerStatus | undefined;

  /** Takes in a reading, unless it is older than the one in force (docs/protocol.md#older-sequence). */
  const readStatus = (directory: Directory) => {
    const reading = statuses.read(directory);
    if (reading.value === undefined) inForce = undefined;
    else if (clock.observe(reading.value, reading.version, reading.ageMs)) inForce = reading.value;
    return reading;
  };

  return {
    look() {
      const directory = openSessionDirectory(root, session);
      if (!directory.ok) {
        const absent = directory.fault.code === "missing";
        return { present: !absent, problems: absent ? [] : [faultProblem("", directory.fault)] };
      }
      try {
        const readings = [readStatus(directory.value), metrics.read(directory.value)] as const;
        const measured = readings[1].value;
        return {
          present: true,
          ...(inForce !== undefined && { status: inForce }),
          ...(measured !== undefined && { metrics: measured }),
          problems: readings.flatMap(({ problem }) => problem ?? []),
        };
      } finally {
        closeDirectory(directory.value);
      }
    },
    status() {
      const directory = openSessionDirectory(root, session);
      if (!directory.ok) return undefined;
      try {
        readStatus(directory.value);
        return inForce;
      } finally {
        closeDirectory(directory.value);
      }
    },
    freshness: (engine) => clock.freshness(engine),
  };
}
