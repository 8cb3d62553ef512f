// Processes of commands: told by pid and start time, found by their marks, stopped with all they started.
import { readdirSync, readFileSync } from "node:fs";

/** Start time of a process in clock ticks; undefined if it is gone or only waits to be reaped. */
export function startTime(pid) {
  try {
    return startOf(readFileSync(`/proc/${pid}/stat`, "latin1"));
  } catch {
    return undefined;
  }
}

/** Start time in the text of a `/proc/PID/stat`; undefined for a zombie. */
export function startOf(stat) {
  const fields = stat.split(") ").at(-1).split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
}

/** Pids of the living processes that carry all `marks` in their environment. */
export function marked(marks) {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const environment = readFileSync(`/proc/${name}/environ`, "latin1");
        return marks.every((mark) => environment.includes(mark)) && startTime(name) !== undefined;
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Sends a signal; false if there was nobody to get it. */
export function send(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}
