// The highest `sequence` of `commands.json` acted on, remembered over the agent's restarts (docs/protocol.md#stale).
import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";
import { ignoring } from "../errno.js";

export interface SequenceFile {
  /** The highest so far, another agent's on the same directory included; -1 where there was none. */
  highest(): number;
  /** Remembers a higher one. A disk that refuses it costs the memory over a restart, nothing else. */
  raise(sequence: number): void;
  close(): void;
}

/** Wide enough for the largest integer of a double, so that every write covers the one before. */
const WIDTH = 16;

/** Opens the file, making it where it is not there. Throws what the system said. */
export function openSequenceFile(path: string): SequenceFile {
  const fd = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o666);
  const buffer = Buffer.alloc(WIDTH);
  let known = -1;

  const read = (): number => {
    const text = buffer.toString("latin1", 0, readSync(fd, buffer, 0, WIDTH, 0));
    return /^[0-9]{16}$/.test(text) ? Number(text) : -1;
  };

  return {
    highest() {
      ignoring(() => {
        known = Math.max(known, read());
      });
      return known;
    },
    raise(sequence) {
      if (sequence <= known) return;
      known = sequence;
      // In place: shorter than any block, it is written as a whole or not at all, and nothing waits for a rename.
      ignoring(() => writeSync(fd, String(sequence).padStart(WIDTH, "0"), 0, "latin1"));
    },
    close: () => closeSync(fd),
  };
}
