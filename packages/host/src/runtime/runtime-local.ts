// Sessions without a container: the agent as a process of this machine, with the same files and the same protocol. Nothing is masked.
import { closeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ContainerMetadata, ProcessIdentity } from "@para-docker/protocol";
import { closeDirectory, createExclusive, type Directory, readRange, removeFile } from "../confined/index.js";
import { oneLine } from "../engine/connect.js";
import { HostError } from "../errors.js";
import { makePrivateDirectory, openPrivateDirectory, PLACES } from "../places.js";
import { identityOf, isAlive, signalProcess } from "../process-identity.js";
import { AGENT_FILES } from "./agent-directory.js";
import { markedProcesses } from "./process-sweep.js";
import type { EngineState, Runtime } from "./runtime.js";

/** What the agent of a session is started with. */
export interface LocalStart {
  session: string;
  agent: "sh" | "node";
  agentDirectory: string;
  workspace: string;
  env: Record<string, string>;
  command: string[];
}

/** File in the private directory with what the agent itself prints. */
const AGENT_OUTPUT = "agent.out";
/** How often a process that was told to end is looked at. */
const LOOK_MS = 20;
/** How long a killed process may take to be gone: the kernel's part only. */
const KILL_MS = 10_000;

/** Starts the agent, detached: it outlives this process. @throws HostError `agent_absent`. */
export async function startLocalAgent(root: Directory, start: LocalStart): Promise<ProcessIdentity> {
  const folder = makePrivateDirectory(root, start.session);
  let output: number;
  try {
    removeFile(folder, AGENT_OUTPUT);
    output = createExclusive(folder, AGENT_OUTPUT, 0o600);
  } finally {
    closeDirectory(folder);
  }
  const { spawn } = await import("node:child_process");
  const program = "/bin/sh";
  const script = join(start.agentDirectory, AGENT_FILES[start.agent]);
  const node = start.agent === "node" ? [`--node=${process.execPath}`] : [];
  const args = [script, ...node, "run", ...(start.command.length > 0 ? ["--", ...start.command] : [])];
  const env = {
    ...process.env,
    ...start.env,
    PARA_SESSION_NAME: start.session,
    PARA_STATUS_DIR: statusDirectory(root, start.session),
    PARA_WORKSPACE: start.workspace,
  };
  try {
    const child = spawn(program, args, {
      cwd: start.workspace,
      env,
      detached: true,
      stdio: ["ignore", output, output],
    });
    const pid = await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("spawn", () => resolve(child.pid ?? 0));
    });
    child.unref();
    // An agent that ended at once has no identity any more; one that never was stands for it, and is not alive.
    return identityOf(pid) ?? { pid, start_time: "0", machine_boot_id: "0" };
  } catch (cause) {
    throw new HostError("agent_absent", `The agent could not be started with ${program}.`, {
      hint: "Is it installed, and is the workspace there?",
      cause,
    });
  } finally {
    closeSync(output);
  }
}

/** The runtime of the local sessions of `root`, which stays open for as long as the runtime is used. */
export function localRuntime(root: Directory): Runtime {
  return {
    async state(metadata) {
      const alive = metadata.process !== undefined && isAlive(metadata.process);
      const started = metadata.started_at;
      const state: EngineState = { status: alive ? "running" : "exited", alive };
      return started === undefined ? state : { ...state, startedAt: started };
    },
    async stop(metadata, graceSeconds) {
      const { process: agent } = metadata;
      if (agent !== undefined && signalProcess(agent, "SIGTERM")) {
        if (!(await gone(agent, graceSeconds * 1000))) {
          signalProcess(agent, "SIGKILL");
          await gone(agent, KILL_MS);
        }
      }
      await sweep(statusDirectory(root, metadata.session_name));
    },
    remove: (metadata) => sweep(statusDirectory(root, metadata.session_name)),
    async lastWords(metadata, lines) {
      return lastOutput(root, metadata, lines);
    },
  };
}

function statusDirectory(root: Directory, session: string): string {
  return join(root.path, PLACES.docker, session);
}

/** Whether the process was gone within `ms`. */
async function gone(process: ProcessIdentity, ms: number): Promise<boolean> {
  for (const until = performance.now() + ms; performance.now() < until; ) {
    if (!isAlive(process)) return true;
    await sleep(LOOK_MS);
  }
  return !isAlive(process);
}

/** Kills what the agent left behind, in passes until one finds nothing: a process may start another while it is looked for. */
async function sweep(directory: string): Promise<void> {
  const marker = `PARA_STATUS_DIR=${directory}`;
  for (const until = performance.now() + KILL_MS; performance.now() < until; ) {
    const found = markedProcesses(marker);
    if (found.length === 0) return;
    for (const each of found) signalProcess(each, "SIGKILL");
    await sleep(LOOK_MS);
  }
}

function lastOutput(root: Directory, metadata: ContainerMetadata, lines: number): string[] {
  const folder = openPrivateDirectory(root, metadata.session_name);
  if (!folder.ok) return [];
  try {
    const size = readRange(folder.value, AGENT_OUTPUT, 0, 0);
    if (!size.ok) return [];
    const tail = readRange(folder.value, AGENT_OUTPUT, Math.max(0, size.value.size - 16_384), 16_384);
    const text = tail.ok ? tail.value.bytes.toString("utf8") : "";
    return text
      .split("\n")
      .map(oneLine)
      .filter((line) => line !== "")
      .slice(-lines);
  } finally {
    closeDirectory(folder.value);
  }
}
