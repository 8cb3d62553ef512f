// Cuts an output file down to its cap: head, a line, tail (docs/protocol.md#output).
import { closeSync, fstatSync, openSync, readSync, writeFileSync } from "node:fs";

/** What a result says of one stream; its file is cut if it is over `most` bytes. */
export function cutOutput(path, most, rules) {
  let descriptor;
  try {
    descriptor = openSync(path, "r");
  } catch {
    return { bytes: 0, truncated: false };
  }
  try {
    const { size } = fstatSync(descriptor);
    if (size <= most || !rules.capsOutput()) return { bytes: size, truncated: false };
    const half = Math.floor(most / 2);
    const head = Buffer.alloc(half);
    const tail = Buffer.alloc(most - half);
    readSync(descriptor, head, 0, head.length, 0);
    readSync(descriptor, tail, 0, tail.length, size - tail.length);
    writeFileSync(path, Buffer.concat([head, Buffer.from(`\n[${size - most} bytes left out]\n`), tail]));
    return { bytes: size, truncated: rules.saysTruncated() };
  } finally {
    closeSync(descriptor);
  }
}
