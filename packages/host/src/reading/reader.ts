// Reads a container's documents: confined, bounded, parsed, made safe. The last good one stays in force (docs/protocol.md#bad-file).
import {
  type CommandResult,
  type ContainerMetrics,
  type ContainerStatus,
  type ErrorCode,
  isTerminal,
  LIMITS,
  type Parsed,
  parseMetrics,
  parseResult,
  parseStatus,
} from "@para-docker/protocol";
import { closeDirectory, type Directory, glance, readWhole } from "../confined/index.js";
import { openClaim, PLACES } from "../places.js";
import { faultProblem, type SessionProblem } from "../problem.js";
import { safe } from "../safe.js";

const TICK_MS = 20;

/** What the agent shows of one command's `result.json`. */
export type ResultReading = { result: CommandResult } | { problem: SessionProblem } | undefined;

/** A document as the host knows it now. */
export interface Reading<T> {
  /** The last good one. Absent where there never was one, or the file is gone. */
  value?: T;
  /** Which content it is; another one after each change. */
  version: string;
  /** Milliseconds since the file last changed, by this machine's kernel, when it was read. */
  ageMs: number;
  /** What is wrong with the file as it lies there now. */
  problem?: SessionProblem;
}

/** Reads one document again and again, and parses it only where it changed. */
export interface DocumentReader<T> {
  /** With `changed` it is known to be another than before, and not glanced at first. */
  read(session: Directory, changed?: boolean): Reading<T>;
}

/** A reader of `status.json`. */
export function statusReader(): DocumentReader<ContainerStatus> {
  return documentReader(PLACES.status, LIMITS.bytes.status, parseStatus);
}

/** A reader of `metrics.json`. */
export function metricsReader(): DocumentReader<ContainerMetrics> {
  return documentReader(PLACES.metrics, LIMITS.bytes.metrics, parseMetrics);
}

function documentReader<T>(file: string, limit: number, parse: (bytes: Uint8Array) => Parsed<T>): DocumentReader<T> {
  let last: Reading<T> = { version: "", ageMs: 0 };
  /** Of the file that `last` was read from, where a later change cannot look the same. */
  let stamp: string | undefined;
  return {
    read(session, changed = false) {
      const seen = changed ? undefined : glance(session, file);
      if (seen !== undefined && seen.stamp === stamp) {
        if (last.version !== "") last = { ...last, ageMs: seen.ageMs };
        return last;
      }
      stamp = seen !== undefined && seen.ageMs > TICK_MS ? seen.stamp : undefined;
      // Not there: nothing to open, and no error to make of that.
      if (stamp === "") {
        last = { version: "", ageMs: 0 };
        return last;
      }
      const found = readWhole(session, file, limit);
      if (!found.ok) {
        const { code } = found.fault;
        if (code === "unstable_file" || code === "unreadable") stamp = undefined;
        last = code === "missing" ? { version: "", ageMs: 0 } : { ...last, problem: faultProblem(file, found.fault) };
        return last;
      }
      const { bytes, version, ageMs } = found.value;
      // Two changes within one tick of the kernel's clock may look like none: a young file is parsed again.
      if (version === last.version && last.ageMs > TICK_MS) {
        last = { ...last, ageMs };
        return last;
      }
      const parsed = parse(bytes);
      const kept = last.value === undefined ? {} : { value: last.value };
      if (parsed.ok) last = { value: safe(parsed.value), version, ageMs };
      // Empty is no fault: whoever writes in place makes it so for a moment.
      else if (parsed.problems[0].code === "missing") last = { ...kept, version, ageMs };
      else last = { ...kept, version, ageMs, problem: { ...safe(parsed.problems[0]), file } };
      return last;
    },
  };
}

/** Reads the `result.json` of command `id`. Not there yet: nothing. */
export function readResult(session: Directory, id: string): ResultReading {
  const claim = openClaim(session, id);
  if (!claim.ok) {
    return claim.fault.code === "missing" ? undefined : { problem: faultProblem(resultFile(id), claim.fault) };
  }
  try {
    const found = readWhole(claim.value, PLACES.result, LIMITS.bytes.result);
    if (!found.ok) {
      return found.fault.code === "missing" ? undefined : { problem: faultProblem(resultFile(id), found.fault) };
    }
    const parsed = parseResult(found.value.bytes);
    if (parsed.ok) return judgeResult(id, safe(parsed.value));
    const [problem] = parsed.problems;
    return problem.code === "missing" ? undefined : { problem: { ...safe(problem), file: resultFile(id) } };
  } finally {
    closeDirectory(claim.value);
  }
}

/** A result counts where it is this command's and an end. */
function judgeResult(id: string, result: CommandResult): ResultReading {
  const wrong = (code: ErrorCode, pointer: string, message: string) => ({
    problem: { code, pointer, message, file: resultFile(id) },
  });
  if (result.id !== id) return wrong("conflict", "/id", "the result is another command's");
  if (!isTerminal(result.state)) return wrong("invalid_schema", "/state", "the state is no end");
  return { result };
}

function resultFile(id: string): string {
  return `${PLACES.logs}/${PLACES.commandLogs}/${id}/${PLACES.result}`;
}
