// Daemons that commands left behind write into pipes whose reader died with the agent: the next life reads on, for else they would hang.
import { closeSync, constants, fstatSync, openSync, readlinkSync } from "node:fs";
import { readKernelFile } from "../files/kernel-file.js";
import { readPipe } from "../files/pipe-reader.js";
import { findProcesses } from "../processes/proc.js";
import { FIFO_PATH } from "./fifos.js";

/**
 * Throws away what processes of ended commands write from now on. `statusDir` is the mark by which they are known; `isRunning` tells
 * commands whose output is wanted still. Never throws; the readers keep no program alive.
 */
export function relieveDaemons(statusDir: string, isRunning: (id: string) => boolean): void {
  const seen = new Set<string>();
  for (const { pid } of findProcesses({ PARA_STATUS_DIR: statusDir })) {
    const id = commandOf(pid);
    if (id === undefined || isRunning(id)) continue;
    for (const end of [1, 2]) {
      const fd = openPipe(`/proc/${pid}/fd/${end}`);
      if (fd === undefined) continue;
      const { dev, ino } = fstatSync(fd);
      if (seen.has(`${dev}:${ino}`)) closeSync(fd);
      else readPipe(fd, scratch, () => undefined).unref();
      seen.add(`${dev}:${ino}`);
    }
  }
}

const scratch = Buffer.allocUnsafe(4096);

function commandOf(pid: number): string | undefined {
  return /(?:^|\0)PARA_COMMAND_ID=([^\0]*)/.exec(readKernelFile(`/proc/${pid}/environ`) ?? "")?.[1];
}

/** Only pipes that an agent made: a process may have FIFOs of its own, and their readers. */
function openPipe(path: string): number | undefined {
  try {
    if (!FIFO_PATH.test(readlinkSync(path))) return undefined;
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
}
