// What a finish is asked for and what it tells, and the steps it is made of.
import type { ContainerStatus } from "@para-docker/protocol";
import type { Engine } from "../engine/connect.js";
import { isHostError } from "../errors.js";
import type { EngineState } from "../runtime/runtime.js";
import { safe } from "../safe.js";

/** What is to stay. */
export type ArchiveMode = "tar" | "keep" | "discard";

/** How a session is finished. */
export interface FinishOptions {
  /** Seconds that running commands may still take. Default 30. */
  timeoutSeconds?: number;
  /** `tar`: a tar.gz of its files. `keep`: the files as they are. `discard`: nothing. Each in the state root's `archive`. */
  archive: ArchiveMode;
  /** Seconds until an agent that does not take the shutdown signal counts as hanging. Default 10. */
  patienceSeconds?: number;
  /** Seconds between TERM and KILL for the container. Default 10. */
  stopGraceSeconds?: number;
  /** Default: connect as {@link connectEngine} does, where the session is on an engine. */
  engine?: Engine;
  /** Told of each step when it is done. */
  onStep?: (step: FinishStep) => void;
  /** Told how many bytes of the archive are written, and how many there will be, where that can be known beforehand. */
  onProgress?: (done: number, total: number) => void;
}

/** One step of a finish. */
export interface FinishStep {
  name: "hook" | "drain" | "shutdown" | "stop" | "results" | "archive" | "remove" | "registry";
  /** Milliseconds it took. */
  ms: number;
  /** False where it could not be done; the finish went on without it. */
  ok: boolean;
  /** In words, on one line, safe for a terminal. */
  note?: string;
}

/** What came of a finish. */
export interface FinishReport {
  /** The archive: a file, or with `keep` a directory. */
  archivePath?: string;
  /** The last status of the agent; its strings are safe. */
  finalStatus?: ContainerStatus;
  /** How the container ended, where it was still there to be asked. */
  exit?: Pick<EngineState, "exitCode" | "oomKilled" | "error">;
  steps: FinishStep[];
}

/** Runs steps, times them and tells of them. One that must succeed and does not ends the finish with its error. */
export type Stepper = (
  name: FinishStep["name"],
  options: { mustSucceed?: boolean },
  act: () => Promise<string | undefined>,
) => Promise<void>;

/** The steps of one finish, noted in `report` and told to `told`. */
export function stepper(report: FinishReport, told: FinishOptions["onStep"]): Stepper {
  return async (name, options, act) => {
    const began = performance.now();
    const done = (ok: boolean, note: string | undefined) => {
      const step: FinishStep = {
        name,
        ms: Math.round(performance.now() - began),
        ok,
        ...(note !== undefined && { note }),
      };
      report.steps.push(step);
      told?.(step);
    };
    try {
      done(true, await act());
    } catch (error) {
      done(false, error instanceof Error ? safe(error.message) : "unknown fault");
      if (options.mustSucceed === true || !isHostError(error)) throw error;
    }
  };
}
