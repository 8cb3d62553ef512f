// FIFOs for the output of commands, made in advance, because Node has no call that makes one.
//
// A command writes into pipes and not into its files, because programs open `/dev/stderr` anew, which on a file would begin it again
// at its start; because what they write beyond the limit must not reach the disk; and because a daemon that outlives its command
// must neither fill the disk nor hang.
import { spawn } from "node:child_process";
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { makeFifos } from "../doorbell.js";
import { ignoring } from "../errno.js";
import { isAlive, startTimeOf } from "../processes/proc.js";

/** A store of FIFOs that nobody has open. */
export interface FifoStore {
  /** Takes one: its path. Throws what the system said where none can be made. */
  take(): string;
  /** Removes one whose pipe somebody still holds; the pipe itself lives as long as it is held. */
  discard(path: string): void;
  /** Removes all. */
  close(): void;
}

/** What the path of one looks like, to whoever looks at an open one from outside. */
export const FIFO_PATH = /\/\.?para-agent-[0-9]+-[0-9]+-[A-Za-z0-9]{6}\/[0-9]+(?: \(deleted\))?$/;

const AT_ONCE = 8;
const LOW = 4;

/** Opens a store in the system's directory for temporary files, else in `fallback`. Throws what the system said. */
export function openFifoStore(fallback: string): FifoStore {
  const directory = makeDirectory([tmpdir(), fallback]);
  const ready: string[] = [];
  let made = 0;
  let filling = false;

  const names = () => Array.from({ length: AT_ONCE }, () => `${directory}/${made++}`);

  const fillNow = () => {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const paths = names();
    makeFifos(paths, 0o600);
    ready.push(...paths);
  };

  const fillSoon = () => {
    if (filling || ready.length >= LOW) return;
    filling = true;
    const paths = names();
    const child = spawn("mkfifo", ["-m", "600", ...paths], { stdio: "ignore" });
    child.on("error", () => {
      filling = false;
    });
    child.on("exit", (code) => {
      filling = false;
      if (code === 0) ready.push(...paths);
    });
  };

  return {
    take() {
      // Somebody may have cleaned up the directory for temporary files.
      if (ready.length > 0 && lstatSync(ready.at(-1) ?? "", { throwIfNoEntry: false }) === undefined) ready.length = 0;
      if (ready.length === 0) fillNow();
      setImmediate(fillSoon);
      return ready.pop() ?? "";
    },
    discard: (path) => ignoring(() => unlinkSync(path)),
    close: () => ignoring(() => rmSync(directory, { recursive: true, force: true })),
  };
}

/** The name tells whose it is, so that the next agent can remove what a killed one left. */
function makeDirectory(parents: readonly string[]): string {
  let failure: unknown;
  for (const parent of parents) {
    const dot = parent === tmpdir() ? "" : ".";
    try {
      removeLeftOvers(parent);
      return mkdtempSync(`${parent}/${dot}para-agent-${process.pid}-${startTimeOf(process.pid)}-`);
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
