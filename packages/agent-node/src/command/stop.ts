// Stops a command with all it started: TERM, grace, KILL, and a sweep for what left its process group (docs/protocol.md#timeout).
import { findProcesses, type ProcessInfo, startTimeOf } from "../processes/proc.js";
import type { Identity } from "./record.js";

/** Whom a stop is about. */
export interface Target {
  /** The supervisor, which leads the session and the process group of the command; it may have ended. */
  leader: Identity;
  /** Variables by which its processes are known wherever they went (docs/protocol.md#sweep). */
  marks: Readonly<Record<string, string>>;
}

/** A stop under way. */
export interface Stopping {
  /** Shortens the grace that is left to so many seconds. */
  hurry(graceSeconds: number): void;
  /** Looks now and not at the next tick: something has ended. */
  look(): void;
}

const FIRST_LOOK_MS = 10;
const LONGEST_PAUSE_MS = 200;
/** A process that survives KILL for so long waits for a disk or a network: it cannot be helped, and its command ends without it. */
const GIVE_UP_MS = 5000;

/**
 * Begins a stop. `hasEnded`: the supervisor has told the end, before which there may be a process that is not there yet. `onDone` is called
 * once, when none is left but the supervisor, or when what is left cannot be helped.
 */
export function stopProcesses(
  target: Target,
  graceSeconds: number,
  hasEnded: () => boolean,
  onDone: () => void,
): Stopping {
  let killAt = performance.now() + graceSeconds * 1000;
  let pause = FIRST_LOOK_MS;
  let timer: NodeJS.Timeout | undefined;
  let done = false;
  const told = new Set<string>();

  /** TERM is heard once by each, however long it takes to clean up; what is stopped hears it only when it goes on. */
  const terminate = (left: readonly ProcessInfo[]) => {
    const fresh = left.filter((info) => !told.has(keyOf(info)));
    if (fresh.length === 0) return;
    signalAll(target, fresh, "SIGTERM", told.size === 0);
    signalAll(target, fresh, "SIGCONT", told.size === 0);
    for (const info of fresh) told.add(keyOf(info));
  };

  const look = () => {
    if (done) return;
    clearTimeout(timer);
    const left = processesOf(target);
    const now = performance.now();
    if ((left.length === 0 && hasEnded()) || now > killAt + GIVE_UP_MS) {
      done = true;
      return onDone();
    }
    if (now < killAt) terminate(left);
    else {
      signalAll(target, left, "SIGKILL", true);
      pause = FIRST_LOOK_MS;
    }
    timer = setTimeout(look, Math.max(1, Math.min(pause, now < killAt ? killAt - now : pause)));
    pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS);
  };
  timer = setTimeout(look, 0);

  return {
    hurry(seconds) {
      killAt = Math.min(killAt, performance.now() + seconds * 1000);
      look();
    },
    look,
  };
}

function keyOf({ pid, startTime }: ProcessInfo): string {
  return `${pid} ${startTime}`;
}

/** All living processes of a command, but for its supervisor. */
function processesOf({ leader, marks }: Target): ProcessInfo[] {
  const found = findProcesses(marks, leader.pid);
  const first = found.find(({ pid }) => pid === leader.pid);
  // Another process has the supervisor's pid by now, so that session is not the command's.
  if (first !== undefined && first.startTime !== leader.startTime) return findProcesses(marks);
  return found.filter(({ pid }) => pid !== leader.pid);
}

/** The group in one call where it is meant, so that what forks in it cannot run away; then each of the others. */
function signalAll({ leader }: Target, list: readonly ProcessInfo[], signal: NodeJS.Signals, group: boolean): void {
  const asGroup = group && list.some((info) => info.group === leader.pid);
  if (asGroup || (group && !hasProc())) send(-leader.pid, signal);
  for (const info of list) if (!asGroup || info.group !== leader.pid) send(info.pid, signal);
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
