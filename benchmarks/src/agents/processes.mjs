// What the kernel says of a container's processes.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The processes of a container, by their pids on this machine, with their command lines; the container's init is left out. */
export function processesOf(id) {
  return execFileSync("docker", ["top", id, "-eo", "pid,args"], { encoding: "utf8" })
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => /^\s*(\d+)\s+(.*)$/.exec(line))
    .map(([, pid, args]) => ({ pid, args }))
    .filter(({ args }) => !args.includes("docker-init"));
}

/** Processor time in seconds, with that of ended children; undefined where it is gone. */
export function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / 100;
  } catch {
    return undefined;
  }
}

/** Resident memory in MiB, shared pages counted whole; undefined where it is gone. */
export function residentMiB(pid) {
  return memory(pid, "status", /^VmRSS:\s+(\d+)/m);
}

/** Memory in MiB, shared pages divided among those that share them; undefined where it is gone. */
export function proportionalMiB(pid) {
  return memory(pid, "smaps_rollup", /^Pss:\s+(\d+)/m);
}

function memory(pid, file, pattern) {
  try {
    return Number(pattern.exec(readFileSync(`/proc/${pid}/${file}`, "utf8"))?.[1]) / 1024;
  } catch {
    return undefined;
  }
}
