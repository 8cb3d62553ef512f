// What the tests of whole runs share.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { packageDirectory } from "../src/data.js";
import { localProgram } from "../src/judged.js";
import { loadCases } from "../src/load-cases.js";
import { processesWith } from "../src/process.js";
import { runCase, type Verdict } from "../src/run-case.js";

/** Machines that test beside other work are slow; a deadline that is met is not waited for. */
export const PATIENCE = 3;

/** One run of one case. */
export interface Trial {
  argv: readonly string[];
  /** Id of the case. */
  id: string;
  /** Factor on its deadlines. */
  patience?: number;
}

const AT_ONCE = 10;

/** Runs every trial, several at a time; their verdicts in the same order. */
export async function runTrials(role: "agent" | "host", trials: readonly Trial[]): Promise<Verdict[]> {
  const cases = new Map(loadCases(role).map((named) => [named.id, named.conformanceCase]));
  const verdicts: Verdict[] = [];
  const left = [...trials.entries()];
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [index, { argv, id, patience = PATIENCE }] = next;
      const conformanceCase = cases.get(id);
      if (!conformanceCase) throw new Error(`there is no case ${id}`);
      verdicts[index] = await runCase(conformanceCase, { judged: localProgram(argv), patience, keep: false });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return verdicts;
}

/** A program of this package, as argv. */
export function ownProgram(...path: string[]): string[] {
  return [process.execPath, join(packageDirectory, ...path)];
}

/** How one run of the program ended, and what it left. */
export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Names left in the directory for temporary files. */
  left: string[];
  /** Processes left that know of that directory. */
  processes: number[];
}

/** The built program. */
export const PROGRAM = join(packageDirectory, "dist", "para-conformance.js");

/** Runs para-conformance to its end, with a new directory in `scratch` for temporary files; `stopAfterMs` sends it INT. */
export async function runProgram(
  scratch: string,
  args: readonly string[],
  options: { stopAfterMs?: number | undefined; env?: NodeJS.ProcessEnv } = {},
): Promise<Run> {
  const temporary = mkdtempSync(join(scratch, "tmp-"));
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, ...options.env, TMPDIR: temporary },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const text = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    text.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    text.stderr += chunk;
  });
  if (options.stopAfterMs !== undefined) setTimeout(() => child.kill("SIGINT"), options.stopAfterMs);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, ...text, left: readdirSync(temporary), processes: await processesWith(temporary) };
}
