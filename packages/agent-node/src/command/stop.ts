// Stops a command with all it started: TERM, grace, KILL, and a sweep for what left its process group (docs/protocol.md#timeout).
import { findProcesses, type ProcessInfo, startTimeOf } from "../processes/proc.js";
import type { Identity } from "./record.js";

/** Whom a stop is about. */
export interface Target {
  /** Leads the session and the process group of the command; undefined where it has ended and nothing but the marks is left. */
  leader: Identity | undefined;
  /** Variables by which its processes are known wherever they went (docs/protocol.md#sweep). */
  marks: Readonly<Record<string, string>>;
}

/** A stop under way. */
export interface Stopping {
  /** Shortens the grace that is left to so many seconds. */
  hurry(graceSeconds: number): void;
}

const FIRST_LOOK_MS = 10;
const LONGEST_PAUSE_MS = 200;
/** A process that survives KILL for so long waits for a disk or a network: it cannot be helped, and its command ends without it. */
const GIVE_UP_MS = 5000;

/** Begins a stop; `onDone` is called once none is left. */
export function stopProcesses(target: Target, graceSeconds: number, onDone: () => void): Stopping {
  let killAt = performance.now() + graceSeconds * 1000;
  let pause = FIRST_LOOK_MS;
  let timer: NodeJS.Timeout;

  const look = () => {
    const left = processesOf(target);
    const now = performance.now();
    if (left.length === 0 || now > killAt + GIVE_UP_MS) return onDone();
    if (now >= killAt) {
      signalAll(target, left, "SIGKILL");
      pause = FIRST_LOOK_MS;
    }
    timer = setTimeout(look, Math.max(1, Math.min(pause, now < killAt ? killAt - now : pause)));
    pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS);
  };

  const left = processesOf(target);
  if (graceSeconds > 0) {
    signalAll(target, left, "SIGTERM");
    // What is stopped hears of TERM only when it goes on.
    signalAll(target, left, "SIGCONT");
  }
  timer = setTimeout(look, graceSeconds > 0 ? FIRST_LOOK_MS : 0);

  return {
    hurry(seconds) {
      killAt = Math.min(killAt, performance.now() + seconds * 1000);
      clearTimeout(timer);
      timer = setTimeout(look, 0);
    },
  };
}

/** All living processes of a command, its supervisor among them. */
export function processesOf({ leader, marks }: Target): ProcessInfo[] {
  const found = findProcesses(marks, leader?.pid);
  // Another process has the leader's pid by now, so that session is not the command's.
  const isForeign = found.some(({ pid, startTime }) => pid === leader?.pid && startTime !== leader.startTime);
  return isForeign ? findProcesses(marks) : found;
}

/** The group in one call, so that what forks in it cannot run away; then each that left it. */
function signalAll({ leader }: Target, processes: readonly ProcessInfo[], signal: NodeJS.Signals): void {
  const inGroup = processes.some(({ group }) => group === leader?.pid);
  if (leader !== undefined && (inGroup || !hasProc())) send(-leader.pid, signal);
  for (const { pid, group } of processes) if (group !== leader?.pid) send(pid, signal);
}

function hasProc(): boolean {
  return startTimeOf(process.pid) !== "";
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile, or belongs to a user whom we may not signal.
  }
}
