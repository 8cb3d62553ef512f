// A plain host with the verbs of the role `host`: `runHost()` keeps every rule; `runHost({ … })` replaces some.
import { randomBytes } from "node:crypto";
import {
  appendFileSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isValid, LIMITS, namesIn, readDocument } from "./documents.mjs";
import { hostRules } from "./host-rules.mjs";
import { rules as readingRules } from "./rules.mjs";

const ENDS = ["succeeded", "failed", "timed_out", "cancelled", "rejected", "expired", "lost"];

class Refusal extends Error {}

/** Reads a document below `root` component by component, following no link unless the rules say so. */
function readBelow(root, parts, kind, rules) {
  let path = root;
  for (const part of parts.slice(0, -1)) {
    path = join(path, part);
    try {
      if (!lstatSync(path).isDirectory() && !rules.followsLinks()) return { code: "unsafe_file" };
    } catch {
      return { code: "missing" };
    }
  }
  return readDocument(join(path, parts.at(-1)), kind, rules);
}

/** Opens a session: its directories and its ledger. */
function openSession(root, name, rules) {
  if (!rules.isSession(name)) throw new Refusal("invalid_name");
  const directory = join(root, "docker", name);
  try {
    if (!(rules.followsLinks() ? statSync(directory) : lstatSync(directory)).isDirectory())
      throw new Refusal("unsafe_file");
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("no_session");
  }
  const own = join(root, "docker", ".host", name);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  return { root, name, directory, ledger: join(own, "ledger"), own, rules };
}

/** What the ledger says: open commands, ends, ids in `processed`, the last sequence. */
function readLedger({ ledger }) {
  const state = { open: new Map(), ended: new Map(), processed: new Set(), sequence: 0 };
  let text = "";
  try {
    text = readFileSync(ledger, "utf8");
  } catch {
    // Nothing was enqueued yet.
  }
  for (const line of text.split("\n").filter(Boolean)) {
    const { enqueue, end, processed, sequence } = JSON.parse(line);
    if (enqueue) state.open.set(enqueue.id, enqueue);
    if (end) {
      state.open.delete(end.id);
      state.ended.set(end.id, end);
    }
    if (processed) state.processed = new Set(processed);
    if (sequence !== undefined) state.sequence = sequence;
  }
  return state;
}

function record(session, entry) {
  appendFileSync(session.ledger, `${JSON.stringify(entry)}\n`, { mode: 0o600, flush: true });
}

function publish(session, state) {
  const path = join(session.directory, "commands.json");
  const sequence = session.rules.nextSequence(state.sequence);
  record(session, { sequence });
  const commands = session.rules.open([...state.open.values()], path);
  const queue = {
    protocol_version: "1.0",
    sequence,
    timestamp: new Date().toISOString(),
    commands,
    processed: [...state.processed],
  };
  session.rules.publish(path, JSON.stringify(queue));
  ring(join(session.directory, "doorbell"), session.rules);
}

function ring(path, rules) {
  const flags = constants.O_WRONLY | constants.O_NONBLOCK;
  try {
    const file = openSync(path, rules.checksDoorbell() ? flags | constants.O_NOFOLLOW : flags);
    if (fstatSync(file).isFIFO() || !rules.checksDoorbell()) writeSync(file, rules.bell());
    closeSync(file);
  } catch {
    // Nobody listens.
  }
}

function enqueue(session, draft) {
  const { rules } = session;
  const id = draft?.id ?? `cmd-${randomBytes(8).toString("hex")}`;
  if (!readingRules.isId(id)) throw new Refusal("invalid_id");
  const command = { ...draft, id, timestamp: new Date().toISOString() };
  if (!["exec", "signal"].includes(command.type) || !isValid(`${command.type}-command`, command))
    throw new Refusal("invalid_schema");
  return rules.locked(session.own, () => {
    const state = readLedger(session);
    if (state.open.has(id) || state.ended.has(id)) throw new Refusal("duplicate_id");
    state.open.set(id, command);
    const reserve = command.type === "signal" ? 0 : LIMITS.queue_signal_reserve_bytes;
    const bytes = () => Buffer.byteLength(JSON.stringify([...state.open.values()])) + 1024;
    while (!rules.fits(bytes(), LIMITS.bytes.commands - reserve)) {
      if (rules.refusesOverflow()) throw new Refusal("queue_full");
      state.open.delete(state.open.keys().next().value);
    }
    record(session, { enqueue: command });
    publish(session, state);
    return { id };
  });
}

/** Takes in what the agent shows, and publishes what follows; what contradicts the ledger. */
function reconcile(session, status) {
  const { rules } = session;
  return rules.locked(session.own, () => {
    const state = readLedger(session);
    const before = JSON.stringify([[...state.open.keys()], [...state.processed]]);
    const listed = new Map((status?.results ?? []).map((result) => [result.id, result]));
    const problems = [];
    for (const [id, summary] of listed) {
      const issued = state.open.has(id) || state.ended.has(id);
      if (!rules.counts(issued)) problems.push({ code: "conflict", file: "status.json" });
      else if (!state.ended.has(id) || !rules.firstWins()) takeEnd(session, state, id);
      else if (ENDS.includes(summary.state) && state.ended.get(id).state !== summary.state)
        problems.push({ code: "conflict", file: "status.json" });
    }
    for (const id of state.processed)
      if (status && rules.drops(listed.has(id), state.open.size)) state.processed.delete(id);
    if (JSON.stringify([[...state.open.keys()], [...state.processed]]) !== before) {
      record(session, { processed: [...state.processed] });
      publish(session, state);
    }
    return { state, listed, problems };
  });
}

function takeEnd(session, state, id) {
  const reading = readBelow(session.root, ["docker", session.name, "logs", "commands", id, "result.json"], "result", {
    ...readingRules,
    ...session.rules,
  });
  if (!reading.value || reading.value.id !== id || !ENDS.includes(reading.value.state)) return;
  record(session, { end: reading.value });
  state.open.delete(id);
  state.ended.set(id, reading.value);
  if (session.rules.processes()) state.processed.add(id);
}

/** Looks at a session's status for so many seconds. */
async function look(session, seconds) {
  const rules = { ...readingRules, ...session.rules };
  const until = Date.now() + seconds * 1000;
  let inForce;
  let changedAt = 0;
  let code;
  let last = "";
  do {
    const reading = readBelow(session.root, ["docker", session.name, "status.json"], "status", rules);
    ({ code } = reading);
    const content = reading.bytes?.toString("latin1") ?? "";
    if (reading.value && content !== last && !(inForce && rules.older(reading.value, inForce))) {
      // The disk's time for the first look: this machine's kernel wrote it, not the container.
      changedAt = inForce ? Date.now() : statSync(join(session.directory, "status.json")).mtimeMs;
      inForce = reading.value;
      last = content;
    }
    if (Date.now() < until) await sleep(50);
  } while (Date.now() < until);
  const problems = code && code !== "missing" ? [{ code, file: "status.json" }] : [];
  return { status: inForce, freshness: freshnessOf(inForce, changedAt, rules), problems };
}

function freshnessOf(status, changedAt, rules) {
  if (!status) return "lost";
  if (status.status === "stopped") return "exited";
  const age = rules.age(changedAt, status) / ((status.heartbeat_interval_seconds ?? 5) * 1000);
  return age >= 10 ? "lost" : age >= 3 ? "stale" : "fresh";
}

async function answer(verb, args, rules) {
  const root = process.env.PARA_STATE_DIR;
  if (verb === "list") {
    const sessions = [];
    for (const name of namesIn(join(root, "docker")).filter((entry) => rules.isSession(entry))) {
      try {
        const session = openSession(root, name, rules);
        sessions.push({ name, freshness: (await look(session, 0)).freshness });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    return { sessions };
  }
  const session = openSession(root, args[0] ?? "", rules);
  if (verb === "enqueue") return enqueue(session, JSON.parse(readFileSync(0, "utf8")));
  const seen = await look(session, Number((verb === "status" && args[1]) || 0));
  const { state, listed, problems } = reconcile(session, seen.status);
  if (verb === "status")
    return {
      freshness: seen.freshness,
      status: seen.status ? rules.shown(seen.status) : null,
      problems: [...seen.problems, ...problems],
    };
  const id = args[1];
  if (state.ended.has(id)) return state.ended.get(id);
  if (!state.open.has(id)) throw new Refusal("no_command");
  return { id, state: listed.get(id)?.state === "running" ? "running" : "accepted" };
}

/** Answers one verb on standard output. */
export async function runHost(overrides = {}) {
  const [verb, ...args] = process.argv.slice(2);
  try {
    process.stdout.write(`${JSON.stringify(await answer(verb, args, { ...hostRules, ...overrides }))}\n`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stdout.write(`${JSON.stringify({ code: error.message })}\n`);
    process.exitCode = 1;
  }
}
