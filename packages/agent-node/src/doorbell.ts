// The FIFO `doorbell`: a byte in it means nothing but "look" (docs/protocol.md#doorbell).
import { spawnSync } from "node:child_process";
import { constants, fstatSync, lstatSync, openSync, rmSync } from "node:fs";
import { ignoring } from "./errno.js";
import { readPipe } from "./files/pipe-reader.js";

const FLAGS = constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOFOLLOW;

/**
 * Makes the FIFO where it is not there, and calls `onRing` when somebody wrote. It is opened for reading and writing, so that it never
 * ends when the last writer leaves, and waited for by epoll: it costs neither a thread nor a turn of the processor.
 *
 * Returns what closes it; undefined where the file system or the image has no FIFOs, and then polling must do.
 */
export function openDoorbell(path: string, onRing: () => void): (() => void) | undefined {
  const fd = openFifo(path);
  if (fd === undefined) return undefined;
  const socket = readPipe(fd, Buffer.allocUnsafeSlow(4096), onRing);
  return () => socket.destroy();
}

function openFifo(path: string): number | undefined {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there !== undefined && !there.isFIFO()) ignoring(() => rmSync(path, { recursive: true, force: true }));
  if (there?.isFIFO() !== true) makeFifos([path], 0o660);
  let fd: number | undefined;
  ignoring(() => {
    fd = openSync(path, FLAGS);
    if (!fstatSync(fd).isFIFO()) fd = undefined;
  });
  return fd;
}

/** Makes FIFOs by the one program that can: Node has no call for it. What fails shows when they are opened. */
export function makeFifos(paths: readonly string[], mode: number): void {
  spawnSync("mkfifo", ["-m", mode.toString(8), ...paths], { stdio: "ignore", timeout: 10_000 });
}
