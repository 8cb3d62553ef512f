// Tells a process from a later one with the same pid: by its start time and the machine's boot.
import { readFileSync } from "node:fs";
import type { ProcessIdentity } from "@para-docker/protocol";

/** Who the process `pid` is now, or nothing where there is none (or only its remains, not yet collected by its parent). */
export function identityOf(pid: number): ProcessIdentity | undefined {
  const start_time = startTime(pid);
  const machine_boot_id = machineBootId();
  if (start_time !== undefined && machine_boot_id !== undefined) return { pid, start_time, machine_boot_id };
  // Without /proc the pid is all there is.
  return machine_boot_id === undefined && answers(pid) ? { pid } : undefined;
}

/** Whether that very process still runs. One of another boot does not, whatever has its pid now. */
export function isAlive(identity: ProcessIdentity): boolean {
  if (identity.start_time === undefined) return answers(identity.pid);
  const now = identityOf(identity.pid);
  return (
    now !== undefined && now.start_time === identity.start_time && now.machine_boot_id === identity.machine_boot_id
  );
}

/** Sends `signal` to that very process; false where it is gone. Never to another that has its pid by now. */
export function signalProcess(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isAlive(identity)) return false;
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

/** Field 22 of `/proc/PID/stat`; nothing for a zombie, which runs no more. */
function startTime(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second field is the program's name in brackets, and may hold spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
