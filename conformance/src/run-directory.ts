// The one directory that holds all case directories of a run, so that a run that is stopped leaves nothing behind.
import { mkdtempSync, realpathSync, rmdirSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { removeContainers } from "./container.js";
import { sweepProcesses } from "./process.js";

let directory: string | undefined;
let stopped = false;

/** A new, empty case directory. */
export async function newCaseDirectory(): Promise<string> {
  directory ??= realpathSync(mkdtempSync(join(tmpdir(), "para-conformance-")));
  return mkdtemp(join(directory, "case-"));
}

let home: string | undefined;

/** A directory for all validators of a run, which tells whatever they start from other processes. */
export async function sharedHome(): Promise<string> {
  home ??= await newCaseDirectory();
  return home;
}

/** Ends what validators have left, and removes the directory of the run unless a case directory was kept in it. */
export async function endRun(): Promise<void> {
  if (directory === undefined) return;
  if (home !== undefined) {
    await sweepProcesses(home);
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    home = undefined;
  }
  try {
    rmdirSync(directory);
  } catch {
    // A kept case is in it.
  }
  directory = undefined;
}

/** Whether the run is being ended: nothing new is begun any more. */
export function isInterrupted(): boolean {
  return stopped;
}

/** Ends everything that the run has started, and removes all its directories, kept ones too. */
export async function interruptRun(): Promise<void> {
  stopped = true;
  const doomed = directory;
  if (doomed === undefined) return;
  // Twice at least: what was just being started as the signal came is there then; and for as long as somebody still writes.
  for (let pass = 1; ; pass += 1) {
    await sweepProcesses(doomed);
    removeContainers();
    await sleep(100);
    if (pass === 1) continue;
    try {
      return rmSync(doomed, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    } catch (error) {
      if (pass === 20) throw error;
    }
  }
}
