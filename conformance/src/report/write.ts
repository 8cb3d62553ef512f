// Writes the reports that were asked for.
import { accessSync, constants, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { RunFlags } from "../commands/options.js";
import { UsageError } from "../load-cases.js";
import { badge } from "./badge.js";
import type { FinishedRun } from "./finished-run.js";
import { htmlReport } from "./html.js";
import { jsonReport } from "./json.js";
import { junitReport } from "./junit.js";

type ReportFlags = Pick<RunFlags, "report" | "junit" | "html" | "badge">;

/** Throws `UsageError` if a report could not be written: before the run, not after it. */
export function checkReports({ report, junit, html, badge: svg }: ReportFlags): void {
  for (const file of [report, junit, html, svg]) {
    if (file === undefined) continue;
    try {
      accessSync(dirname(file), constants.W_OK);
      if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${file} is a directory`);
    } catch (error) {
      throw new UsageError(`cannot write the report: ${(error as Error).message}`);
    }
  }
}

/** Writes each report whose file is named in the flags. Throws `UsageError` for a file that cannot be written. */
export function writeReports(run: FinishedRun, flags: ReportFlags): void {
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
