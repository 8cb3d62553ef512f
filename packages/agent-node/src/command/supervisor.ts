// A supervisor: a small shell that starts a command, waits for it and records how it ended, whatever becomes of the agent
// (docs/protocol.md#restart). It does so for one command after another, which costs less than half of a new process each.
import { spawn } from "node:child_process";
import { closeSync, constants, openSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { ignoring } from "../errno.js";
import { readKernelFile } from "../files/kernel-file.js";
import { readProcess, startTimeOf } from "../processes/proc.js";
import type { FifoStore } from "./fifos.js";
import type { Identity, RecordStore } from "./record.js";
import { PREAMBLE, quote, RELEASE, type Request, requestScript } from "./request.js";

/** How a supervisor tells of a command's end: by its status, or not at all, where it has ended itself. */
export type SupervisorEnd = { status: number } | "gone";

/** One supervisor. It leads a session and a process group of its own, in which nothing else lives between two commands. */
export interface Supervisor {
  /** What it tells its ends by. */
  readonly token: string;
  readonly identity: Identity;
  /** Descriptor of its record. */
  readonly record: number;
  /** Opens the ends of both pipes that the agent reads from. Throws what the system said. */
  openPipes(): { stdout: number; stderr: number };
  /** Asks for a command. `stdin` is its input as text. Throws what the system said, with nothing started. */
  run(command: Omit<Request, "stdinPath" | "stdoutPath" | "stderrPath">, stdin: string | undefined, onEnd: OnEnd): void;
  /** The agent has read the pipes; `onReleased` is called when the supervisor has closed them, or has ended. */
  release(onReleased: () => void): void;
}

type OnEnd = (end: SupervisorEnd) => void;

/** What supervisors are made with. */
export interface SupervisorContext {
  env: Readonly<Record<string, string>>;
  records: RecordStore;
  fifos: FifoStore;
  /** Descriptor of the FIFO by which they tell the agent; opened for reading and writing. */
  notices: number;
}

/** Shells read their input byte by byte, some of them: a longer request lies in a file. */
const LONGEST_LINE = 16_384;
/** A command that made more processes than this is not worth looking after: a new supervisor costs less. */
const MOST_LOOKED_AT = 64;

/** A supervisor as its pool sees it. */
export interface OwnedSupervisor extends Supervisor {
  /** A command's end was read from the FIFO. */
  ended(status: number): void;
  /** That the pipes are closed was read from the FIFO. */
  released(): void;
  /** Whether the last command has left nobody behind in the process group. */
  isAlone(): boolean;
  /** Ends it; whatever commands have left in its group lives on. */
  dismiss(): void;
}

/** Starts a supervisor; `token` is what it tells its ends by. Throws what the system said. */
export function startSupervisor(token: string, context: SupervisorContext, onGone: () => void): OwnedSupervisor {
  const { records, fifos } = context;
  const record = records.create();
  const pipes = [fifos.take(), fifos.take()] as const;
  const inputs = [`${record.path}.stdin`, `${record.path}.script`] as const;
  const child = spawn("/bin/sh", [], {
    cwd: "/",
    env: { ...context.env },
    stdio: ["pipe", context.notices, record.fd],
    detached: true,
  });
  let onEnd: OnEnd | undefined;
  let onReleased: (() => void) | undefined;
  let lastPid = -1;
  let gone = false;
  let cleaned = false;
  let inputsUsed = false;

  const end = (how: SupervisorEnd) => {
    const tell = onEnd;
    onEnd = undefined;
    tell?.(how);
  };

  const released = () => {
    const tell = onReleased;
    onReleased = undefined;
    tell?.();
  };

  const removeInputs = () => {
    for (const path of inputsUsed ? inputs : []) ignoring(() => unlinkSync(path));
    inputsUsed = false;
  };

  const cleanUp = () => {
    if (cleaned) return;
    cleaned = true;
    for (const path of pipes) fifos.discard(path);
    removeInputs();
    records.remove(record.path);
    ignoring(() => closeSync(record.fd));
  };

  const input = child.stdin;
  child.on("error", () => undefined);
  input?.on("error", () => undefined);
  child.on("exit", () => {
    gone = true;
    onGone();
    end("gone");
    released();
    cleanUp();
  });
  if (child.pid === undefined || input === null) {
    cleanUp();
    throw Object.assign(new Error("the shell could not be started"), { code: "ESPAWN" });
  }
  const identity = { pid: child.pid, startTime: startTimeOf(child.pid) };
  input.write(PREAMBLE);

  return {
    token,
    identity,
    record: record.fd,
    openPipes() {
      const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
      const stdout = openSync(pipes[0], flags);
      try {
        return { stdout, stderr: openSync(pipes[1], flags) };
      } catch (error) {
        closeSync(stdout);
        throw error;
      }
    },
    run(command, stdin, tell) {
      const stdinPath = stdin === undefined ? undefined : inputs[0];
      const script = requestScript({ ...command, stdinPath, stdoutPath: pipes[0], stderrPath: pipes[1] }, token);
      const isLong = script.length > LONGEST_LINE;
      inputsUsed = isLong || stdin !== undefined;
      if (stdin !== undefined) writeFileSync(inputs[0], stdin, { mode: 0o600 });
      if (isLong) writeFileSync(inputs[1], script, { mode: 0o600 });
      lastPid = readLastPid();
      onEnd = tell;
      input.write(isLong ? `. ${quote(inputs[1])}\n` : script);
    },
    ended: (status) => end({ status }),
    release(tell) {
      onReleased = tell;
      if (gone) released();
      else input.write(RELEASE);
    },
    released,
    isAlone() {
      removeInputs();
      return !gone && !hasCompany(identity, lastPid);
    },
    dismiss() {
      if (!gone) ignoring(() => process.kill(identity.pid, "SIGKILL"));
      cleanUp();
    },
  };
}

/** The last pid that was given, in this pid namespace; -1 where nobody tells. */
function readLastPid(): number {
  return Number(readKernelFile("/proc/loadavg")?.split(" ")[4] ?? -1);
}

/** Whether a process made since then is still in the supervisor's session. Where it cannot be told, one may be. */
function hasCompany({ pid }: Identity, sinceLastPid: number): boolean {
  const last = readLastPid();
  if (sinceLastPid < 0 || last < sinceLastPid || last - sinceLastPid > MOST_LOOKED_AT) return true;
  for (let candidate = sinceLastPid + 1; candidate <= last; candidate++) {
    if (statSync(`/proc/${candidate}`, { throwIfNoEntry: false }) === undefined) continue;
    if (readProcess(candidate)?.session === pid) return true;
  }
  return false;
}
