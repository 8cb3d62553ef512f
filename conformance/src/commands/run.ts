// Runs the checks of one role, tells of them as they end, and writes the reports.

import { aloneCommand, type Judged } from "../judged.js";
import { readKnownFailures } from "../known-failures.js";
import { filterById, loadCases, UsageError } from "../load-cases.js";
import { tapHead, tapResult, tapTail } from "../report/tap.js";
import { oneLine } from "../report/text.js";
import { checkReports, writeReports } from "../report/write.js";
import { runCase } from "../run-case.js";
import { smoke } from "../smoke.js";
import { type Check, exitCodeOf, runSuite, tallyOf } from "../suite.js";
import type { RunFlags } from "./options.js";

/** Where a run writes; the tests give their own. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
  /** Progress is shown only to a person. */
  live: boolean;
}

/** One role's run: what is judged, and by which checks. */
export interface RoleRun {
  role: "agent" | "host" | "validate";
  judged: Judged;
  checks: Check[];
  flags: RunFlags;
  output: Output;
  /** Asked before the checks; the reason not to run them. */
  preflight?(): Promise<string | undefined>;
}

/** The checks of a behaviour role: its cases, by the filters. */
export function behaviourChecks(
  role: "agent" | "host",
  directory: string | undefined,
  flags: RunFlags,
  judged: Judged,
): Check[] {
  const cases = filterById(loadCases(role, directory), flags.filter);
  return cases.map(({ id, conformanceCase }) => ({
    id,
    description: conformanceCase.description,
    level: conformanceCase.level,
    spec: conformanceCase.spec,
    run: () => runCase(conformanceCase, { judged, patience: flags.patience, keep: flags.keep ?? false }),
  }));
}

/** Asks the first question of `smoke`; the reason not to go on where the answer is no. */
export async function firstQuestion(
  role: "agent" | "host",
  judged: Judged,
  patience: number,
): Promise<string | undefined> {
  const answers = await smoke(role, judged, patience, 1);
  const last = answers.at(-1);
  if (!last || last.verdict.verdict === "passed") return undefined;
  const output = last.verdict.output ? ` Its output: ${JSON.stringify(last.verdict.output.slice(-400))}` : "";
  return `${last.verdict.reason}. ${last.advice}${output}`;
}

/** Runs a role; the exit code. Throws `UsageError` where the caller is at fault. */
export async function runRole({ role, judged, checks, flags, output, preflight }: RoleRun): Promise<number> {
  if (checks.length === 0) throw new UsageError(`no check matches ${flags.filter.join(", ")}`);
  if (flags.list) {
    for (const { id, level, description } of checks) output.out(`${id}\t${level}\t${oneLine(description)}\n`);
    return 0;
  }
  const absence = await judged.absence();
  if (absence !== undefined) throw new UsageError(absence);
  const known = flags.knownFailures
    ? readKnownFailures(flags.knownFailures, new Set(checks.map(({ id }) => id)))
    : new Set<string>();
  checkReports(flags);
  const started = performance.now();
  output.out(tapHead(checks.length));
  const bail = await preflight?.();
  if (bail !== undefined) {
    output.out(`Bail out! ${oneLine(bail)}\n`);
    return 1;
  }
  const results = await runSuite(checks, {
    jobs: flags.jobs,
    known,
    onResult: (result, index) => output.out(tapResult(result, index, aloneCommand(role, result.id, judged))),
    onProgress: (done, total) => {
      if (output.live) output.err(`\r\u001b[K${done}/${total}${done === total ? "\r\u001b[K" : ""}`);
    },
  });
  const tally = tallyOf(results);
  const seconds = (performance.now() - started) / 1000;
  output.out(tapTail(tally, seconds));
  writeReports({ role, judged, results, tally, seconds }, flags);
  return exitCodeOf(tally);
}
