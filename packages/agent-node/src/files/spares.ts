// Empty files made in advance, off the way of a command: on some file systems making one costs more than starting a process.
import { close, closeSync, constants, mkdirSync, open, openSync, readdirSync, renameSync, unlinkSync } from "node:fs";
import { ignoring } from "../errno.js";
import { isAlive, startTimeOf } from "../processes/proc.js";

/** A file under a name of its own in the store. Whoever takes it renames it to where it belongs, and closes it. */
export interface Spare {
  /** Open for reading and appending. */
  fd: number;
  path: string;
}

export interface Spares {
  /** One that is ready, if there is. */
  take(): Spare | undefined;
  /**
   * An empty file at `path`, made now if none is ready; what lies there already is replaced. Returns its descriptor, for reading and
   * appending. Throws what the system said.
   */
  place(path: string): number;
  /** Removes those that are left. */
  close(): void;
}

const FLAGS = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
/** A command takes three at its start and two at its end. */
const WANTED = 8;
/** With fewer, more are made at once. */
const FEW = 3;
/** Work for the disk that has time waits for a pause in the work that has none. */
const PAUSE_MS = 20;

/** Opens the store in `directory`, which must lie in the file system of the files to come. Throws what the system said. */
export function openSpares(directory: string): Spares {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  removeLeftOvers(directory);
  const prefix = `${directory}/${process.pid}-${startTimeOf(process.pid)}-`;
  const ready: Spare[] = [];
  let made = 0;
  let making = false;
  let later: NodeJS.Timeout | undefined;
  let closed = false;

  const makeMore = () => {
    if (making || closed || ready.length >= WANTED) return;
    making = true;
    const path = prefix + made++;
    open(path, FLAGS, 0o666, (error, fd) => {
      making = false;
      // What the disk refuses now is asked for again when one is taken.
      if (error !== null) return;
      if (closed) discard({ fd, path });
      else ready.push({ fd, path });
      makeMore();
    });
  };
  makeMore();

  const makeMoreLater = () => {
    later ??= setTimeout(() => {
      later = undefined;
      makeMore();
    }, PAUSE_MS).unref();
  };

  const take = () => {
    const spare = ready.shift();
    if (ready.length < FEW) setImmediate(makeMore);
    else makeMoreLater();
    return spare;
  };

  return {
    take,
    place(path) {
      const spare = take();
      if (spare !== undefined) {
        try {
          renameSync(spare.path, path);
          return spare.fd;
        } catch {
          discard(spare);
        }
      }
      return openSync(path, FLAGS, 0o666);
    },
    close() {
      closed = true;
      clearTimeout(later);
      for (const spare of ready.splice(0)) discard(spare);
    },
  };
}

/** Removes a spare that nobody wants, wherever it stands. */
export function discard({ fd, path }: Spare): void {
  ignoring(() => unlinkSync(path));
  closeSync(fd);
}

/** Closes a file that may be the last of its name, which costs time where the system gives its blocks back, and holds up every sync meanwhile. */
export function closeLater(fd: number): void {
  setTimeout(() => close(fd, () => undefined), PAUSE_MS).unref();
}

function removeLeftOvers(directory: string): void {
  for (const name of readdirSync(directory)) {
    const [pid, startTime = ""] = name.split("-");
    if (!isAlive(Number(pid), startTime)) ignoring(() => unlinkSync(`${directory}/${name}`));
  }
}
