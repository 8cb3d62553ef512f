// Starts the judged program without a shell, and ends it with everything it has started.
import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** How a process ended. */
export interface ProcessEnd {
  code: number | null;
  signal: string | null;
  /** Why it could not be started, where it could not. */
  error?: string;
}

/** A running or ended program. */
export interface Program {
  pid: number | undefined;
  /** Set once it has ended. */
  end: ProcessEnd | undefined;
  ended: Promise<ProcessEnd>;
  /** The last 16 KiB of its standard output and error, mixed as they came. */
  output(): string;
  /** `process`: to the one process that was started. `agent`: to it and its helpers, but to no command and none that looks after one. */
  signal(signal: NodeJS.Signals, to: "process" | "agent"): Promise<void>;
  /** Ends it with all of its process group or container, and lets go of its output, which something it started may still hold open. */
  kill(): Promise<void>;
}

/** How a program is started. */
export interface StartOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** What its processes, and theirs, have in their environment, and nobody else's. */
  marker: string;
}

const KEPT_OUTPUT = 16 * 1024;

/** Starts `argv` as leader of a process group of its own. Never throws: a start that fails is an end with `error`. */
export function startProgram(argv: readonly string[], { marker, ...options }: StartOptions): Program {
  const [command = "", ...args] = argv;
  let kept = Buffer.alloc(0);
  const keep = (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk]).subarray(-KEPT_OUTPUT);
  };
  const child: ChildProcess = spawn(command, args, { ...options, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const program: Program = {
    pid: child.pid,
    end: undefined,
    ended: new Promise((resolve) => {
      const finish = (end: ProcessEnd) => {
        program.end ??= end;
        resolve(program.end);
      };
      child.once("error", (error) => finish({ code: null, signal: null, error: error.message }));
      child.once("exit", (code, signal) => finish({ code, signal }));
    }),
    output: () => kept.toString("utf8"),
    async signal(signal, to) {
      if (child.pid === undefined) return;
      if (to === "agent") await signalAgent(child.pid, marker, signal);
      else send(child.pid, signal);
    },
    async kill() {
      if (child.pid !== undefined) send(-child.pid, "SIGKILL");
      if (!program.end) await Promise.race([program.ended, sleep(2000)]);
      child.stdout?.destroy();
      child.stderr?.destroy();
    },
  };
  return program;
}

/** How an end reads in a report. */
export function endInWords(end: ProcessEnd): string {
  if (end.error !== undefined) return `it could not be started (${end.error})`;
  return end.signal === null ? `it exited with ${end.code}` : `it was ended by ${end.signal}`;
}

/**
 * Sends a signal to the process group of `leader`, but not to those in it that look after one command each: parents of a process that
 * knows `marker`, has `PARA_COMMAND_ID` in its environment, and has left the group. Where there is no /proc the whole group gets it.
 */
async function signalAgent(leader: number, marker: string, signal: NodeJS.Signals): Promise<void> {
  const members = await groupOf(leader);
  if (members.length === 0) {
    send(-leader, signal);
    return;
  }
  // Held still, so that none of them starts another while the list is read.
  for (const pid of members) send(pid, "SIGSTOP");
  const spared = new Set<number>();
  for (const pid of await processesWith(marker)) {
    const stat = await statOf(pid);
    if (stat && stat.group !== leader && (await environmentOf(pid)).includes("PARA_COMMAND_ID="))
      spared.add(stat.parent);
  }
  spared.delete(leader);
  for (const pid of await groupOf(leader)) {
    if (!spared.has(pid)) send(pid, signal);
    send(pid, "SIGCONT");
  }
}

async function groupOf(leader: number): Promise<number[]> {
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number);
  const stats = await Promise.all(pids.map(async (pid) => ({ pid, stat: await statOf(pid) })));
  return stats.filter(({ stat }) => stat?.group === leader).map(({ pid }) => pid);
}

async function statOf(pid: number): Promise<{ parent: number; group: number } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => undefined);
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
  return fields && { parent: Number(fields[1]), group: Number(fields[2]) };
}

function environmentOf(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/environ`, "latin1").catch(() => "");
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

/**
 * Kills every process that has `marker` in its environment, until a pass finds none. The marker is the path of a case directory,
 * which is nobody else's. Where there is no /proc nothing is found, and the kill of the process group has to do.
 */
export async function sweepProcesses(marker: string): Promise<number> {
  let killed = 0;
  for (let pass = 0; pass < 50; pass += 1) {
    const found = await processesWith(marker);
    if (found.length === 0) return killed;
    for (const pid of found) {
      send(pid, "SIGKILL");
      killed += 1;
    }
    await sleep(10);
  }
  return killed;
}

/** Processes that have `marker` in their environment; zombies have none. */
export async function processesWith(marker: string): Promise<number[]> {
  let names: string[];
  try {
    names = await readdir("/proc");
  } catch {
    return [];
  }
  const own = String(process.pid);
  const hits = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name) && name !== own)
      .map(async (name) => {
        try {
          return (await readFile(`/proc/${name}/environ`, "latin1")).includes(marker) ? Number(name) : undefined;
        } catch {
          return undefined;
        }
      }),
  );
  return hits.filter((pid) => pid !== undefined);
}
