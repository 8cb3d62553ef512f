// The processes of one agent, found from outside: by descent from the one started, and by the marks that docs/protocol.md#sweep asks for.
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

function tryTo(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function statOf(pid) {
  const text = tryTo(() => readFileSync(`/proc/${pid}/stat`, "latin1"));
  if (text === undefined) return undefined;
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return { state: fields[0], parent: Number(fields[1]), start: Number(fields[19]) };
}

/** The letter of the kernel for what a process does; undefined where there is none. */
export function stateOf(pid) {
  return statOf(pid)?.state;
}

/** Whether a process runs; one that waits to be reaped does not. */
export function isAlive(pid) {
  return ![undefined, "Z", "X"].includes(stateOf(pid));
}

/** Sends a signal; false where nobody was there to get it. */
export function send(pid, signal) {
  return isAlive(pid) && tryTo(() => process.kill(pid, signal)) === true;
}

function environmentOf(pid) {
  return tryTo(() => readFileSync(`/proc/${pid}/environ`, "latin1")) ?? "";
}

/** Living processes whose environment holds all `texts`. */
export function processesWith(...texts) {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    if (pid === process.pid) return false;
    const environment = environmentOf(pid);
    return texts.every((text) => environment.includes(text)) && isAlive(pid);
  });
}

/**
 * The agent itself: the oldest child of the process started, one that runs the same program before any other, and no `sleep` of one that
 * waits; that process itself where it has no such child.
 */
export function agentBelow(entry) {
  const programOf = (pid) => tryTo(() => readlinkSync(`/proc/${pid}/exe`));
  const nameOf = (pid) => tryTo(() => readFileSync(`/proc/${pid}/comm`, "latin1").trim());
  const program = programOf(entry);
  const children = tryTo(() => readFileSync(`/proc/${entry}/task/${entry}/children`, "latin1")) ?? "";
  const candidates = children
    .trim()
    .split(" ")
    .filter((pid) => pid !== "" && nameOf(pid) !== "sleep" && isAlive(pid))
    .map((pid) => ({ pid: Number(pid), other: programOf(pid) !== program, start: statOf(pid)?.start ?? 0 }))
    .sort((a, b) => Number(a.other) - Number(b.other) || a.start - b.start || a.pid - b.pid);
  return candidates[0]?.pid ?? entry;
}

const MARK = "PARA_COMMAND_ID=";

/** Processes that look after a command, with the ids of the commands: parents of what carries an id, which carry none. */
export function supervisorsOf(statusMark) {
  const found = new Map();
  for (const pid of processesWith(statusMark, MARK)) {
    const parent = statOf(pid)?.parent;
    const id = new RegExp(`(?:^|\\0)${MARK}([^\\0]*)`).exec(environmentOf(pid))?.[1];
    if (parent === undefined || id === undefined) continue;
    const environment = environmentOf(parent);
    if (!environment.includes(statusMark) || environment.includes(MARK)) continue;
    found.set(parent, [...(found.get(parent) ?? []), id]);
  }
  return found;
}

/** Kills all that carry `mark`, until a pass finds none; how many there were. */
export async function sweep(mark) {
  let killed = 0;
  for (let pass = 0; pass < 100; pass += 1) {
    const found = processesWith(mark);
    if (found.length === 0) break;
    for (const pid of found) if (send(pid, "SIGKILL")) killed += 1;
    await sleep(5);
  }
  return killed;
}
