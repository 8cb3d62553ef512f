// Looks whether the masks over the state root are in place, from outside, before anybody is told of a session.
import { readFileSync } from "node:fs";

/** A mount of a process: where, and of which file system. */
interface MountEntry {
  point: string;
  type: string;
}

/**
 * Whether a tmpfs is the topmost mount at each of `targets` in the container, whose first process has the pid `pid` here. Nothing where it
 * cannot be seen from here: an engine in a virtual machine or on another machine, no /proc, a container that has ended.
 */
export function masksHold(pid: number, containerId: string, targets: readonly string[]): boolean | undefined {
  if (targets.length === 0) return true;
  if (pid <= 0) return undefined;
  const mounts = readProc(pid, "mountinfo");
  // A pid of another machine may be anybody's here: the container's id tells.
  if (mounts === undefined || !`${mounts}${readProc(pid, "cgroup") ?? ""}`.includes(containerId)) return undefined;
  const entries = mounts.split("\n").flatMap(parseEntry);
  return targets.every((target) => entries.filter((entry) => entry.point === target).at(-1)?.type === "tmpfs");
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return undefined;
  }
}

/** A line of mountinfo: `36 35 98:0 /root /point rw,noatime master:1 - ext3 /dev/root rw`. */
function parseEntry(line: string): MountEntry[] {
  const [before = "", after = ""] = line.split(" - ");
  const point = before.split(" ")[4];
  const type = after.split(" ")[0];
  return point === undefined || type === undefined ? [] : [{ point: unescaped(point), type }];
}

/** Spaces, tabs, line ends and backslashes stand there as octal numbers. */
function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
