// The plain agent's configuration, hooks and probes.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startCommand } from "./commands.mjs";
import { readDocument } from "./documents.mjs";
import { fault, writeStatus } from "./status.mjs";

/** Reads the configuration; the code if it is invalid and changed nothing (docs/protocol.md#reload). */
export function readConfig(agent, first = false) {
  const read = readDocument(agent.configPath, "agent-config", agent.rules);
  if (read.code && read.code !== "missing") {
    if (!agent.rules.refusesBadConfig()) agent.config = {};
    if (first) fault(agent, read.code, "the configuration");
    return read.code;
  }
  agent.config = read.value ?? {};
  return undefined;
}

/** Runs a signal's hook as an exec with the signal's id. */
export function runHook(agent, { id, timeout_seconds }, hook) {
  mkdirSync(join(agent.directory, "logs", "commands", id), { recursive: true });
  startCommand(agent, { id, command: hook.command, timeout_seconds: timeout_seconds ?? hook.timeout_seconds ?? 30 });
}

/** Starts the probes of the configuration (docs/protocol.md#probes). */
export function startProbes(agent) {
  const { health, services = {} } = agent.config;
  if (health)
    probe(agent, health, "starting", (ok) => {
      agent.known.health = ok === undefined ? "starting" : ok ? "healthy" : "unhealthy";
    });
  for (const [name, service] of Object.entries(services)) {
    probe(agent, service, "starting", (ok) => {
      agent.known.services = {
        ...agent.known.services,
        [name]: ok === undefined ? "starting" : ok ? "running" : "error",
      };
    });
  }
}

function probe(agent, settings, _first, tell) {
  const began = Date.now();
  let failures = 0;
  tell(undefined);
  const ask = () => {
    const child = spawn("/bin/sh", ["-c", settings.command], { cwd: agent.workspace, stdio: "ignore", detached: true });
    const timer = setTimeout(() => process.kill(-child.pid, "SIGKILL"), (settings.timeout_seconds ?? 30) * 1000);
    child.once("exit", (code) => {
      clearTimeout(timer);
      const forgiven = Date.now() < began + (settings.start_period_seconds ?? 0) * 1000;
      if (code === 0) {
        failures = 0;
        tell(true);
      } else if (!forgiven) {
        failures += 1;
        if (failures >= agent.rules.retries(settings)) tell(false);
      }
      writeStatus(agent);
      setTimeout(ask, (settings.interval_seconds ?? 30) * 1000);
    });
  };
  ask();
}
