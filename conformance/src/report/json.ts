// The report for programs.
import { join } from "node:path";
import { packageDirectory, readData } from "../data.js";
import { exitCodeOf, kindOf } from "../suite.js";
import type { ConformanceReport } from "./document.js";
import type { FinishedRun } from "./finished-run.js";

/** The report as JSON text. */
export function jsonReport({ role, judged, results, tally, seconds }: FinishedRun): string {
  const { version } = readData(join(packageDirectory, "package.json")) as { version: string };
  const report: ConformanceReport = {
    report_version: "1.0",
    suite: { name: "@para-docker/conformance", version },
    protocol_version: "1.0",
    timestamp: new Date().toISOString(),
    role,
    argv: [...judged.argv],
    ...(judged.image === undefined ? {} : { image: judged.image }),
    seconds: Number(seconds.toFixed(3)),
    exit_code: exitCodeOf(tally),
    tally,
    results: results.map((result) => ({ ...result, spec: [...result.spec], kind: kindOf(result) })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
