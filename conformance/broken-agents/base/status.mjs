// What the plain agent knows and tells: status.json, the log, results.
import { randomUUID } from "node:crypto";
import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { LIMITS } from "./documents.mjs";

const LARGEST_LOG = 4 * 1024 * 1024;
const now = () => new Date().toISOString();

/** Makes the agent's memory of itself. */
export function makeStatus(agent) {
  agent.known = { status: "starting", errors: [], warnings: [] };
  agent.results = new Map();
  agent.sequence = 0;
  agent.bootId = agent.rules.bootId(randomUUID());
  mkdirSync(join(agent.directory, "logs", "commands"), { recursive: true });
}

/** Appends a record to the log; none holds what a command says or is given (docs/protocol.md#secrets). */
export function log(agent, level, event, details = {}, command = undefined) {
  const path = join(agent.directory, "logs", "agent.jsonl");
  try {
    if (statSync(path).size >= LARGEST_LOG) renameSync(path, `${path}.1`);
  } catch {
    // There is none yet.
  }
  const record = agent.rules.logRecord({ timestamp: now(), level, event, ...details }, command);
  appendFileSync(path, `${JSON.stringify(record)}\n`);
}

/** Adds an error or a warning, and keeps the newest fifty. */
export function notice(agent, kind, entry) {
  agent.known[kind] = [...agent.known[kind], { timestamp: now(), ...entry }].slice(-LIMITS.notices);
}

/** Tells of a fault with a code. */
export function fault(agent, code, what) {
  notice(agent, "errors", { message: `${what}: ${code}`, code });
  log(agent, "error", "file.rejected", { code, message: what });
  writeStatus(agent);
}

/** Writes status.json, within its limit (docs/protocol.md#bounded). */
export function writeStatus(agent) {
  agent.sequence = agent.rules.nextSequence(agent.sequence);
  const status = agent.rules.heartbeat({
    protocol_version: "1.0",
    timestamp: now(),
    ...agent.known,
    boot_id: agent.bootId,
    sequence: agent.sequence,
    heartbeat_interval_seconds: agent.config.heartbeat_interval_seconds ?? 5,
    agent: { name: "para-agent-plain", version: "1.0.0" },
    results: [...agent.results.values()],
  });
  agent.rules.publish(
    join(agent.directory, "status.json"),
    agent.rules.bounds() ? bounded(status) : JSON.stringify(status),
  );
}

function bounded(status) {
  let text = JSON.stringify(status);
  if (Buffer.byteLength(text) <= LIMITS.bytes.status) return text;
  const said = {
    timestamp: now(),
    message: "the status was over its limit: some of it was left out",
    code: "oversize",
  };
  const small = { ...status, warnings: [...status.warnings.slice(-49), said], errors: [...status.errors] };
  const over = () => {
    text = JSON.stringify(small);
    return Buffer.byteLength(text) > LIMITS.bytes.status;
  };
  while (over() && small.warnings.length > 1) small.warnings.shift();
  while (over() && small.errors.length > 0) small.errors.shift();
  if (over()) delete small.custom;
  over();
  return text;
}

/** Sets what is known of one command, and tells it. */
export function setResult(agent, { id, state, exit_code, signal, code }) {
  agent.results.set(id, JSON.parse(JSON.stringify({ id, state, exit_code, signal, code })));
}
