// The report for programs.
import { join } from "node:path";
import { packageDirectory, readData } from "../data.js";
import { kindOf } from "../suite.js";
import type { FinishedRun } from "./write.js";

/** The report as JSON text. */
export function jsonReport(run: FinishedRun): string {
  const { version } = readData(join(packageDirectory, "package.json")) as { version: string };
  const report = {
    report_version: "1.0",
    suite: { name: "@para-docker/conformance", version },
    protocol_version: "1.0",
    timestamp: new Date().toISOString(),
    role: run.role,
    argv: run.argv,
    seconds: Number(run.seconds.toFixed(3)),
    tally: run.tally,
    results: run.results.map((result) => ({ ...result, kind: kindOf(result) })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
