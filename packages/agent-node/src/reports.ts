// `reports/`: what programs in the container want said, merged into the status and removed (docs/protocol.md#reports).
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { type ErrorCode, LIMITS, parseReport, type Report } from "@para-docker/protocol";
import { ignoring } from "./errno.js";
import { readFileBounded } from "./files/read-file.js";

/** What becomes of the reports. */
export interface ReportSink {
  onReport(report: Report): void;
  onFault(fault: { code: ErrorCode; message: string }): void;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\.json$/;
/** A program that reports without end must not keep the agent from its commands; the rest is taken at the next look. */
const MOST_AT_ONCE = 500;

/** Makes the directory where it is not there, writable for whoever may enter the status directory. */
export function makeReportsDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true });
}

/** Takes all reports in `directory`, in the order of their names. Returns whether there were any. Never throws. */
export function takeReports(directory: string, sink: ReportSink): boolean {
  let names: string[] = [];
  ignoring(() => {
    names = readdirSync(directory).filter((name) => NAME.test(name));
  });
  if (names.length === 0) return false;
  for (const name of names.sort().slice(0, MOST_AT_ONCE)) takeReport(`${directory}/${name}`, name, sink);
  return true;
}

function takeReport(path: string, name: string, sink: ReportSink): void {
  const file = readFileBounded(path, LIMITS.bytes.report);
  if (file.kind === "missing") return;
  if (file.kind === "unsafe")
    sink.onFault({ code: "unsafe_file", message: `the report ${name} is no regular file of its own` });
  else {
    const parsed = parseReport(file.bytes);
    if (parsed.ok) sink.onReport(parsed.value);
    else {
      const { code, message, pointer } = parsed.problems[0];
      sink.onFault({ code, message: `the report ${name}: ${message}${pointer && ` (${pointer})`}` });
    }
  }
  ignoring(() => rmSync(path, { recursive: true, force: true }));
}
