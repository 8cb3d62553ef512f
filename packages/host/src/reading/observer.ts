// What one session shows now: its documents as last read, and how fresh they are.
import type { ContainerMetrics, ContainerStatus } from "@para-docker/protocol";
import { closeDirectory, type Directory, glance } from "../confined/index.js";
import { openSessionDirectory, PLACES } from "../places.js";
import { faultProblem, type SessionProblem } from "../problem.js";
import { type EngineWord, type Freshness, freshnessClock } from "./freshness.js";
import { metricsReader, type Reading, statusReader } from "./reader.js";

/** One look at a session. */
export interface Look {
  /** Whether the session's directory is there. */
  present: boolean;
  status?: ContainerStatus;
  metrics?: ContainerMetrics;
  problems: SessionProblem[];
  /** Another one after each change of what stands above. */
  version: string;
  /** Of `commands.json`: another one after each change of it. */
  queueStamp?: string;
}

/** Looks at one session again and again. */
export interface Observer {
  /**
   * Looks at the files. With the names of those that have `changed` since the look before, metrics and commands that are not among them
   * are taken to be as they were: most events are of the status alone.
   */
  look(changed?: ReadonlySet<string>): Look;
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
  let measured: Reading<ContainerMetrics> | undefined;
  let queueStamp: string | undefined;

  /** Takes in a reading, unless it is older than the one in force (docs/protocol.md#older-sequence). */
  const readStatus = (directory: Directory, changed = false) => {
    const reading = statuses.read(directory, changed);
    if (reading.value === undefined) inForce = undefined;
    else if (clock.observe(reading.value, reading.version, reading.ageMs)) inForce = reading.value;
    return reading;
  };

  return {
    look(changed) {
      const directory = openSessionDirectory(root, session);
      if (!directory.ok) {
        measured = undefined;
        const absent = directory.fault.code === "missing";
        const { code } = directory.fault;
        return { present: !absent, problems: absent ? [] : [faultProblem("", directory.fault)], version: code };
      }
      try {
        // Unless all was looked at before, there is nothing to go on with.
        const named = measured === undefined ? undefined : changed;
        const status = readStatus(directory.value, named?.has(PLACES.status));
        if (measured === undefined || named?.has(PLACES.metrics) !== false) measured = metrics.read(directory.value);
        if (named?.has(PLACES.commands) !== false) queueStamp = glance(directory.value, PLACES.commands)?.stamp;
        const readings = [status, measured];
        return {
          present: true,
          version: readings.map(({ version, problem }) => `${version} ${problem?.code ?? ""}`).join(),
          ...(queueStamp !== undefined && { queueStamp }),
          ...(inForce !== undefined && { status: inForce }),
          ...(measured.value !== undefined && { metrics: measured.value }),
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
