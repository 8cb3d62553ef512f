// What the tests of whole runs share.
import { join } from "node:path";
import { packageDirectory } from "../src/data.js";
import { localProgram } from "../src/judged.js";
import { loadCases } from "../src/load-cases.js";
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
