// The private record of a running command: what its supervisor and the agents say to one another over the agent's death
// (docs/protocol.md#restart). One file a supervisor; whoever writes appends whole lines, and nobody ever changes one.
import {
  closeSync,
  constants,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { ignoring } from "../errno.js";

/** A process that cannot be mistaken for a later one with the same pid. */
export interface Identity {
  pid: number;
  startTime: string;
}

/** What the agent writes before it starts the command: all that a later life needs to go on with it. Times are in seconds. */
export interface RecordHeader {
  id: string;
  startedAt: string;
  timeoutSeconds?: number;
  graceSeconds: number;
  maxOutputBytes: number;
  supervisor: Identity;
}

/** The states that a stop ends in. */
export type StopState = "timed_out" | "cancelled";

/** The record as it stands. */
export interface RunRecord {
  header?: RecordHeader;
  /** Agents that took the command over, in their order; the first that lives owns it. */
  owners: Identity[];
  /** The supervisor has made a process for the command. */
  started: boolean;
  /** A stop has begun, and this is what it ends in. */
  stopping?: StopState;
  /** Exit status as the supervising shell saw it. */
  exitStatus?: number;
  /** The shell said something of its own, as it does of a process that a signal has ended. */
  shellSpoke: boolean;
}

/** What the supervisor writes when it has made the process. */
export const STARTED = "started";

const MOST = 65_536;
const FLAGS = constants.O_RDWR | constants.O_APPEND | constants.O_NOFOLLOW;

/** The records of one status directory. */
export interface RecordStore {
  /** Makes an empty record. Throws what the system said. */
  create(): { fd: number; path: string };
  /** Opens the record of a command, if some agent has begun one. Throws what the system said. */
  find(id: string): { fd: number; path: string } | undefined;
  /** Removes records that tell of no command in `ids`, and of no living agent's. */
  clean(ids: (id: string) => boolean, isLiving: (owner: Identity) => boolean): void;
  remove(path: string): void;
}

/** Opens `directory`, making it where it is not there. Throws what the system said. */
export function openRecords(directory: string, owner: Identity): RecordStore {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  let made = 0;
  const paths = () => readdirSync(directory).map((name) => `${directory}/${name}`);
  const remove = (path: string) => ignoring(() => unlinkSync(path));

  const withRecord = <T>(path: string, look: (record: RunRecord, fd: number) => T): T | undefined => {
    let fd: number;
    try {
      fd = openSync(path, FLAGS);
    } catch {
      return undefined;
    }
    try {
      return look(readRecord(fd), fd);
    } finally {
      closeSync(fd);
    }
  };

  return {
    create() {
      const path = `${directory}/${owner.pid}-${owner.startTime}-${made++}`;
      return { fd: openSync(path, FLAGS | constants.O_CREAT, 0o600), path };
    },
    find(id) {
      const path = paths().find((candidate) => withRecord(candidate, ({ header }) => header?.id === id));
      return path === undefined ? undefined : { path, fd: openSync(path, FLAGS) };
    },
    clean(ids, isLiving) {
      for (const path of paths()) {
        const isNeeded = withRecord(
          path,
          ({ header, owners }) => [makerOf(path), ...owners].some(isLiving) || (header !== undefined && ids(header.id)),
        );
        if (isNeeded !== true) remove(path);
      }
    },
    remove,
  };
}

/** The agent that made a record. Its supervisor waits with an empty one: a living agent's is needed whatever it says. */
function makerOf(path: string): Identity {
  const [pid, startTime] = path.slice(path.lastIndexOf("/") + 1).split("-");
  return { pid: Number(pid), startTime: startTime ?? "" };
}

/** Begins the record anew with a command. Throws what the system said. */
export function writeHeader(fd: number, header: RecordHeader, owner: Identity): void {
  ftruncateSync(fd, 0);
  writeSync(fd, `command ${JSON.stringify(header)}\nowner ${owner.pid} ${owner.startTime}\n`);
}

/** Throws what the system said. */
export function writeOwner(fd: number, owner: Identity): void {
  writeSync(fd, `owner ${owner.pid} ${owner.startTime}\n`);
}

/** Throws what the system said. */
export function writeStopping(fd: number, state: StopState): void {
  writeSync(fd, `stopping ${state}\n`);
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
  const record: RunRecord = { owners: [], started: false, shellSpoke: false };
  const lines = text.split("\n");
  lines.pop();
  for (const line of lines) {
    const [word, first, second] = line.split(" ");
    if (word === "command") setHeader(record, line.slice("command ".length));
    else if (word === "owner") record.owners.push({ pid: Number(first), startTime: second ?? "" });
    else if (word === "stopping" && (first === "timed_out" || first === "cancelled")) record.stopping ??= first;
    else if (line === STARTED) record.started = true;
    else if (/^[0-9]{1,5}$/.test(line)) record.exitStatus = Number(line);
    else record.shellSpoke = true;
  }
  return record;
}

function setHeader(record: RunRecord, json: string): void {
  // Written in one piece by us; what is not JSON was not.
  ignoring(() => {
    record.header = JSON.parse(json) as RecordHeader;
  });
}
