// The private record of a running command, `.supervisor` in its claim: what its supervisor and the agents say to one another over
// the agent's death (docs/protocol.md#restart). Whoever writes appends whole lines; nobody ever changes one.
import { constants, openSync, readSync, writeSync } from "node:fs";

/** A process that cannot be mistaken for a later one with the same pid. */
export interface Identity {
  pid: number;
  startTime: string;
}

/** What the agent writes before it starts the command: all that a later life needs to go on with it. */
export interface RecordHeader {
  startedAt: string;
  timeoutSeconds?: number;
  graceSeconds: number;
  maxOutputBytes: number;
}

/** The states that a stop ends in. */
export type StopState = "timed_out" | "cancelled";

/** The record as it stands. */
export interface RunRecord {
  header?: RecordHeader;
  /** Agents that took the command over, in their order; the first that lives owns it. */
  owners: Identity[];
  /** The supervisor, which leads the command's process group. */
  supervisor?: Identity;
  /** A stop has begun, and this is what it ends in. */
  stopping?: StopState;
  /** Exit status as the supervising shell saw it. */
  exitStatus?: number;
  /** The shell said something of its own, as it does of a process that a signal has ended. */
  shellSpoke: boolean;
}

const NAME = ".supervisor";
const FLAGS = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
const MOST = 65_536;

/** Opens the record of the claim at `directory`; the supervisor gets the descriptor too. Throws what the system said. */
export function openRecord(directory: string): number {
  return openSync(`${directory}/${NAME}`, FLAGS, 0o600);
}

/** The first line. Throws what the system said. */
export function writeHeader(fd: number, header: RecordHeader, owner: Identity): void {
  append(fd, `command ${JSON.stringify(header)}\nowner ${owner.pid} ${owner.startTime}\n`);
}

export function writeOwner(fd: number, owner: Identity): void {
  append(fd, `owner ${owner.pid} ${owner.startTime}\n`);
}

export function writeSupervisor(fd: number, supervisor: Identity): void {
  append(fd, `supervisor ${supervisor.pid} ${supervisor.startTime}\n`);
}

export function writeStopping(fd: number, state: StopState): void {
  append(fd, `stopping ${state}\n`);
}

function append(fd: number, line: string): void {
  writeSync(fd, line);
}

/** Reads the record behind a descriptor. Throws what the system said. */
export function readRecord(fd: number): RunRecord {
  const buffer = Buffer.allocUnsafe(4096);
  let text = "";
  while (text.length < MOST) {
    const count = readSync(fd, buffer, 0, buffer.length, text.length);
    if (count === 0) break;
    text += buffer.toString("latin1", 0, count);
  }
  return parseRecord(text);
}

/** Reads the lines of a record; one that is not ended, or that nobody of ours wrote, says nothing but that the shell spoke. */
export function parseRecord(text: string): RunRecord {
  const record: RunRecord = { owners: [], shellSpoke: false };
  const lines = text.split("\n");
  lines.pop();
  for (const line of lines) {
    const [word, first, second] = line.split(" ");
    if (word === "command") setHeader(record, line.slice("command ".length));
    else if (word === "owner") record.owners.push({ pid: Number(first), startTime: second ?? "" });
    else if (word === "supervisor") record.supervisor = { pid: Number(first), startTime: second ?? "" };
    else if (word === "stopping" && (first === "timed_out" || first === "cancelled")) record.stopping ??= first;
    else if (/^[0-9]{1,5}$/.test(line)) record.exitStatus = Number(line);
    else record.shellSpoke = true;
  }
  return record;
}

function setHeader(record: RunRecord, json: string): void {
  try {
    record.header = JSON.parse(json) as RecordHeader;
  } catch {
    // Written in one piece by us; what is not JSON was not.
  }
}
