// A plain agent, complete and slow: what the broken agents are made from. `runAgent()` keeps every rule; `runAgent({ … })` replaces some.
import { execFileSync } from "node:child_process";
import { constants, mkdirSync, openSync, readFileSync, statSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { pickUp, stopCommand, tendCommands } from "./commands.mjs";
import { namesIn } from "./documents.mjs";
import { beginShutdown, dropProcessed, look, recallSequence, startWaiting } from "./queue.mjs";
import { takeReports } from "./reports.mjs";
import { rules as plain } from "./rules.mjs";
import { readConfig, startProbes } from "./settings.mjs";
import { log, makeStatus, writeStatus } from "./status.mjs";

const BETWEEN_TENDINGS_MS = 25;

function isDirectory(path) {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Makes the doorbell and calls `onRing` at each byte (docs/protocol.md#doorbell). */
function hearDoorbell(agent, onRing) {
  if (process.env.PARA_DOORBELL === "off" || !agent.rules.hears()) return;
  const path = join(agent.directory, "doorbell");
  try {
    if (!statSync(path, { throwIfNoEntry: false })?.isFIFO()) execFileSync("mkfifo", ["-m", "660", path]);
    // Open for both: a FIFO without a writer would be at its end all the time.
    const socket = new Socket({
      fd: openSync(path, constants.O_RDWR | constants.O_NONBLOCK),
      readable: true,
      writable: false,
    });
    socket.on("data", onRing);
    socket.on("error", () => socket.destroy());
  } catch {
    log(agent, "warn", "doorbell.failed");
  }
}

function writeMetrics(agent) {
  const started = performance.now();
  const memory = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync("/proc/self/status", "utf8"));
  const metrics = {
    protocol_version: "1.0",
    timestamp: new Date().toISOString(),
    boot_id: agent.bootId,
    uptime_seconds: started / 1000,
    ...(memory ? { memory: { used_bytes: Number(memory[1]) * 1024 } } : {}),
  };
  agent.rules.publish(join(agent.directory, "metrics.json"), JSON.stringify(metrics));
}

/** Runs an agent until it is shut down. */
export function runAgent(overrides = {}) {
  const workspace = process.env.PARA_WORKSPACE ?? "/workspace";
  const agent = {
    rules: { ...plain, ...overrides },
    directory:
      process.env.PARA_STATUS_DIR ??
      (isDirectory("/para/status") ? "/para/status" : `/workspace/.para/state/docker/${process.env.PARA_SESSION_NAME}`),
    workspace: isDirectory(workspace) ? workspace : "/",
    configPath: process.env.PARA_AGENT_CONFIG ?? "/para/agent.json",
    config: {},
    running: new Map(),
    waiting: new Map(),
    processed: [],
    forgotten: [],
    place: 0,
  };
  mkdirSync(join(agent.directory, "reports"), { recursive: true });
  makeStatus(agent);
  readConfig(agent, true);
  recallSequence(agent);
  for (const id of namesIn(join(agent.directory, "logs", "commands"))) if (agent.rules.isId(id)) pickUp(agent, id);
  const lookAll = () => {
    if (!agent.stopping) look(agent);
    takeReports(agent);
  };
  hearDoorbell(agent, lookAll);
  process.on("SIGTERM", () => beginShutdown(agent, 5000));
  agent.known.status = "running";
  startProbes(agent);
  log(agent, "info", "agent.started");
  writeStatus(agent);
  lookAll();
  repeat(() => agent.rules.pollInterval(agent.config), lookAll);
  repeat(
    () => agent.config.heartbeat_interval_seconds ?? 5,
    () => writeStatus(agent),
  );
  repeat(
    () => agent.config.metrics_interval_seconds ?? 10,
    () => (agent.config.metrics_interval_seconds === 0 ? undefined : writeMetrics(agent)),
  );
  setInterval(() => tend(agent), BETWEEN_TENDINGS_MS);
}

/** Calls `action` again and again; `seconds` is asked anew each time, since the configuration may change. */
function repeat(seconds, action) {
  const wait = Math.max(0.02, seconds()) * 1000;
  setTimeout(
    () => {
      action();
      repeat(seconds, action);
    },
    Number.isFinite(wait) ? wait : 2 ** 31 - 1,
  );
}

function tend(agent) {
  tendCommands(agent);
  if (agent.processed.length > 0 && agent.rules.dropsWhatEndsLate()) dropProcessed(agent);
  startWaiting(agent);
  if (!agent.stopping) return;
  if (Date.now() >= agent.stopping.until)
    for (const entry of agent.running.values()) stopCommand(agent, entry, "cancelled");
  if (agent.running.size > 0) return;
  agent.known.status = agent.rules.lastStatus();
  writeStatus(agent);
  process.exit(agent.rules.exitCode());
}
