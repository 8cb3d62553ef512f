// For programs in the container: has something said in the session's status (docs/protocol.md#reports).
import { closeSync, constants, fstatSync, mkdirSync, openSync, renameSync, unlinkSync, writeSync } from "node:fs";
import { ProtocolError, parseReport, type Report } from "@para-docker/protocol";
import { ignoring } from "./errno.js";
import { writeWhole } from "./files/replace-file.js";
import { findStatusDir } from "./settings.js";

export interface ReportOptions {
  /** The status directory. Default: as the agent finds it, from the environment (docs/protocol.md#status-directory). */
  statusDir?: string;
}

let count = 0;

/**
 * Reports to the session's agent, which merges the fields into its status: each whole, `services` and `custom` key by key, `errors` and
 * `warnings` appended. Returns when the report lies in its place; the agent takes it within milliseconds, or when it runs again.
 *
 * Throws a `ProtocolError` (`invalid_schema`, `oversize`, …) for a report that the agent would refuse, and what the system said where it
 * cannot be written.
 *
 * ```ts
 * report({ phase: "building", progress: { current: 45, total: 100, message: "compiling" } });
 * ```
 */
export function report(content: Report, options: ReportOptions = {}): void {
  const bytes = Buffer.from(JSON.stringify(content));
  const parsed = parseReport(bytes);
  if (!parsed.ok) {
    const { code, message, pointer } = parsed.problems[0];
    throw new ProtocolError(code, `the report is refused: ${message}${pointer && ` (${pointer})`}`);
  }
  const statusDir = options.statusDir ?? findStatusDir(process.env);
  const directory = `${statusDir}/reports`;
  mkdirSync(directory, { recursive: true });
  // Names sort as they were made, so that the agent merges them in that order.
  const name = `${String(Date.now()).padStart(14, "0")}-${String(count++).padStart(8, "0")}-${process.pid}.json`;
  const temporary = `${directory}/.${name}`;
  const fd = openSync(
    temporary,
    constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW,
    0o666,
  );
  try {
    writeWhole(fd, bytes);
    renameSync(temporary, `${directory}/${name}`);
  } catch (error) {
    ignoring(() => unlinkSync(temporary));
    throw error;
  } finally {
    closeSync(fd);
  }
  ring(`${statusDir}/doorbell`);
}

/** A hint; the agent looks at every tick anyway, so no error matters. */
function ring(path: string): void {
  ignoring(() => {
    const fd = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    try {
      if (fstatSync(fd).isFIFO()) writeSync(fd, "!");
    } finally {
      closeSync(fd);
    }
  });
}
