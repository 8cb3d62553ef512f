// What /proc says of processes. On a system without it every function says that nothing is known.
import { readdirSync } from "node:fs";
import { readKernelFile } from "../files/kernel-file.js";

/** A process, as far as it matters here. */
export interface ProcessInfo {
  pid: number;
  parent: number;
  group: number;
  session: number;
  /** Start time in clock ticks after boot: with the pid, its identity. */
  startTime: string;
}

/** A living process; undefined where it is gone, a zombie, or not to be seen. */
export function readProcess(pid: number): ProcessInfo | undefined {
  const stat = readKernelFile(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name in brackets may hold brackets and spaces itself: the fields begin after the last one.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, parent, group, session] = fields;
  const startTime = fields[19];
  if (startTime === undefined || state === "Z" || state === "X") return undefined;
  return { pid, parent: Number(parent), group: Number(group), session: Number(session), startTime };
}

/** Start time of a process; the empty string where it is gone or there is no /proc. */
export function startTimeOf(pid: number): string {
  return readProcess(pid)?.startTime ?? "";
}

/** Whether that very process lives: pid and start time agree. Without /proc the pid alone must do. */
export function isAlive(pid: number, startTime: string): boolean {
  if (startTime !== "") return startTimeOf(pid) === startTime;
  try {
    process.kill(pid, 0);
    return readProcess(process.pid) === undefined;
  } catch {
    return false;
  }
}

/** Living processes that carry all of `variables` in their environment, or belong to `session`. */
export function findProcesses(variables: Readonly<Record<string, string>>, session?: number): ProcessInfo[] {
  const needles = Object.entries(variables).map(([name, value]) => `\0${name}=${value}\0`);
  const found: ProcessInfo[] = [];
  for (const pid of listPids()) {
    if (pid === process.pid) continue;
    const info = readProcess(pid);
    if (info !== undefined && (info.session === session || carries(pid, needles))) found.push(info);
  }
  return found;
}

function carries(pid: number, needles: readonly string[]): boolean {
  const environ = readKernelFile(`/proc/${pid}/environ`);
  return environ !== undefined && needles.every((needle) => `\0${environ}\0`.includes(needle));
}

function listPids(): number[] {
  try {
    return readdirSync("/proc").flatMap((name) => (/^[0-9]+$/.test(name) ? [Number(name)] : []));
  } catch {
    return [];
  }
}
