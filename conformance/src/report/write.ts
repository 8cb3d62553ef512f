// Writes the reports that were asked for.
import { writeFileSync } from "node:fs";
import type { RunFlags } from "../commands/options.js";
import { UsageError } from "../load-cases.js";
import type { CheckResult, Tally } from "../suite.js";
import { badge } from "./badge.js";
import { htmlReport } from "./html.js";
import { jsonReport } from "./json.js";
import { junitReport } from "./junit.js";

/** A finished run. */
export interface FinishedRun {
  role: string;
  argv: readonly string[];
  results: readonly CheckResult[];
  tally: Tally;
  seconds: number;
  flags: RunFlags;
}

/** Writes each report whose file is named in the flags. Throws `UsageError` for a file that cannot be written. */
export function writeReports(run: FinishedRun): void {
  const { flags } = run;
  save(flags.report, () => jsonReport(run));
  save(flags.junit, () => junitReport(run));
  save(flags.html, () => htmlReport(run));
  save(flags.badge, () => badge(run));
}

function save(file: string | undefined, text: () => string): void {
  if (file === undefined) return;
  try {
    writeFileSync(file, text());
  } catch (error) {
    throw new UsageError(`cannot write the report: ${(error as Error).message}`);
  }
}
