// The talking part of a finish: no more commands, the agent asked to stop, its results taken in.
import { setTimeout as sleep } from "node:timers/promises";
import type { ContainerStatus } from "@para-docker/protocol";
import { closeDirectory, type Directory } from "../confined/index.js";
import { openClaimOf, openSessionDirectory } from "../places.js";
import { openQueue, type Queue } from "../queue/queue.js";
import { statusReader } from "../reading/reader.js";
import type { EngineState } from "../runtime/runtime.js";
import type { Stepper } from "./finish-report.js";

/** How the agent is asked. */
export interface Asking {
  step: Stepper;
  timeoutSeconds: number;
  /** Milliseconds within which the agent must have taken the signal. */
  patienceMs: number;
  /** What runs, when the finish began. */
  state: EngineState | undefined;
  /** Whether the container still runs. */
  look: () => Promise<boolean>;
}

/** How often the status is looked at, and the container. */
const LOOK_MS = 50;
const INSPECT_MS = 500;
/** Time past `timeout_seconds` for what the agent does then: TERM, ten seconds, KILL, its last status. */
const LADDER_MS = 15_000;

/** Drains the queue, signals `shutdown` and waits for the agent's last status or the container's end. */
export async function askToStop(root: Directory, session: string, asking: Asking): Promise<void> {
  const { step, state } = asking;
  const queue = openQueue(root, session);
  await step("drain", {}, async () => {
    await queue.close(true);
    return undefined;
  });
  await step("shutdown", {}, async () => {
    if (state === undefined || !state.alive) return "nothing runs any more";
    if (state.status === "created") return "the container was never started";
    if (state.status === "paused") return "the container is paused; it is stopped as it is";
    const id = await queue.enqueue({ type: "signal", signal: "shutdown", timeout_seconds: asking.timeoutSeconds });
    return waitForEnd(root, session, queue, id, asking);
  });
}

async function waitForEnd(root: Directory, session: string, queue: Queue, id: string, asking: Asking): Promise<string> {
  const reader = statusReader();
  const began = performance.now();
  const until = began + asking.timeoutSeconds * 1000 + LADDER_MS;
  let inspected = began;
  let taken = false;
  for (;;) {
    const status = readStatus(root, session, reader);
    await queue.settle(status);
    if (status?.status === "stopped") return "the agent stopped";
    const now = performance.now();
    taken ||= wasTaken(root, session, id);
    if (now - inspected > INSPECT_MS) {
      inspected = now;
      if (!(await asking.look())) return "the container ended";
    }
    if (!taken && now - began > asking.patienceMs) return "the agent did not take the signal";
    if (now > until) return "the agent did not stop in time";
    await sleep(LOOK_MS);
  }
}

function readStatus(
  root: Directory,
  session: string,
  reader: ReturnType<typeof statusReader>,
): ContainerStatus | undefined {
  const directory = openSessionDirectory(root, session);
  if (!directory.ok) return undefined;
  try {
    return reader.read(directory.value).value;
  } finally {
    closeDirectory(directory.value);
  }
}

/** Whether the agent has claimed the signal: its directory is there. */
function wasTaken(root: Directory, session: string, id: string): boolean {
  const claim = openClaimOf(root, session, id);
  if (claim.ok) closeDirectory(claim.value);
  return claim.ok;
}

/** Takes in every result that is there now that no agent runs; what has none is lost or was never started. */
export async function lastResults(root: Directory, session: string): Promise<string | undefined> {
  const queue = openQueue(root, session);
  const open = [...queue.state().open.keys()];
  if (open.length === 0) return undefined;
  await queue.settle(readStatus(root, session, statusReader()), { expected: open, final: true });
  const given = await queue.abandon();
  const lost = given.filter((result) => result.state === "lost").length;
  const words = [`${open.length - given.length} taken in`, `${lost} lost`, `${given.length - lost} never started`];
  return words.filter((word) => !word.startsWith("0 ")).join(", ");
}
