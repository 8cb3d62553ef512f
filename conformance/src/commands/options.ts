// The options that the roles share, and how they are read.
import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { UsageError } from "../load-cases.js";

/** What all roles take. */
export interface RunFlags {
  jobs: number;
  filter: string[];
  list?: boolean;
  keep?: boolean;
  patience: number;
  knownFailures?: string;
  report?: string;
  junit?: string;
  html?: string;
  badge?: string;
}

/** Adds the shared options to a command. */
export function addRunOptions(command: Command): Command {
  const cores = availableParallelism();
  return command
    .option("-j, --jobs <n>", "checks that run at the same time", positive("--jobs"), 4 * cores)
    .option(
      "-f, --filter <id>",
      "only checks with this id, this part of it, or this pattern with *; may be repeated",
      collect,
      [],
    )
    .option("-l, --list", "print the ids and facts, run nothing")
    .option("--patience <factor>", "multiply every deadline, for a slow machine", positive("--patience"), 1)
    .option("--known-failures <file>", "ids that are expected to fail, one a line; one that passes fails the run")
    .option("--report <file>", "write a report as JSON")
    .option("--junit <file>", "write a report as JUnit XML")
    .option("--html <file>", "write a report as one HTML page")
    .option("--badge <file>", "write a badge as SVG");
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function positive(name: string): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!Number.isFinite(number) || number <= 0)
      throw new UsageError(`${name} takes a number greater than 0, not ${value}`);
    return number;
  };
}
