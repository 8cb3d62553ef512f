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

/** The pid of a container's first process on this machine: it is there as long as the container. */
export function firstPidOf(id) {
  return execFileSync("docker", ["inspect", "--format", "{{.State.Pid}}", id], { encoding: "utf8" }).trim();
}

/**
 * Processor time in seconds of all that ran in the container of a process, by its control group: what the kernel tells of a single process is
 * rounded to hundredths, and leaves out what its children did not live to tell.
 */
export function containerCpuSeconds(pid) {
  const groups = readFileSync(`/proc/${pid}/cgroup`, "utf8")
    .split("\n")
    .map((line) => /^\d+:([^:]*):(.*)$/.exec(line) ?? []);
  const [, controllers, path] = groups.find(([, names]) => names?.split(",").includes("cpuacct")) ?? [];
  if (controllers !== undefined)
    return Number(readFileSync(`/sys/fs/cgroup/${controllers}${path}/cpuacct.usage`, "utf8")) / 1e9;
  const [, , unified] = groups.find(([, names]) => names === "");
  const [, micros] = /^usage_usec (\d+)/m.exec(readFileSync(`/sys/fs/cgroup${unified}/cpu.stat`, "utf8"));
  return Number(micros) / 1e6;
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
