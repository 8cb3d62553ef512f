// Reads a list of known failures: one id a line, `#` begins a comment.
import { readFileSync } from "node:fs";
import { UsageError } from "./load-cases.js";

/** The ids in `file`. Throws `UsageError` if it cannot be read, or names what is no check of this role. */
export function readKnownFailures(file: string, ids: ReadonlySet<string>): Set<string> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`cannot read the known failures: ${(error as Error).message}`);
  }
  const known = new Set<string>();
  for (const [index, line] of text.split("\n").entries()) {
    const id = line.replace(/#.*/, "").trim();
    if (id === "") continue;
    if (!ids.has(id)) throw new UsageError(`${file}:${index + 1}: there is no case ${id}`);
    known.add(id);
  }
  return known;
}
