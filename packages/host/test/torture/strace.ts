// Kills a program as it enters one of its system calls: which there are, and then one of them.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BEGIN, END } from "../programs/marks.js";

/** Calls that the host makes while it writes; each is a moment to die at. */
const CALLS = [
  "openat",
  "write",
  "fdatasync",
  "fsync",
  "rename",
  "symlink",
  "unlink",
  "rmdir",
  "close",
  "mkdir",
  "fchmod",
  "ftruncate",
  "readlink",
  "read",
  "pread64",
  "fstat",
  "statx",
  "getdents64",
];

/** One thread for Node's pool: with more, the main thread makes other calls from run to run. */
const env = { ...process.env, UV_THREADPOOL_SIZE: "1" };

/** Whether strace is there. */
export function canTrace(): boolean {
  return spawnSync("strace", ["-V"]).status === 0;
}

/** Which occurrence of each call is the first and the last between the marks. Runs the program to its end. */
export function windowsOf(args: readonly string[], place: string): Map<string, [first: number, last: number]> {
  const trace = join(place, "trace");
  const ran = spawnSync("strace", ["-f", "-qq", "-o", trace, ...args], { env });
  if (ran.status !== 0) throw new Error(`the program failed: ${ran.stderr}`);
  const lines = readFileSync(trace, "utf8").split("\n");
  const main = lines[0]?.split(" ")[0] ?? "";
  const counts = new Map<string, number>();
  const windows = new Map<string, [number, number]>();
  let inside = false;
  for (const line of lines) {
    const match = /^(\d+) +([a-z0-9_]+)\(/.exec(line);
    if (match?.[1] !== main) continue;
    const call = match[2] ?? "";
    const count = (counts.get(call) ?? 0) + 1;
    counts.set(call, count);
    if (line.includes(BEGIN)) inside = true;
    if (line.includes(END)) inside = false;
    if (inside && CALLS.includes(call)) windows.set(call, [windows.get(call)?.[0] ?? count, count]);
  }
  return windows;
}

/** Runs the program and kills it as it enters that call; false where it ended before. */
export function diesAt(args: readonly string[], call: string, at: number): boolean {
  const inject = ["-e", `trace=${call}`, "-e", `inject=${call}:signal=KILL:when=${at}`];
  const ran = spawnSync("strace", ["-f", "-qq", "-o", "/dev/null", ...inject, ...args], { env, timeout: 30_000 });
  return ran.signal === "SIGKILL" || (ran.status ?? 0) > 128;
}
