// From bytes to documents: one function a kind, none of which throws, does I/O or trusts what it reads.
import type {
  AgentConfig,
  CommandResult,
  ContainerMetadata,
  ContainerMetrics,
  ContainerRegistry,
  ContainerStatus,
  LogRecord,
  Report,
  SessionState,
} from "./documents/index.js";
import type { Problem } from "./errors.js";
import { validateAgentConfig } from "./generated/agent-config.js";
import { validateContainer } from "./generated/container.js";
import { validateLogRecord } from "./generated/log-record.js";
import { validateMetrics } from "./generated/metrics.js";
import { validateRegistry } from "./generated/registry.js";
import { validateReport } from "./generated/report.js";
import { validateResult } from "./generated/result.js";
import { validateSessionState } from "./generated/session-state.js";
import { validateStatus } from "./generated/status.js";
import type { DocumentKind } from "./limits.js";
import { parseCommands } from "./parse-commands.js";
import { type Parsed, readDocument } from "./read-document.js";

/** Reads `status.json` (docs/protocol.md#reading). Never throws; the first problem is the first fault. */
export function parseStatus(bytes: Uint8Array): Parsed<ContainerStatus> {
  return readDocument("status", bytes, validateStatus);
}

/** Reads the `result.json` of a command (docs/protocol.md#reading). Never throws. */
export function parseResult(bytes: Uint8Array): Parsed<CommandResult> {
  return readDocument("result", bytes, validateResult);
}

/** Reads `metrics.json` (docs/protocol.md#reading). Never throws. */
export function parseMetrics(bytes: Uint8Array): Parsed<ContainerMetrics> {
  return readDocument("metrics", bytes, validateMetrics);
}

/** Reads `shared/registry.json` (docs/protocol.md#reading). Never throws. */
export function parseRegistry(bytes: Uint8Array): Parsed<ContainerRegistry> {
  return readDocument("registry", bytes, validateRegistry);
}

/** Reads `{session}.docker` (docs/protocol.md#reading). Never throws. */
export function parseContainer(bytes: Uint8Array): Parsed<ContainerMetadata> {
  return readDocument("container", bytes, validateContainer);
}

/** Reads `{session}.state`, para's own record (docs/protocol.md#reading). Never throws. */
export function parseSessionState(bytes: Uint8Array): Parsed<SessionState> {
  return readDocument("session-state", bytes, validateSessionState);
}

/** Reads one line of `logs/agent.jsonl`, without its line end (docs/protocol.md#logs). Never throws. */
export function parseLogRecord(bytes: Uint8Array): Parsed<LogRecord> {
  return readDocument("log-record", bytes, validateLogRecord);
}

/** Reads `reports/{name}.json` (docs/protocol.md#reports). Never throws. */
export function parseReport(bytes: Uint8Array): Parsed<Report> {
  return readDocument("report", bytes, validateReport);
}

/** Reads the agent's configuration (docs/protocol.md#reading). Never throws. */
export function parseAgentConfig(bytes: Uint8Array): Parsed<AgentConfig> {
  return readDocument("agent-config", bytes, validateAgentConfig);
}

const PARSERS: Record<DocumentKind, (bytes: Uint8Array) => Parsed<unknown>> = {
  status: parseStatus,
  commands: parseQueueStrictly,
  result: parseResult,
  metrics: parseMetrics,
  registry: parseRegistry,
  container: parseContainer,
  "session-state": parseSessionState,
  "log-record": parseLogRecord,
  report: parseReport,
  "agent-config": parseAgentConfig,
};

/**
 * Reads a document of any kind, for programs that only want a verdict. In a queue a bad entry is a problem of the document
 * here; an agent reads it with {@link parseCommands}, where it costs that entry alone. Never throws.
 */
export function parseDocument(kind: DocumentKind, bytes: Uint8Array): Parsed<unknown> {
  return PARSERS[kind](bytes);
}

function parseQueueStrictly(bytes: Uint8Array): Parsed<unknown> {
  const parsed = parseCommands(bytes);
  if (!parsed.ok) return parsed;
  const problems = parsed.value.entries.flatMap((entry): Problem[] => (entry.ok ? [] : [entry.problem]));
  const [first, ...rest] = problems;
  return first === undefined ? parsed : { ok: false, problems: [first, ...rest] };
}
