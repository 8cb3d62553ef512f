// Finds processes of this user by a line of their environment, however they were started and whoever their parent is by now.
import { readdirSync, readFileSync } from "node:fs";
import type { ProcessIdentity } from "@para-docker/protocol";
import { identityOf } from "../process-identity.js";

/** Processes, this one left out, that have the line `marker` (`NAME=value`) in their environment. None where there is no /proc. */
export function markedProcesses(marker: string): ProcessIdentity[] {
  const line = Buffer.from(`\0${marker}\0`);
  const found: ProcessIdentity[] = [];
  for (const name of processNames()) {
    const pid = Number(name);
    if (pid === process.pid) continue;
    // Looked at before the environment is read: one that takes over the pid in between has another start time.
    const identity = identityOf(pid);
    if (identity !== undefined && Buffer.concat([NUL, environmentOf(name), NUL]).includes(line)) found.push(identity);
  }
  return found;
}

const NUL = Buffer.of(0);

function processNames(): string[] {
  try {
    return readdirSync("/proc").filter((name) => /^[1-9][0-9]*$/.test(name));
  } catch {
    return [];
  }
}

/** The environment it was started with; empty where it is another user's or gone. */
function environmentOf(pid: string): Buffer {
  try {
    return readFileSync(`/proc/${pid}/environ`);
  } catch {
    return Buffer.alloc(0);
  }
}
