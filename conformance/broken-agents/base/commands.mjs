// Runs commands for the plain agent: start, output, timeout, stop, end, and pick-up after a restart.
import { spawn } from "node:child_process";
import { accessSync, closeSync, constants, existsSync, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { cutOutput } from "./output.mjs";
import { marked, send, startOf, startTime } from "./processes.mjs";
import { log, setResult, writeStatus } from "./status.mjs";

// Says who it is and how the command ended, so that nothing is lost when the agent dies at any moment. TERM reaches the
// command through its group.
const SUPERVISOR = `d=$1; shift; read -r s </proc/$$/stat && echo "$s" >"$d/.stat.new" && mv "$d/.stat.new" "$d/.stat"
trap : TERM INT HUP; "$@"; c=$?; echo $c >"$d/.exit.new"; exec mv "$d/.exit.new" "$d/.exit"`;

const now = () => new Date().toISOString();
const folder = (agent, id) => join(agent.directory, "logs", "commands", id);

/** Where a command would run, or undefined if it may not or cannot (docs/protocol.md#working-dir). */
function workingDirectory(agent, { working_dir: wanted }) {
  if (wanted === undefined) return agent.workspace;
  if (!wanted.startsWith("/") || wanted.split("/").includes("..")) return undefined;
  try {
    accessSync(wanted, constants.X_OK);
    return statSync(wanted).isDirectory() ? wanted : undefined;
  } catch {
    return undefined;
  }
}

function canRun(program) {
  const places = program.includes("/")
    ? [program]
    : (process.env.PATH ?? "").split(delimiter).map((place) => join(place, program));
  return places.some((place) => {
    try {
      accessSync(place, constants.X_OK);
      return statSync(place).isFile();
    } catch {
      return false;
    }
  });
}

/** Starts a claimed command, or ends it at once with the reason why not. */
export function startCommand(agent, command) {
  const directory = folder(agent, command.id);
  const cwd = workingDirectory(agent, command);
  if (cwd === undefined) return endCommand(agent, command.id, { state: "rejected", code: "invalid_working_dir" });
  const words = agent.rules.words(command);
  if (command.shell === false && !canRun(words[0]))
    return endCommand(agent, command.id, { state: "rejected", code: "spawn_failed" });
  const entry = { id: command.id, command, startedAt: Date.now(), seenAt: command.seenAt, started_at: now() };
  agent.running.set(command.id, entry);
  setResult(agent, { id: command.id, state: "running" });
  writeStatus(agent);
  writeFileSync(join(directory, ".stdin"), agent.rules.stdin(command));
  const { id, timeout_seconds, kill_grace_seconds, max_output_bytes } = command;
  const kept = { id, timeout_seconds, kill_grace_seconds, max_output_bytes };
  const { started_at, startedAt } = entry;
  writeFileSync(join(directory, ".process"), JSON.stringify({ started_at, startedAt, command: kept }));
  const files = [
    openSync(join(directory, ".stdin"), "r"),
    ...["stdout", "stderr"].map((name) => openSync(join(directory, name), "a")),
  ];
  const child = spawn("/bin/sh", ["-c", SUPERVISOR, "sh", directory, ...words], {
    cwd,
    env: agent.rules.environment(command, process.env),
    stdio: files,
    detached: true,
  });
  child.unref();
  files.forEach(closeSync);
  entry.pid = child.pid;
  entry.start = startTime(child.pid);
  log(agent, "info", "command.started", { command_id: command.id }, command);
}

/** Takes up a command of an earlier life (docs/protocol.md#restart). */
export function pickUp(agent, id) {
  const directory = folder(agent, id);
  if (existsSync(join(directory, "result.json"))) {
    if (agent.rules.listsEarlier() && !existsSync(join(directory, ".processed"))) {
      setResult(agent, JSON.parse(readFileSync(join(directory, "result.json"), "utf8")));
    }
    return;
  }
  try {
    const stat = readFileSync(join(directory, ".stat"), "utf8");
    const entry = { id, ...JSON.parse(readFileSync(join(directory, ".process"), "utf8")) };
    Object.assign(entry, { pid: Number.parseInt(stat, 10), start: startOf(stat) });
    agent.running.set(id, entry);
    setResult(agent, { id, state: "running" });
  } catch {
    endCommand(agent, id, { state: agent.rules.unknownClaim() });
  }
}

/** Begins to stop a running command; its result will have `state`. */
export function stopCommand(agent, entry, state) {
  if (entry.stop) return;
  const grace = entry.command.kill_grace_seconds ?? agent.config.kill_grace_seconds ?? 10;
  entry.stop = { state, killAt: Date.now() + grace * 1000 };
  const ask = () => send(agent.rules.stopsGroup() ? -entry.pid : entry.pid, agent.rules.stopSignal());
  ask();
  if (agent.rules.asksAgain()) setTimeout(ask, 200);
}

/** Looks after everything that runs; called often while something does. */
export function tendCommands(agent) {
  for (const entry of [...agent.running.values()]) {
    const { timeout_seconds: timeout } = entry.command;
    const clock = agent.rules.clockStart(entry);
    if (timeout !== undefined && Date.now() >= clock + timeout * 1000) stopCommand(agent, entry, "timed_out");
    const code = exitCode(agent, entry);
    if (entry.stop) tendStop(agent, entry, code);
    else if (code !== undefined) {
      if (agent.rules.waitsForPipes() && marked(marksOf(agent, entry)).length > 0) continue;
      finish(agent, entry, code === 0 ? { state: "succeeded", exit_code: 0 } : { state: "failed", exit_code: code });
    } else if (startTime(entry.pid) !== entry.start && exitCode(agent, entry) === undefined)
      finish(agent, entry, { state: "lost" });
  }
}

function tendStop(agent, entry, code) {
  const { state, killAt } = entry.stop;
  const left = agent.rules.sweeps() ? marked(marksOf(agent, entry)) : code === undefined ? [entry.pid] : [];
  if (left.length > 0 && startTime(entry.pid) === entry.start && Date.now() < killAt) return;
  if (left.length > 0 && agent.rules.kills()) {
    if (agent.rules.stopsGroup()) send(-entry.pid, "SIGKILL");
    for (const pid of left) send(pid, "SIGKILL");
    if (agent.rules.sweeps()) return;
  }
  finish(agent, entry, { state, exit_code: code });
}

function marksOf(agent, { id }) {
  return agent.rules.marks(id, agent.directory);
}

function exitCode(agent, { id }) {
  try {
    return Number(readFileSync(join(folder(agent, id), ".exit"), "utf8"));
  } catch {
    return undefined;
  }
}

function finish(agent, entry, end) {
  agent.running.delete(entry.id);
  const output = {};
  const most = entry.command.max_output_bytes ?? agent.config.max_output_bytes ?? 16 * 1024 * 1024;
  for (const name of ["stdout", "stderr"]) {
    output[name] = {
      ...cutOutput(join(folder(agent, entry.id), name), most, agent.rules),
      path: `logs/commands/${entry.id}/${name}`,
    };
  }
  endCommand(agent, entry.id, { ...end, started_at: entry.started_at, ...output });
}

/** Writes a command's result and then tells it (docs/protocol.md#result). */
export function endCommand(agent, id, end) {
  const result = { protocol_version: "1.0", id, ...end, finished_at: now() };
  const write = () => agent.rules.publish(join(folder(agent, id), "result.json"), JSON.stringify(result));
  if (agent.rules.resultFirst()) write();
  else setTimeout(write, 700);
  setResult(agent, result);
  log(agent, "info", `command.${end.state}`, { command_id: id, ...(end.code ? { code: end.code } : {}) });
  writeStatus(agent);
}
