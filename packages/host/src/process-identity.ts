// Tells a process from a later one with the same pid: by its start time and the machine's boot.
import { readFileSync } from "node:fs";
import type { ProcessIdentity } from "@para-docker/protocol";
import { systemCode } from "./errors.js";

/** Who the process `pid` is now, or nothing where there is none (or only its remains, not yet collected by its parent) or it cannot be told. */
export function identityOf(pid: number): ProcessIdentity | undefined {
  const machine_boot_id = machineBootId();
  // Without /proc the pid is all there is.
  if (machine_boot_id === undefined) return answers(pid) ? { pid } : undefined;
  const start_time = startTime(pid);
  return typeof start_time === "string" ? { pid, start_time, machine_boot_id } : undefined;
}

/**
 * Whether that very process still runs. One of another boot does not, whatever has its pid now. Where that cannot be told for a moment
 * (no descriptors left, say), one that has the pid is taken for it: nobody's lock is to be taken for a fault of ours.
 */
export function isAlive(identity: ProcessIdentity): boolean {
  if (identity.start_time === undefined) return answers(identity.pid);
  if (identity.machine_boot_id !== machineBootId()) return false;
  const now = startTime(identity.pid);
  return now === UNREADABLE ? answers(identity.pid) : now === identity.start_time;
}

/** Sends `signal` to that very process; false where it is gone or cannot be told. Never to another that has its pid by now. */
export function signalProcess(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  const now = identityOf(identity.pid);
  if (now?.start_time !== identity.start_time || now?.machine_boot_id !== identity.machine_boot_id) return false;
  try {
    process.kill(identity.pid, signal);
    return true;
  } catch {
    return false;
  }
}

let bootId: string | null | undefined;

/** The machine's boot, or nothing where there is no /proc. */
function machineBootId(): string | undefined {
  if (bootId === undefined) {
    try {
      bootId = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    } catch {
      bootId = null;
    }
  }
  return bootId ?? undefined;
}

/** It may be there, but its start time cannot be read now. */
const UNREADABLE = Symbol("unreadable");

/** Field 22 of `/proc/PID/stat`; nothing for a process that is gone, or a zombie, which runs no more. */
function startTime(pid: number): string | typeof UNREADABLE | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second field is the program's name in brackets, and may hold spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : (fields[19] ?? UNREADABLE);
  } catch (error) {
    const code = systemCode(error);
    return code === "ENOENT" || code === "ESRCH" ? undefined : UNREADABLE;
  }
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}
