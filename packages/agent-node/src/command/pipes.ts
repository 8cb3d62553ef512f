// Pipes for the output of commands, made in advance: FIFOs without a name once they are in use.
//
// A command writes into pipes and not into its files, because programs open `/dev/stderr` anew, which on a file would begin it again
// at its start; because what they write beyond the limit must not reach the disk; and because a daemon that outlives its command
// must neither fill the disk nor hang. Both ends are open in the command's supervisor, so that the pipe outlives the agent.
import { spawn } from "node:child_process";
import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  unlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { makeFifos } from "../doorbell.js";
import { errnoOf, ignoring } from "../errno.js";
import { isAlive, startTimeOf } from "../processes/proc.js";

/** A pipe: what the command gets, and what the agent reads from, without blocking. */
export interface Pipe {
  commandEnd: number;
  readEnd: number;
}

/** A store of pipes. */
export interface PipeStore {
  /** Takes one. Throws what the system said where none can be made. */
  take(): Pipe;
  /** Removes what was not used. */
  close(): void;
}

const PREFIX = "para-agent-";
const FIRST = 16;
const LATER = 96;
const LOW = 12;

/** Opens a store in the system's directory for temporary files, else in `fallback`. Throws what the system said. */
export function openPipeStore(fallback: string): PipeStore {
  const directory = makeDirectory([tmpdir(), fallback]);
  const ready: string[] = [];
  let made = 0;
  let filling = false;

  const names = (count: number) => Array.from({ length: count }, () => `${directory}/${made++}`);

  const fillNow = (count: number) => {
    const paths = names(count);
    makeFifos(paths, 0o600);
    ready.push(...paths);
  };

  const fillSoon = () => {
    if (filling) return;
    filling = true;
    const paths = names(LATER);
    const child = spawn("mkfifo", ["-m", "600", ...paths], { stdio: "ignore" });
    child.on("error", () => {
      filling = false;
    });
    child.on("exit", (code) => {
      filling = false;
      if (code === 0) ready.push(...paths);
    });
  };

  const next = (): Pipe => {
    if (ready.length === 0) fillNow(FIRST);
    const path = ready.pop() ?? "";
    if (ready.length < LOW) setImmediate(fillSoon);
    const commandEnd = openSync(path, constants.O_RDWR | constants.O_NOFOLLOW);
    try {
      return { commandEnd, readEnd: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW) };
    } catch (error) {
      closeSync(commandEnd);
      throw error;
    } finally {
      unlinkSync(path);
    }
  };

  return {
    take() {
      try {
        return next();
      } catch (error) {
        if (errnoOf(error) !== "ENOENT") throw error;
        // Somebody cleaned up the directory for temporary files.
        ready.length = 0;
        mkdirSync(directory, { recursive: true, mode: 0o700 });
        return next();
      }
    },
    close: () => ignoring(() => rmSync(directory, { recursive: true, force: true })),
  };
}

/** The name tells whose it is, so that the next agent can remove what a killed one left. */
function makeDirectory(parents: readonly string[]): string {
  let failure: unknown;
  for (const parent of parents) {
    try {
      removeLeftOvers(parent);
      return mkdtempSync(
        `${parent}/${parent === tmpdir() ? "" : "."}${PREFIX}${process.pid}-${startTimeOf(process.pid)}-`,
      );
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

function removeLeftOvers(parent: string): void {
  for (const name of readdirSync(parent)) {
    const match = /^\.?para-agent-([0-9]+)-([0-9]+)-[A-Za-z0-9]{6}$/.exec(name);
    if (match === null || isAlive(Number(match[1]), match[2] ?? "")) continue;
    const path = `${parent}/${name}`;
    ignoring(() => {
      if (lstatSync(path).uid === process.getuid?.()) rmSync(path, { recursive: true, force: true });
    });
  }
}
