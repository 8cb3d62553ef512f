// Reads `schemas/v1/examples/{Type}/{what-it-shows}.json`, to be put into the schemas of their types.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Example documents by the name of their type, in the order of their file names. */
export type Examples = Map<string, unknown[]>;

/** Reads all examples below `folder`; throws where one is not JSON. */
export function readExamples(folder: string): Examples {
  const examples: Examples = new Map();
  if (!existsSync(folder)) return examples;
  for (const type of readdirSync(folder).sort()) {
    const files = readdirSync(path.join(folder, type)).sort();
    examples.set(
      type,
      files.map((file) => JSON.parse(readFileSync(path.join(folder, type, file), "utf8")) as unknown),
    );
  }
  return examples;
}
