// Waits for the first word of a session's agent, or finds out why none comes.
import { setTimeout as sleep } from "node:timers/promises";
import { type ContainerMetadata, type ContainerStatus, LIMITS, type Problem, parseStatus } from "@para-docker/protocol";
import { closeDirectory, type Directory, readWhole } from "../confined/index.js";
import { oneLine } from "../engine/connect.js";
import { HostError } from "../errors.js";
import { openSessionDirectory, PLACES } from "../places.js";
import type { Runtime } from "../runtime/runtime.js";

/** How often the status is looked for. */
const LOOK_MS = 20;
/** How often the container is looked at. */
const INSPECT_MS = 250;

/**
 * The session's first status.
 *
 * @throws HostError `container_died` with its last words, `agent_absent` where it has no shell or node, `start_timeout` after
 * `timeoutMs`, or the signal's reason.
 */
export async function firstStatus(
  root: Directory,
  metadata: ContainerMetadata,
  runtime: Runtime,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<ContainerStatus> {
  const began = performance.now();
  let inspected = began;
  let problem: Problem | undefined;
  for (;;) {
    signal?.throwIfAborted();
    const read = readStatus(root, metadata.session_name);
    if (read.status !== undefined) return read.status;
    problem = read.problem ?? problem;
    const now = performance.now();
    if (now - inspected > INSPECT_MS) {
      inspected = now;
      const state = await runtime.state(metadata);
      if (!state.alive) throw await died(metadata, runtime, state.exitCode, state.oomKilled === true);
    }
    if (now - began > timeoutMs) throw await silent(metadata, runtime, timeoutMs, problem);
    await sleep(LOOK_MS);
  }
}

function readStatus(root: Directory, session: string): { status?: ContainerStatus; problem?: Problem } {
  const directory = openSessionDirectory(root, session);
  if (!directory.ok) return {};
  try {
    const file = readWhole(directory.value, PLACES.status, LIMITS.bytes.status);
    if (!file.ok) {
      const { code, message } = file.fault;
      return code === "missing" || code === "unreadable" ? {} : { problem: { code, pointer: "", message } };
    }
    const parsed = parseStatus(file.value.bytes);
    return parsed.ok ? { status: parsed.value } : { problem: parsed.problems[0] };
  } finally {
    closeDirectory(directory.value);
  }
}

async function died(
  metadata: ContainerMetadata,
  runtime: Runtime,
  exitCode: number | undefined,
  oomKilled: boolean,
): Promise<HostError> {
  const words = await lastWords(metadata, runtime);
  // The init says so when the image has no shell, the agent itself where it has no node.
  if (/\[FATAL .*exec \/bin\/sh failed|catatonit.*failed to exec pid1|para-agent: there is no node/.test(words)) {
    return new HostError("agent_absent", `The image ${metadata.image ?? ""} cannot run the agent: ${words}`, {
      hint: "The shell agent needs /bin/sh and awk in the image, the Node agent needs node: choose another image or --agent.",
    });
  }
  const how = oomKilled
    ? "was killed for want of memory"
    : exitCode === undefined
      ? "ended"
      : `ended with exit code ${exitCode}`;
  return new HostError("container_died", `The agent ${how} before its first status.`, {
    hint: words === "" ? "It said nothing. Does the image suit the agent?" : `Its last words: ${words}`,
  });
}

async function silent(
  metadata: ContainerMetadata,
  runtime: Runtime,
  timeoutMs: number,
  problem: Problem | undefined,
): Promise<HostError> {
  const words = await lastWords(metadata, runtime);
  const faulty =
    problem === undefined
      ? ""
      : ` (its status.json is not valid: ${problem.code}${problem.pointer === "" ? "" : ` at ${oneLine(problem.pointer)}`})`;
  return new HostError("start_timeout", `The agent wrote no status in ${timeoutMs / 1000} s${faulty}.`, {
    hint:
      words === ""
        ? "Give it more time with --timeout, or see whether it may write its status directory."
        : `Its last words: ${words}`,
  });
}

async function lastWords(metadata: ContainerMetadata, runtime: Runtime): Promise<string> {
  const lines = await runtime.lastWords(metadata, 5).catch(() => []);
  return lines.join(" | ");
}
