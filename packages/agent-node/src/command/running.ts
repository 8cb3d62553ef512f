// The life of one running command: start, output, time, stop, end. It is the same for one that an earlier life of the agent started.
import type { CommandResult } from "@para-docker/protocol";
import { ignoring } from "../errno.js";
import type { Spares } from "../files/spares.js";
import { type Ending, endingOf, isSuccess } from "./ending.js";
import { captureOutput, type Output } from "./output.js";
import {
  type Identity,
  type RecordHeader,
  type RunRecord,
  readRecord,
  type StopState,
  writeHeader,
  writeStopping,
} from "./record.js";
import { type Stopping, stopProcesses } from "./stop.js";
import type { SupervisorEnd } from "./supervisor.js";
import type { Supervisors } from "./supervisors.js";

/** What is to be run. */
export interface RunSpec {
  argv: readonly string[];
  cwd: string;
  /** Variables beyond the agent's own. */
  env: Readonly<Record<string, string>>;
  stdin: string | undefined;
  /** Absent: no limit. */
  timeoutSeconds: number | undefined;
  graceSeconds: number;
  maxOutputBytes: number;
}

/** What the agent lends to every running command. */
export interface RunContext {
  id: string;
  /** Directory of the claim. */
  directory: string;
  /** The agent itself: whose the command is. */
  owner: Identity;
  spares: Spares;
  /** Variables by which the command's processes are known. */
  marks: Readonly<Record<string, string>>;
  /** The disk refused output of this command. */
  onLoss(): void;
  /** It has ended, with all that is known of it; `result.json` is not written yet. Called once. */
  onEnd(result: CommandResult): void;
}

/** A command that runs. */
export interface Running {
  /**
   * Stops it and all it started, to end in `state`: TERM, grace, KILL, sweep. The first call counts; a later one may only shorten
   * the grace, which is in seconds and by default the command's own.
   */
  stop(state: StopState, graceSeconds?: number): void;
}

/** Starts a command in its claim. Throws what the system said, with nothing started. */
export function startRunning(spec: RunSpec, context: RunContext, supervisors: Supervisors): Running {
  const supervisor = supervisors.take();
  const undo: (() => void)[] = [() => supervisors.discard(supervisor)];
  try {
    const header: RecordHeader = {
      id: context.id,
      startedAt: new Date().toISOString(),
      ...(spec.timeoutSeconds === undefined ? {} : { timeoutSeconds: spec.timeoutSeconds }),
      graceSeconds: spec.graceSeconds,
      maxOutputBytes: spec.maxOutputBytes,
      supervisor: supervisor.identity,
    };
    writeHeader(supervisor.record, header, context.owner);
    const pipes = supervisor.openPipes();
    const stdout = captureOutput(context, "stdout", pipes.stdout, spec.maxOutputBytes);
    undo.push(() => abandon(stdout));
    const stderr = captureOutput(context, "stderr", pipes.stderr, spec.maxOutputBytes);
    undo.push(() => abandon(stderr));
    const life = live({
      context,
      header,
      record: supervisor.record,
      outputs: [stdout, stderr],
      close(wasStopped, isHeld) {
        if (!wasStopped) return supervisors.giveBack(supervisor, isHeld);
        supervisors.discard(supervisor);
        isHeld();
      },
    });
    supervisor.run({ id: context.id, argv: spec.argv, cwd: spec.cwd, env: spec.env }, spec.stdin, life.supervisorEnded);
    return life;
  } catch (error) {
    for (const step of undo) ignoring(step);
    throw error;
  }
}

function abandon(output: Output): void {
  output.finish();
  output.release();
}

/** A command as it is known from its start or from its record. */
export interface Known {
  context: RunContext;
  header: RecordHeader;
  /** Descriptor of the record. */
  record: number;
  /** Standard output and standard error. */
  outputs: readonly [Output, Output];
  /** Lets go of the supervisor and its record; `isHeld` lets go of the pipes, and tells whether somebody has them still. */
  close(wasStopped: boolean, isHeld: () => boolean): void;
}

/** A running command, and the one thing that it has to be told. */
export interface Life extends Running {
  /** The supervisor has told the command's end, or has ended itself. */
  supervisorEnded(end: SupervisorEnd): void;
  /** The supervisor is gone, and no agent was there to see how: it is lost, if nothing else was meant for it. */
  lose(): void;
}

/** Lives with a command from now on to its end. */
export function live({ context, header, record, outputs, close }: Known): Life {
  const target = { leader: header.supervisor, marks: context.marks };
  let stopping: Stopping | undefined;
  let stopState: StopState | "lost" | undefined;
  let told: SupervisorEnd | undefined;
  let lastRecord: RunRecord | undefined;
  let over = false;

  const finish = (state: CommandResult["state"], rest: Partial<CommandResult>) => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    const [stdout, stderr] = [outputs[0].finish(), outputs[1].finish()];
    const finished_at = new Date().toISOString();
    const output = state === "rejected" ? {} : { stdout, stderr };
    const started = state === "rejected" ? {} : { started_at: header.startedAt };
    context.onEnd({ protocol_version: "1.0", id: context.id, state, ...rest, ...started, finished_at, ...output });
    // Until its result is written the record is all that tells of the command. The host is told first.
    const isHeld = () => outputs.map((output) => output.release()).includes(true);
    setImmediate(() => ignoring(() => close(stopState !== undefined, isHeld)));
  };

  const finishStop = () => {
    if (stopState === "lost") finish("lost", { message: LOST });
    else if (stopState !== undefined) finish(stopState, recorded() ?? { signal: "SIGKILL" });
  };

  /** The record as it stands, or as it stood when the supervisor ended, for it closes with it. */
  const look = (): RunRecord => lastRecord ?? readRecord(record);

  /** How it ended, as its supervisor recorded it. */
  const recorded = (): Ending | undefined => {
    const { exitStatus, shellSpoke } = look();
    return exitStatus === undefined ? undefined : endingOf(exitStatus, shellSpoke);
  };

  const stop = (state: StopState | "lost", graceSeconds: number) => {
    if (over) return;
    if (stopping !== undefined) return void stopping.hurry(graceSeconds);
    stopState = state;
    if (state !== "lost") ignoring(() => writeStopping(record, state));
    stopping = stopProcesses(target, graceSeconds, () => told !== undefined, finishStop);
  };

  /** The supervisor was killed, alone or with its group: nobody can tell how the command would have ended, or did just before. */
  const endedAlone = () => {
    const ending = recorded();
    if (ending !== undefined) return finish(isSuccess(ending) ? "succeeded" : "failed", ending);
    if (!look().started) return finish("rejected", { code: "spawn_failed", message: NOT_STARTED });
    stop("lost", 0);
  };

  const timer = startTimer(header, () => stop("timed_out", header.graceSeconds));

  return {
    stop: (state, graceSeconds = header.graceSeconds) => stop(state, graceSeconds),
    supervisorEnded(end) {
      told = end;
      if (over) return;
      if (stopping !== undefined || end === "gone") lastRecord = readRecord(record);
      if (stopping !== undefined) return stopping.look();
      if (end === "gone") return endedAlone();
      // Above 128 it depends on what the shell said beside it.
      const ending = end.status <= 128 ? { exit_code: end.status } : (recorded() ?? { exit_code: end.status & 255 });
      finish(isSuccess(ending) ? "succeeded" : "failed", ending);
    },
    lose() {
      told = "gone";
      lastRecord = readRecord(record);
      if (stopping === undefined) stop("lost", 0);
      else stopping.look();
    },
  };
}

const LOST = "its supervisor was ended, so nobody knows how it would have ended";
const NOT_STARTED = "no process could be made for it";

/** Counts from the start, also over the agent's death; a time that is over already counts at once. */
function startTimer(header: RecordHeader, onTimeout: () => void): NodeJS.Timeout | undefined {
  if (header.timeoutSeconds === undefined) return undefined;
  const end = Date.parse(header.startedAt) + header.timeoutSeconds * 1000;
  return setTimeout(onTimeout, Math.max(0, end - Date.now()));
}
