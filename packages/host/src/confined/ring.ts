// Rings the doorbell: one byte into the agent's FIFO, if it is one, if somebody listens, without ever waiting.
import { closeSync, constants, writeSync } from "node:fs";
import type { Directory } from "./directory.js";
import { openKind } from "./look.js";

const BYTE = Buffer.from("\n");

/** Writes one byte into the FIFO `name`; true if it went in. Every fault is ignored (docs/protocol.md#doorbell). */
export function ring(directory: Directory, name: string): boolean {
  const opened = openKind(directory, name, "fifo", constants.O_WRONLY);
  if (!opened.ok) return false;
  try {
    return writeSync(opened.value.fd, BYTE) === 1;
  } catch {
    return false;
  } finally {
    closeSync(opened.value.fd);
  }
}
