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
  signal(signal: NodeJS.Signals, to: "process" | "group"): void;
  /** Lets go of its output, which something it started may still hold open. */
  release(): void;
}

const KEPT_OUTPUT = 16 * 1024;

/** Starts `argv` as leader of a process group of its own. Never throws: a start that fails is an end with `error`. */
export function startProgram(argv: readonly string[], options: { cwd: string; env: NodeJS.ProcessEnv }): Program {
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
    signal(signal, to) {
      if (child.pid === undefined) return;
      try {
        process.kill(to === "group" ? -child.pid : child.pid, signal);
      } catch {
        // It has ended already.
      }
    },
    release() {
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
 * Kills every process that has `marker` in its environment, until a pass finds none. The marker is the path of a case directory,
 * which is nobody else's. Where there is no /proc nothing is found, and the kill of the process group has to do.
 */
export async function sweepProcesses(marker: string): Promise<number> {
  let killed = 0;
  for (let pass = 0; pass < 50; pass += 1) {
    const found = await processesWith(marker);
    if (found.length === 0) return killed;
    for (const pid of found) {
      try {
        process.kill(pid, "SIGKILL");
        killed += 1;
      } catch {
        // It ended in between.
      }
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
          return (await readFile(`/proc/${name}/environ`)).includes(marker) ? Number(name) : undefined;
        } catch {
          return undefined;
        }
      }),
  );
  return hits.filter((pid) => pid !== undefined);
}
