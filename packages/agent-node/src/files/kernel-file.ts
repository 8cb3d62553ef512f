// Reads files that the kernel makes up: /proc and the control groups.
import { readFileSync } from "node:fs";

/**
 * What such a file says; undefined where it is not there or cannot be read. Bytes that are not UTF-8 come as U+FFFD. In any other encoding Node
 * would take two buffers of 64 KiB for each of these files, since they have no size, and their sum would show in the agent's memory.
 */
export function readKernelFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
