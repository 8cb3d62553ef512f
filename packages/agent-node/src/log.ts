// `logs/agent.jsonl`: what the agent did and noticed, one record a line, rotated (docs/protocol.md#logs).
import { closeSync, constants, fstatSync, openSync, renameSync, statSync } from "node:fs";
import { LIMITS, type LogLevel, type LogRecord } from "@para-docker/protocol";
import { ignoring } from "./errno.js";
import { writeWhole } from "./files/replace-file.js";

/** At this size, in bytes, the file is renamed and begun anew. */
export const ROTATE_AT = 4 * 1024 * 1024;

/** What a record may say beside its event: never a command line, an argument, a variable's value or output. */
export type LogDetails = Partial<Pick<LogRecord, "command_id" | "code" | "message">>;

/** The agent's log. No function throws: a full disk costs records, never the agent. */
export interface Log {
  write(level: LogLevel, event: string, details?: LogDetails): void;
  /** Writes what is still held back; called soon anyway. */
  flush(): void;
  close(): void;
}

/** Records are held back so long, off the way of a command. */
const HOLD_MS = 2;

const FLAGS = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Opens the log in `directory`, which must be there. */
export function openLog(directory: string): Log {
  const path = `${directory}/agent.jsonl`;
  let fd: number | undefined;
  let size = 0;
  let held: string[] = [];
  let timer: NodeJS.Timeout | undefined;

  const open = () => {
    fd = openSync(path, FLAGS, 0o666);
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw new Error("not a regular file");
    size = stats.size;
  };

  const close = () => {
    if (fd !== undefined) closeSync(fd);
    fd = undefined;
  };

  /** Whoever removed or rotated the file, another agent perhaps: the next record goes where readers look. */
  const follow = () => {
    if (fd === undefined) return;
    const there = statSync(path, { throwIfNoEntry: false });
    if (there === undefined || there.ino !== fstatSync(fd).ino) close();
  };

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (held.length === 0) return;
    const bytes = Buffer.from(held.join(""));
    held = [];
    ignoring(() => {
      follow();
      if (fd === undefined) open();
      if (size >= ROTATE_AT) {
        renameSync(path, `${path}.1`);
        close();
        open();
      }
      if (fd !== undefined) writeWhole(fd, bytes);
      size += bytes.length;
    });
  };

  return {
    write(level, event, details = {}) {
      const record: LogRecord = { timestamp: new Date().toISOString(), level, event, ...details };
      const line = JSON.stringify(record);
      if (Buffer.byteLength(line) > LIMITS.bytes["log-record"]) return;
      held.push(`${line}\n`);
      timer ??= setTimeout(flush, HOLD_MS);
    },
    flush,
    close() {
      flush();
      close();
    },
  };
}
