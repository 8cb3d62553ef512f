// Plays the host for one agent: a status directory of its own, the queue, the doorbell, and what the agent tells.
import { type ChildProcess, spawn } from "node:child_process";
import {
  closeSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import type {
  AgentConfig,
  Command,
  CommandResult,
  ContainerStatus,
  ExecCommand,
  Report,
  SignalCommand,
} from "@para-docker/protocol";
import { onTestFinished } from "vitest";

/** The bundled agent, as it is shipped. */
export const AGENT = new URL("../dist/para-agent.cjs", import.meta.url).pathname;

type Draft<T extends Command> = Omit<T, "timestamp"> & { timestamp?: string };

export interface Host {
  /** The status directory, and the workspace beside it. */
  status: string;
  workspace: string;
  /** Starts an agent; resolves when it has written a status of its own. */
  start(options?: StartOptions): Promise<ChildProcess>;
  /** Adds commands to the queue, publishes it and rings. */
  publish(...drafts: (Draft<ExecCommand> | Draft<SignalCommand>)[]): void;
  /** Takes ids out of the queue and lists them as processed. */
  settle(...ids: string[]): void;
  /** The result of a command, when it is there. */
  result(id: string, withinMs?: number): Promise<CommandResult>;
  /** Runs one line and waits for its result. */
  exec(command: string, more?: Partial<ExecCommand>): Promise<CommandResult>;
  /** Leaves a report for the agent, whole at once. */
  report(report: Report): void;
  output(id: string, stream?: "stdout" | "stderr"): string;
  readStatus(): ContainerStatus;
  /** The status, when it is as `wanted` says. */
  statusWhen(wanted: (status: ContainerStatus) => boolean, withinMs?: number): Promise<ContainerStatus>;
}

export interface StartOptions {
  args?: readonly string[];
  env?: Record<string, string>;
  /** Words before the agent's program: a tracer, a limiter. */
  under?: readonly string[];
  /** What runs the agent's program; default: the shell, as hosts do. */
  entry?: readonly string[];
}

/**
 * Makes a host; at the end of the test every agent of its is killed and its directories are removed. Tests that run side by side give
 * their own `onFinished`, for nobody else knows whose end it is.
 */
export function makeHost(config?: AgentConfig, onFinished: (end: () => Promise<void>) => void = onTestFinished): Host {
  const root = mkdtempSync(`${tmpdir()}/agent-node-test-`);
  const status = `${root}/status`;
  const workspace = `${root}/workspace`;
  mkdirSync(status);
  mkdirSync(workspace);
  if (config !== undefined) writeFileSync(`${root}/agent.json`, JSON.stringify(config));
  const agents: ChildProcess[] = [];
  const commands: Command[] = [];
  const processed: string[] = [];
  let sequence = 0;
  let made = 0;

  onFinished(async () => {
    await Promise.all(agents.map(killGroup));
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  });

  const readStatus = () => JSON.parse(readFileSync(`${status}/status.json`, "utf8")) as ContainerStatus;

  const publishNow = () => {
    sequence += 1;
    const timestamp = new Date().toISOString();
    writeFileSync(`${status}/.commands`, JSON.stringify({ sequence, timestamp, commands, processed }));
    renameSync(`${status}/.commands`, `${status}/commands.json`);
    ring(`${status}/doorbell`);
  };

  const host: Host = {
    status,
    workspace,
    async start({ args = [], env = {}, under = [], entry = ["/bin/sh"] } = {}) {
      const [program = "", ...words] = [...under, ...entry, AGENT, ...args];
      const before = tryTo(readStatus)?.boot_id;
      const agent = spawn(program, words, {
        env: {
          PATH: process.env.PATH ?? "",
          HOME: root,
          PARA_STATUS_DIR: status,
          PARA_WORKSPACE: workspace,
          PARA_AGENT_CONFIG: `${root}/agent.json`,
          PARA_SESSION_NAME: "test",
          ...env,
        },
        stdio: ["ignore", "pipe", "inherit"],
        detached: true,
      });
      agents.push(agent);
      await until(
        () => tryTo(readStatus)?.boot_id !== before && tryTo(readStatus)?.status !== "starting",
        15_000,
        "a status",
      );
      return agent;
    },
    publish(...drafts) {
      const timestamp = new Date().toISOString();
      for (const draft of drafts) commands.push({ timestamp, ...draft } as Command);
      publishNow();
    },
    settle(...ids) {
      for (const id of ids) {
        const place = commands.findIndex((command) => command.id === id);
        if (place >= 0) commands.splice(place, 1);
        processed.push(id);
      }
      publishNow();
    },
    async result(id, withinMs = 15_000) {
      const read = () =>
        tryTo(() => JSON.parse(readFileSync(`${status}/logs/commands/${id}/result.json`, "utf8")) as CommandResult);
      return until(read, withinMs, `the result of ${id}`);
    },
    exec(command, more = {}) {
      const id = more.id ?? `exec-${++made}`;
      host.publish({ type: "exec", command, ...more, id });
      return host.result(id);
    },
    report(report) {
      writeFileSync(`${status}/reports/.report`, JSON.stringify(report));
      renameSync(`${status}/reports/.report`, `${status}/reports/report.json`);
    },
    output: (id, stream = "stdout") => readFileSync(`${status}/logs/commands/${id}/${stream}`, "utf8"),
    readStatus,
    statusWhen: (wanted, withinMs = 15_000) =>
      until(
        () => {
          const now = tryTo(readStatus);
          return now !== undefined && wanted(now) ? now : undefined;
        },
        withinMs,
        "a status that is wanted",
      ),
  };
  return host;
}

function ring(path: string): void {
  tryTo(() => {
    const fd = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    writeSync(fd, "!");
    closeSync(fd);
  });
}

/** Kills an agent with its process group, which is how it dies with all its threads and children that are not commands. */
export async function killGroup(agent: ChildProcess): Promise<void> {
  if (agent.exitCode !== null || agent.signalCode !== null || agent.pid === undefined) return;
  const gone = exitOf(agent);
  tryTo(() => process.kill(-Number(agent.pid), "SIGKILL"));
  await gone;
}

/** How a process ends. */
export function exitOf(agent: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  if (agent.exitCode !== null || agent.signalCode !== null) {
    return Promise.resolve({ code: agent.exitCode, signal: agent.signalCode });
  }
  return new Promise((resolve) => agent.once("exit", (code, signal) => resolve({ code, signal })));
}

/** Waits until `look` returns something that is not undefined or false. */
export async function until<T>(look: () => T | undefined | false, withinMs = 10_000, what = "it"): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const seen = look();
    if (seen !== undefined && seen !== false) return seen;
    if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms for ${what}`);
    await sleep(5);
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export function tryTo<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
