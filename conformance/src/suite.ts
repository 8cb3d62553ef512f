// Runs many checks side by side and hands their results over in the order of the checks.
import type { ReportTally } from "./report/document.js";
import type { Verdict } from "./run-case.js";

/** One check of a suite: a behaviour case or a fixture. */
export interface Check {
  id: string;
  description: string;
  level: "MUST" | "SHOULD";
  spec: readonly string[];
  run(): Promise<Verdict>;
}

/** A check and what came of it. */
export interface CheckResult extends Verdict {
  id: string;
  description: string;
  level: "MUST" | "SHOULD";
  spec: readonly string[];
  /** Listed as a known failure. */
  known: boolean;
}

/** How a suite is run. */
export interface SuiteOptions {
  /** Checks that run at the same time. */
  jobs: number;
  /** Ids that are expected to fail. */
  known: ReadonlySet<string>;
  /** Called with each result, in the order of the checks. */
  onResult?(result: CheckResult, index: number): void;
  /** Called whenever one has ended. */
  onProgress?(done: number, total: number): void;
}

/** Runs all checks and gives their results in the same order. */
export async function runSuite(checks: readonly Check[], options: SuiteOptions): Promise<CheckResult[]> {
  const results: (CheckResult | undefined)[] = checks.map(() => undefined);
  let next = 0;
  let told = 0;
  let done = 0;
  const work = async () => {
    for (;;) {
      const index = next++;
      const check = checks[index];
      if (!check) return;
      const { id, description, level, spec } = check;
      const verdict = await check.run();
      results[index] = { ...verdict, id, description, level, spec, known: options.known.has(id) };
      done += 1;
      options.onProgress?.(done, checks.length);
      for (let result = results[told]; result; result = results[told]) {
        options.onResult?.(result, told);
        told += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(options.jobs, checks.length)) }, work));
  return results.filter((result) => result !== undefined);
}

/** Which of the kinds of a tally a result is. */
export function kindOf(result: CheckResult): keyof ReportTally {
  if (result.verdict === "passed") return result.known ? "surprising" : "passed";
  if (result.verdict !== "failed") return result.verdict;
  if (result.known) return "known";
  return result.level === "SHOULD" ? "warned" : "failed";
}

/** Counts results by their kind. */
export function tallyOf(results: readonly CheckResult[]): ReportTally {
  const tally: ReportTally = { passed: 0, failed: 0, warned: 0, known: 0, surprising: 0, skipped: 0, errored: 0 };
  for (const result of results) tally[kindOf(result)] += 1;
  return tally;
}

/** 0: conformant. 1: not, or the list of known failures is out of date. 2: the harness or a case is at fault, or nothing was judged. */
export function exitCodeOf(tally: ReportTally): 0 | 1 | 2 {
  if (tally.errored > 0) return 2;
  if (tally.failed + tally.surprising > 0) return 1;
  return tally.passed + tally.warned + tally.known + tally.skipped === 0 ? 2 : 0;
}
