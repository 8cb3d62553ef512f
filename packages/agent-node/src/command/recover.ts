// Picks up a claimed command that has no result: an earlier life of the agent started it, or another agent has it
// (docs/protocol.md#restart).
import { closeSync, constants, openSync } from "node:fs";
import { ignoring } from "../errno.js";
import { isAlive } from "../processes/proc.js";
import { captureOutput, closeKept, type Output, type StreamName } from "./output.js";
import {
  type Identity,
  type RecordHeader,
  type RecordStore,
  type RunRecord,
  readRecord,
  writeOwner,
} from "./record.js";
import { SUPERVISOR_STDERR, SUPERVISOR_STDOUT } from "./request.js";
import { type Life, live, type RunContext, type Running } from "./running.js";

/**
 * What became of it. `running`: it is ours now, and ends by `onEnd`. `foreign`: another agent lives that has it. `nothing`: nobody has
 * written what it is; the one who claimed it is about to, or has died.
 */
export type Recovery = { kind: "running"; running: Running } | { kind: "foreign" } | { kind: "nothing" };

const LOOK_MS = 50;

/** Finds out, and takes the command over where its agent has died. Throws what the system said. */
export function recover(context: RunContext, records: RecordStore): Recovery {
  const found = records.find(context.id);
  if (found === undefined) return { kind: "nothing" };
  const { fd, path } = found;
  let ours = false;
  try {
    if (!becomeOwner(fd, context.owner)) return { kind: "foreign" };
    const record = readRecord(fd);
    const { header } = record;
    if (header === undefined) return { kind: "nothing" };
    ours = true;
    const life = live({
      context,
      header,
      record: fd,
      outputs: [
        reopen(context, "stdout", header, SUPERVISOR_STDOUT),
        reopen(context, "stderr", header, SUPERVISOR_STDERR),
      ],
      close(_wasStopped, isHeld) {
        isHeld();
        closeSync(fd);
        records.remove(path);
      },
    });
    // Its end may be told before this returns, and whoever asked must know it as running first.
    setImmediate(goOn, life, record, header.supervisor, fd);
    return { kind: "running", running: life };
  } finally {
    if (!ours) closeSync(fd);
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

function reopen(
  context: RunContext,
  name: StreamName,
  { supervisor, maxOutputBytes }: RecordHeader,
  end: number,
): Output {
  if (isAlive(supervisor.pid, supervisor.startTime)) {
    try {
      const pipe = openSync(`/proc/${supervisor.pid}/fd/${end}`, constants.O_RDONLY | constants.O_NONBLOCK);
      return captureOutput(context, name, pipe, maxOutputBytes, true);
    } catch {
      // It ends this very moment: what its pipe held is gone, what is in the file stays.
    }
  }
  return { finish: () => closeKept(context, name, maxOutputBytes), release: () => false };
}

/** It is not our child, so its end must be looked for. */
function goOn(life: Life, { stopping }: RunRecord, supervisor: Identity, fd: number): void {
  if (stopping !== undefined) life.stop(stopping);
  const look = () => {
    const isLiving = isAlive(supervisor.pid, supervisor.startTime);
    const { exitStatus } = readRecord(fd);
    if (isLiving && exitStatus === undefined) {
      setTimeout(look, LOOK_MS);
      return;
    }
    // A supervisor whose agent died waits with its pipes; we hold them now.
    if (isLiving) ignoring(() => process.kill(supervisor.pid, "SIGKILL"));
    if (exitStatus === undefined) life.lose();
    else life.supervisorEnded({ status: exitStatus });
  };
  look();
}
