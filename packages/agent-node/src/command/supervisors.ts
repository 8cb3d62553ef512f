// The supervisors of an agent: how many are kept ready, and how they tell of the commands that end.
import { closeSync, constants, openSync } from "node:fs";
import { readPipe } from "../files/pipe-reader.js";
import type { FifoStore } from "./fifos.js";
import type { RecordStore } from "./record.js";
import { RELEASED } from "./request.js";
import { type OwnedSupervisor, type Supervisor, startSupervisor } from "./supervisor.js";

/** A pool of supervisors. */
export interface Supervisors {
  /** One that is free, started now if need be. Throws what the system said. */
  take(): Supervisor;
  /**
   * Gives one back when the agent has read its pipes. `isHeld` is asked when the supervisor has closed them: somebody else may have them
   * still. It is used again only where its command left nothing behind.
   */
  giveBack(supervisor: Supervisor, isHeld: () => boolean): void;
  /** Ends one that is in no state to be used again. */
  discard(supervisor: Supervisor): void;
  /** Makes one ready, for the first command to find it. */
  warm(): void;
  /** Ends those that have not been needed for a while, all but one. */
  trim(): void;
  /** Ends all that are free. */
  close(): void;
}

/** So long a supervisor may be idle before it is one too many. */
const IDLE_MS = 10_000;
/** Shells grow, a little with every command. */
const MOST_COMMANDS = 500;

interface Member {
  supervisor: OwnedSupervisor;
  commands: number;
  idleSince: number;
}

/** Opens the pool. Throws what the system said. */
export function openSupervisors(env: Record<string, string>, records: RecordStore, fifos: FifoStore): Supervisors {
  const members = new Map<string, Member>();
  const free: string[] = [];
  const noticePath = fifos.take();
  const notices = openSync(noticePath, constants.O_RDWR | constants.O_NOFOLLOW);
  const reader = readPipe(
    openSync(noticePath, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW),
    Buffer.allocUnsafeSlow(4096),
    onNotices,
  );
  fifos.discard(noticePath);
  let started = 0;
  let unread = "";

  /** Lines of a token and a status. A line is written at once, but the buffer may end within one. */
  function onNotices(bytes: Uint8Array): void {
    const lines = (unread + Buffer.from(bytes).toString("latin1")).split("\n");
    unread = lines.pop() ?? "";
    for (const line of lines) {
      const [token = "", status] = line.split(" ");
      const supervisor = members.get(token)?.supervisor;
      if (status === RELEASED) supervisor?.released();
      else supervisor?.ended(Number(status));
    }
  }

  const start = (): string => {
    const token = String(started++);
    const forget = () => {
      members.delete(token);
      const place = free.indexOf(token);
      if (place >= 0) free.splice(place, 1);
    };
    const supervisor = startSupervisor(token, { env, records, fifos, notices }, forget);
    members.set(token, { supervisor, commands: 0, idleSince: performance.now() });
    return token;
  };

  const retire = (token: string) => {
    const member = members.get(token);
    members.delete(token);
    member?.supervisor.dismiss();
  };

  return {
    take() {
      const member = members.get(free.pop() ?? start());
      if (member === undefined) throw new Error("no supervisor");
      return member.supervisor;
    },
    giveBack(supervisor, isHeld) {
      supervisor.release(() => {
        const held = isHeld();
        const member = members.get(supervisor.token);
        if (member === undefined) return;
        member.commands += 1;
        member.idleSince = performance.now();
        if (!held && member.supervisor.isAlone() && member.commands < MOST_COMMANDS) free.push(supervisor.token);
        else retire(supervisor.token);
      });
    },
    discard: ({ token }) => retire(token),
    warm() {
      if (members.size === 0) free.push(start());
    },
    trim() {
      const now = performance.now();
      // The one used last is taken first, so the first in the list has been idle longest.
      while (free.length > 1 && now - (members.get(free[0] ?? "")?.idleSince ?? 0) > IDLE_MS)
        retire(free.shift() ?? "");
    },
    close() {
      for (const token of free.splice(0)) retire(token);
      reader.destroy();
      closeSync(notices);
    },
  };
}
