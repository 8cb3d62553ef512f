// Picks up a claimed command that has no result: an earlier life of the agent started it, or another agent has it
// (docs/protocol.md#restart).
import { closeSync, constants, openSync } from "node:fs";
import type { OutputInfo } from "@para-docker/protocol";
import { errnoOf, ignoring } from "../errno.js";
import { findProcesses, isAlive } from "../processes/proc.js";
import { captureOutput, closeKept, type Output, type StreamName } from "./output.js";
import { type Identity, type RunRecord, readRecord, writeOwner } from "./record.js";
import { type Life, live, type RunContext, type Running } from "./running.js";
import { SUPERVISOR_STDERR } from "./supervisor.js";

/**
 * What became of it. `running`: it is ours now, and ends by `onEnd`, perhaps at once. `foreign`: another agent lives that has it.
 * `nothing`: nobody has written what it is; the one who claimed it is about to, or has died.
 */
export type Recovery = { kind: "running"; running: Running } | { kind: "foreign" } | { kind: "nothing" };

const LOOK_MS = 50;

/** Finds out, and takes the command over where its agent has died. Throws what the system said. */
export function recover(context: RunContext): Recovery {
  const fd = openExisting(`${context.directory}/.supervisor`);
  if (fd === undefined) return { kind: "nothing" };
  let ours = false;
  try {
    if (!becomeOwner(fd, context.owner)) return { kind: "foreign" };
    const record = readRecord(fd);
    const { header } = record;
    if (header === undefined) return { kind: "nothing" };
    ours = true;
    const supervisor = livingSupervisor(record, context);
    const output = (name: StreamName, end: number) =>
      reopenOutput(context, name, header.maxOutputBytes, supervisor, end);
    const life = live({
      context,
      header,
      supervisor,
      record: fd,
      outputs: [output("stdout", 1), output("stderr", SUPERVISOR_STDERR)],
    });
    // Its end may be told before this returns, and whoever asked must know it as running first.
    setImmediate(() => goOn(life, record, supervisor, context));
    return { kind: "running", running: life };
  } finally {
    if (!ours) closeSync(fd);
  }
}

function openExisting(path: string): number | undefined {
  try {
    return openSync(path, constants.O_RDWR | constants.O_APPEND | constants.O_NOFOLLOW);
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Of all agents that have written their names the first that lives has the command, so that two never take it over. */
function becomeOwner(fd: number, self: Identity): boolean {
  const isSelf = (owner: Identity) => owner.pid === self.pid && owner.startTime === self.startTime;
  const firstLiving = () => readRecord(fd).owners.find((owner) => isSelf(owner) || isAlive(owner.pid, owner.startTime));
  if (firstLiving() === undefined) writeOwner(fd, self);
  const owner = firstLiving();
  return owner !== undefined && isSelf(owner);
}

/** The supervisor, also where the agent died before it could write down whom it had started. */
function livingSupervisor({ supervisor }: RunRecord, { marks }: RunContext): Identity | undefined {
  if (supervisor !== undefined) return isAlive(supervisor.pid, supervisor.startTime) ? supervisor : undefined;
  return findProcesses(marks).find(({ pid, session }) => pid === session);
}

function reopenOutput(
  context: RunContext,
  name: StreamName,
  limit: number,
  supervisor: Identity | undefined,
  end: number,
): Output {
  if (supervisor !== undefined) {
    try {
      const pipe = openSync(`/proc/${supervisor.pid}/fd/${end}`, constants.O_RDONLY | constants.O_NONBLOCK);
      return captureOutput(context, name, pipe, limit, true);
    } catch {
      // It has ended this very moment: what its pipe held is gone, what is in the file stays.
    }
  }
  return { finish: (): OutputInfo => closeKept(context.directory, name, limit) };
}

/** It is not our child, so its end must be looked for. */
function goOn(life: Life, { stopping }: RunRecord, supervisor: Identity | undefined, context: RunContext): void {
  if (supervisor === undefined) {
    if (stopping === undefined) life.supervisorEnded();
    else life.stop(stopping, 0);
    return;
  }
  if (stopping !== undefined) life.stop(stopping);
  const timer = setInterval(() => {
    const fd = openExisting(`${context.directory}/.supervisor`);
    const ended = fd === undefined || readRecord(fd).exitStatus !== undefined;
    if (fd !== undefined) closeSync(fd);
    if (!ended && isAlive(supervisor.pid, supervisor.startTime)) return;
    clearInterval(timer);
    // A supervisor whose agent died waits with its pipes; we hold them now.
    if (isAlive(supervisor.pid, supervisor.startTime)) ignoring(() => process.kill(supervisor.pid, "SIGKILL"));
    life.supervisorEnded();
  }, LOOK_MS);
}
