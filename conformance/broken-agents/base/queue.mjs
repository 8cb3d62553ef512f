// Reads commands.json for the plain agent and acts on its entries (docs/protocol.md#commands).
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { endCommand, startCommand, stopCommand } from "./commands.mjs";
import { isValid, namesIn, readDocument } from "./documents.mjs";
import { readConfig, runHook } from "./settings.mjs";
import { fault, writeStatus } from "./status.mjs";

const folder = (agent, id) => join(agent.directory, "logs", "commands", id);

/** Looks at the queue once. */
export function look(agent) {
  const read = readDocument(join(agent.directory, "commands.json"), "commands", agent.rules, "commands-envelope");
  if (read.code) {
    if (read.code !== "missing") faultOnce(agent, read.code, read.bytes);
    else agent.lastFault = undefined;
    return;
  }
  const { sequence, commands, processed = [] } = read.value;
  if (agent.rules.stale(sequence, agent.highest)) return faultOnce(agent, "stale_document", read.bytes);
  agent.lastFault = undefined;
  if (sequence !== undefined && sequence !== agent.highest) {
    agent.highest = sequence;
    if (agent.rules.remembersSequence()) writeFileSync(join(agent.directory, "logs", ".sequence"), String(sequence));
  }
  const text = read.bytes.toString("latin1");
  if (text === agent.lastQueue) return;
  agent.lastQueue = text;
  agent.processed = processed;
  dropProcessed(agent);
  retain(agent);
  takeEntries(agent, commands, processed);
}

/** Reads the highest sequence of an earlier life. */
export function recallSequence(agent) {
  if (!agent.rules.remembersSequence()) return;
  try {
    agent.highest = Number(readFileSync(join(agent.directory, "logs", ".sequence"), "utf8"));
  } catch {
    agent.highest = undefined;
  }
}

function faultOnce(agent, code, bytes) {
  const content = `${code} ${bytes ? createHash("sha256").update(bytes).digest("hex") : ""}`;
  if (content === agent.lastFault && agent.rules.logsOncePerContent()) return;
  agent.lastFault = content;
  agent.lastQueue = undefined;
  fault(agent, code, "commands.json");
}

/** Takes what the host has off the status, once it has ended (docs/protocol.md#processed). */
export function dropProcessed(agent) {
  let changed = false;
  for (const id of [...agent.results.keys()]) {
    if (!agent.rules.dropsResult(id, agent.processed) || agent.running.has(id) || agent.waiting.has(id)) continue;
    agent.results.delete(id);
    agent.forgotten.push(id);
    writeFileSync(join(folder(agent, id), ".processed"), "");
    changed = true;
  }
  if (changed) writeStatus(agent);
}

function retain(agent) {
  const most = agent.config.retention?.max_commands ?? 100;
  const free = agent.forgotten.filter((id) => !agent.processed.includes(id));
  for (const id of free.slice(0, Math.max(0, free.length - most))) {
    rmSync(folder(agent, id), { recursive: true, force: true });
    agent.forgotten.splice(agent.forgotten.indexOf(id), 1);
  }
}

function takeEntries(agent, commands, processed) {
  const { rules } = agent;
  if (rules.badEntryCostsAll() && !commands.every((entry) => isValid(`${entry?.type}-command`, entry)))
    return fault(agent, "invalid_schema", "commands.json");
  const entries = rules.firstOfDuplicates() ? commands : lastOfEach(commands);
  const seen = new Set();
  const taken = [];
  const cancels = [];
  for (const entry of entries) {
    const id = entry?.id;
    if (!rules.isId(id)) {
      fault(agent, "invalid_id", "an entry of commands.json");
      continue;
    }
    if (seen.has(id)) {
      fault(agent, "duplicate_id", `the id ${id} in commands.json`);
      continue;
    }
    seen.add(id);
    if (processed.includes(id) || agent.results.has(id) || !rules.claim(folder(agent, id))) continue;
    const code = refusal(agent, entry);
    if (code === "ignored") continue;
    if (code) endCommand(agent, id, { state: "rejected", code });
    else if (entry.type === "exec") {
      agent.waiting.set(id, { ...entry, place: agent.place++, seenAt: Date.now() });
      agent.results.set(id, { id, state: "accepted" });
      taken.push(id);
    } else if (entry.signal === "cancel") cancels.push(entry);
    else if (rules.signalsWait()) agent.waiting.set(id, { ...entry, place: agent.place++ });
    else act(agent, entry);
  }
  for (const entry of cancels) act(agent, entry);
  if (taken.length > 0) writeStatus(agent);
  startWaiting(agent);
}

/** The entries with each repeated id's last in its first place. */
function lastOfEach(commands) {
  return [...new Map(commands.map((entry, index) => [entry?.id ?? index, entry])).values()];
}

function refusal(agent, entry) {
  if (entry.type !== "exec" && entry.type !== "signal") return agent.rules.unknownType();
  if (!isValid(`${entry.type}-command`, entry)) return "invalid_schema";
  if (entry.type === "signal")
    return entry.signal === "cancel" && entry.target === undefined ? "invalid_schema" : undefined;
  const allowed = agent.config.allow_env ?? [];
  return Object.keys(entry.env ?? {}).every((name) => agent.rules.mayset(name, allowed))
    ? undefined
    : "denied_by_policy";
}

/** Starts what may start. */
export function startWaiting(agent) {
  for (const entry of [...agent.waiting.values()].sort(agent.rules.order)) {
    if (agent.rules.expired(entry)) {
      agent.waiting.delete(entry.id);
      endCommand(agent, entry.id, { state: "expired", code: "expired" });
      continue;
    }
    if (agent.stopping || (agent.paused && agent.rules.pauses())) continue;
    if (agent.running.size >= agent.rules.concurrency(agent.config)) continue;
    agent.waiting.delete(entry.id);
    if (entry.type === "signal") act(agent, entry);
    else startCommand(agent, entry);
  }
}

/** Does what a signal asks for (docs/protocol.md#signals). */
function act(agent, entry) {
  const end = (state, code) => endCommand(agent, entry.id, code ? { state, code } : { state });
  const { signal } = entry;
  if (signal === "ping") return end("succeeded");
  if (signal === "pause" || signal === "resume") {
    agent.paused = signal === "pause";
    agent.known.status = agent.paused && agent.rules.pauses() ? "paused" : "running";
    return end("succeeded");
  }
  if (signal === "cancel") return cancel(agent, entry);
  if (signal === "reload_config") {
    const code = readConfig(agent);
    return code ? end("failed", code) : end("succeeded");
  }
  if (signal === "shutdown") {
    end("succeeded");
    return beginShutdown(agent, (entry.timeout_seconds ?? 30) * 1000);
  }
  const hook = agent.config.signals?.[signal];
  return hook ? runHook(agent, entry, hook) : end("rejected", "unsupported_signal");
}

function cancel(agent, { id, target }) {
  const running = agent.running.get(target);
  if (running) stopCommand(agent, running, "cancelled");
  else if (agent.waiting.has(target)) {
    if (agent.rules.cancelsWaiting()) {
      agent.waiting.delete(target);
      endCommand(agent, target, { state: "cancelled" });
    }
  } else if (!agent.results.has(target) && !namesIn(join(agent.directory, "logs", "commands")).includes(target)) {
    return endCommand(agent, id, agent.rules.unknownTarget());
  }
  endCommand(agent, id, { state: "succeeded" });
}

/** Takes nothing more and lets running commands end within `ms`. */
export function beginShutdown(agent, ms) {
  if (agent.stopping) return;
  agent.stopping = { until: agent.rules.shutdownWaits() ? Date.now() + ms : 0 };
  agent.known.status = "stopping";
  for (const id of [...agent.waiting.keys()]) {
    agent.waiting.delete(id);
    endCommand(agent, id, { state: "cancelled" });
  }
  writeStatus(agent);
}
