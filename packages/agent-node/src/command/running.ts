// The life of one running command: start, output, time, stop, end. It is the same for one that an earlier life of the agent started.
import { closeSync, constants, openSync, unlinkSync } from "node:fs";
import type { CommandResult } from "@para-docker/protocol";
import { ignoring } from "../errno.js";
import { writeWhole } from "../files/replace-file.js";
import { startTimeOf } from "../processes/proc.js";
import { captureOutput, type Output, type StreamName } from "./output.js";
import type { PipeStore } from "./pipes.js";
import {
  type Identity,
  openRecord,
  type RecordHeader,
  readRecord,
  type StopState,
  writeHeader,
  writeStopping,
  writeSupervisor,
} from "./record.js";
import { processesOf, type Stopping, stopProcesses } from "./stop.js";
import { type Ending, endingOf, startSupervisor } from "./supervisor.js";

/** What is to be run. */
export interface RunSpec {
  argv: readonly string[];
  cwd: string;
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
  /** Variables by which the command's processes are known. */
  marks: Readonly<Record<string, string>>;
  /** The disk refused output of this command. */
  onLoss(): void;
  /** It has ended, with all that is known of it; `result.json` is not written yet. Called once. */
  onEnd(result: CommandResult): void;
}

/** A command that runs. */
export interface Running {
  readonly startedAt: string;
  /**
   * Stops it and all it started, to end in `state`: TERM, grace, KILL, sweep. The first call counts; a later one may only shorten
   * the grace, which is in seconds and by default the command's own.
   */
  stop(state: StopState, graceSeconds?: number): void;
}

/** Starts a command in its claim. Throws what the system said, with nothing started. */
export function startRunning(spec: RunSpec, context: RunContext, pipes: PipeStore): Running {
  const header: RecordHeader = {
    startedAt: new Date().toISOString(),
    ...(spec.timeoutSeconds === undefined ? {} : { timeoutSeconds: spec.timeoutSeconds }),
    graceSeconds: spec.graceSeconds,
    maxOutputBytes: spec.maxOutputBytes,
  };
  /** What belongs to the command alone, and what must be undone should it not start. */
  const commandEnds: number[] = [];
  const undo: (() => void)[] = [];
  try {
    const record = openRecord(context.directory);
    undo.push(() => closeSync(record));
    writeHeader(record, header, context.owner);
    const open = (name: StreamName) => {
      const pipe = pipes.take();
      commandEnds.push(pipe.commandEnd);
      const output = captureOutput(context, name, pipe.readEnd, spec.maxOutputBytes);
      undo.push(() => output.finish());
      return { end: pipe.commandEnd, output };
    };
    const stdout = open("stdout");
    const stderr = open("stderr");
    const stdin = spec.stdin === undefined ? "ignore" : openText(`${context.directory}/.stdin`, spec.stdin);
    if (stdin !== "ignore") commandEnds.push(stdin);
    const child = startSupervisor({ ...spec, stdin, stdout: stdout.end, stderr: stderr.end, record });
    const supervisor = { pid: child.pid, startTime: startTimeOf(child.pid) };
    ignoring(() => writeSupervisor(record, supervisor));
    const life = live({ context, header, supervisor, record, outputs: [stdout.output, stderr.output] });
    child.on("exit", (_code, signal) => life.supervisorEnded(signal ?? undefined));
    return life;
  } catch (error) {
    for (const step of undo) ignoring(step);
    throw error;
  } finally {
    for (const fd of commandEnds) closeSync(fd);
  }
}

/** The text as a file without a name: the command reads it at its own pace, whether the agent lives or not. */
function openText(path: string, text: string): number {
  const fd = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600);
  try {
    writeWhole(fd, Buffer.from(text));
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } finally {
    closeSync(fd);
    unlinkSync(path);
  }
}

/** A command as it is known from its start or from its record. */
export interface Known {
  context: RunContext;
  header: RecordHeader;
  /** Undefined where it has ended already. */
  supervisor: Identity | undefined;
  /** Descriptor of the record; closed at the end. */
  record: number;
  /** Standard output and standard error. */
  outputs: readonly [Output, Output];
}

/** A running command, and the one thing that it has to be told. */
export interface Life extends Running {
  /** The supervisor has ended or has recorded the command's end; `signal` is what ended the supervisor itself. */
  supervisorEnded(signal?: string): void;
}

/** Lives with a command from now on to its end. */
export function live({ context, header, supervisor, record, outputs }: Known): Life {
  const target = { leader: supervisor, marks: context.marks };
  let stopping: Stopping | undefined;
  let stopState: StopState | "lost" | undefined;
  let over = false;

  const finish = (state: CommandResult["state"], ending: Ending | undefined, message?: string) => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    const [stdout, stderr] = [outputs[0].finish(), outputs[1].finish()];
    ignoring(() => closeSync(record));
    context.onEnd({
      protocol_version: "1.0",
      id: context.id,
      state,
      ...ending,
      ...(message === undefined ? {} : { message }),
      started_at: header.startedAt,
      finished_at: new Date().toISOString(),
      stdout,
      stderr,
    });
  };

  /** How it ended, as its supervisor recorded it. */
  const recorded = (): Ending | undefined => {
    const { exitStatus, shellSpoke } = readRecord(record);
    return exitStatus === undefined ? undefined : endingOf(exitStatus, shellSpoke);
  };

  const stop = (state: StopState | "lost", graceSeconds: number) => {
    if (over) return;
    if (stopping !== undefined) return stopping.hurry(graceSeconds);
    stopState = state;
    if (state !== "lost") ignoring(() => writeStopping(record, state));
    stopping = stopProcesses(target, graceSeconds, () => {
      if (state === "lost") finish("lost", undefined, LOST);
      else finish(state, recorded() ?? { signal: "SIGKILL" });
    });
  };

  const timer = startTimer(header, () => stop("timed_out", header.graceSeconds));

  return {
    startedAt: header.startedAt,
    stop: (state, graceSeconds = header.graceSeconds) => stop(state, graceSeconds),
    supervisorEnded(signal) {
      // A stop ends when all processes have ended, not with the first.
      if (over || stopState !== undefined) return;
      const ending = recorded();
      if (ending !== undefined) return finish(isSuccess(ending) ? "succeeded" : "failed", ending);
      // The supervisor was killed. With its whole group, that was the command's end too; alone, nobody can tell how it ends.
      if (signal !== undefined && processesOf(target).length === 0) return finish("failed", { signal });
      stop("lost", 0);
    },
  };
}

function isSuccess(ending: Ending): boolean {
  return "exit_code" in ending && ending.exit_code === 0;
}

const LOST = "its supervisor was ended, so nobody knows how it would have ended";

/** Counts from the start, also over the agent's death; a time that is over already counts at once. */
function startTimer(header: RecordHeader, onTimeout: () => void): NodeJS.Timeout | undefined {
  if (header.timeoutSeconds === undefined) return undefined;
  const end = Date.parse(header.startedAt) + header.timeoutSeconds * 1000;
  return setTimeout(onTimeout, Math.max(0, end - Date.now()));
}
