// What the container's cgroup says of its use of the machine, version 2 or 1. What cannot be read is absent.
import { statSync } from "node:fs";
import { readKernelFile } from "../files/kernel-file.js";

/** Raw readings: bytes, microseconds, numbers of processes. */
export interface CgroupReading {
  cpuMicroseconds?: number;
  cpuLimitCores?: number;
  memoryBytes?: number;
  memoryLimitBytes?: number;
  pids?: number;
  pidsLimit?: number;
}

/** Above any memory there is: how version 1 says that there is no limit. */
const NO_LIMIT = 2 ** 53;

/** Reads the cgroup of this process below `root`, which is where the system mounts them. Never throws. */
export function readCgroup(root = "/sys/fs/cgroup", self = "/proc/self/cgroup"): CgroupReading {
  const memberships = (readKernelFile(self) ?? "").split("\n");
  return isDirectory(`${root}/memory`) || isDirectory(`${root}/cpuacct`)
    ? readVersion1(root, memberships)
    : readVersion2(placeOf(root, memberships, ""));
}

function readVersion2(place: string): CgroupReading {
  const stat = readFields(`${place}/memory.stat`);
  const [quota, period] = (readKernelFile(`${place}/cpu.max`) ?? "").split(" ").map(Number);
  return defined({
    cpuMicroseconds: readFields(`${place}/cpu.stat`).get("usage_usec"),
    cpuLimitCores: quota !== undefined && period ? finite(quota / period) : undefined,
    memoryBytes: without(readNumber(`${place}/memory.current`), stat.get("inactive_file")),
    memoryLimitBytes: readNumber(`${place}/memory.max`),
    pids: readNumber(`${place}/pids.current`),
    pidsLimit: readNumber(`${place}/pids.max`),
  });
}

function readVersion1(root: string, memberships: readonly string[]): CgroupReading {
  const place = (controller: string) => placeOf(`${root}/${controller}`, memberships, controller);
  const memory = place("memory");
  const nanoseconds = readNumber(`${place("cpuacct")}/cpuacct.usage`);
  const quota = readNumber(`${place("cpu")}/cpu.cfs_quota_us`);
  const period = readNumber(`${place("cpu")}/cpu.cfs_period_us`);
  return defined({
    cpuMicroseconds: nanoseconds === undefined ? undefined : nanoseconds / 1000,
    cpuLimitCores: quota !== undefined && quota > 0 && period ? quota / period : undefined,
    memoryBytes: without(
      readNumber(`${memory}/memory.usage_in_bytes`),
      readFields(`${memory}/memory.stat`).get("total_inactive_file"),
    ),
    memoryLimitBytes: readNumber(`${memory}/memory.limit_in_bytes`),
    pids: readNumber(`${place("pids")}/pids.current`),
    pidsLimit: readNumber(`${place("pids")}/pids.max`),
  });
}

/** Where this process's group of a controller lies: in a container the mount is the group itself, elsewhere the group lies below it. */
function placeOf(mount: string, memberships: readonly string[], controller: string): string {
  for (const line of memberships) {
    const [, controllers, ...path] = line.split(":");
    if (!controllers?.split(",").includes(controller)) continue;
    const below = `${mount}${path.join(":")}`;
    if (isDirectory(below)) return below;
  }
  return mount;
}

function without(total: number | undefined, droppable: number | undefined): number | undefined {
  return total === undefined ? undefined : Math.max(0, total - (droppable ?? 0));
}

function readFields(path: string): Map<string, number> {
  const fields = new Map<string, number>();
  for (const line of (readKernelFile(path) ?? "").split("\n")) {
    const [name, value] = line.split(" ");
    if (name !== undefined && value !== undefined && Number.isFinite(Number(value))) fields.set(name, Number(value));
  }
  return fields;
}

function readNumber(path: string): number | undefined {
  const text = readKernelFile(path)?.trim();
  return text === undefined || text === "" ? undefined : finite(Number(text));
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) && value < NO_LIMIT ? value : undefined;
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function defined(reading: { [K in keyof CgroupReading]: CgroupReading[K] | undefined }): CgroupReading {
  return Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== undefined));
}
