// Commands that wait for their turn: by priority, then as they stand in the queue (docs/protocol.md#order).
import type { ExecCommand, Priority } from "@para-docker/protocol";

const ORDER: readonly Priority[] = ["high", "normal", "low"];

/** The waiting commands. */
export interface Waiting {
  readonly size: number;
  has(id: string): boolean;
  add(command: ExecCommand): void;
  /** Puts a command back to the front of its priority. */
  putBack(command: ExecCommand): void;
  /** Takes the one whose turn it is. */
  next(): ExecCommand | undefined;
  /** Takes this one. */
  take(id: string): ExecCommand | undefined;
  /** Takes those that were not started in time (docs/protocol.md#expired). */
  takeExpired(now: number): ExecCommand[];
  /** Takes all. */
  takeAll(): ExecCommand[];
}

export function createWaiting(): Waiting {
  const lanes = new Map<Priority, ExecCommand[]>(ORDER.map((priority) => [priority, []]));
  const ids = new Set<string>();

  const lane = (command: ExecCommand): ExecCommand[] => lanes.get(command.priority ?? "normal") ?? [];

  const takeWhere = (wanted: (command: ExecCommand) => boolean): ExecCommand[] => {
    const taken: ExecCommand[] = [];
    for (const [priority, commands] of lanes) {
      if (!commands.some(wanted)) continue;
      taken.push(...commands.filter(wanted));
      lanes.set(
        priority,
        commands.filter((command) => !wanted(command)),
      );
    }
    for (const { id } of taken) ids.delete(id);
    return taken;
  };

  return {
    get size() {
      return ids.size;
    },
    has: (id) => ids.has(id),
    add(command) {
      ids.add(command.id);
      lane(command).push(command);
    },
    putBack(command) {
      ids.add(command.id);
      lane(command).unshift(command);
    },
    next() {
      for (const commands of lanes.values()) {
        const command = commands.shift();
        if (command === undefined) continue;
        ids.delete(command.id);
        return command;
      }
      return undefined;
    },
    take: (id) => (ids.has(id) ? takeWhere((command) => command.id === id)[0] : undefined),
    takeExpired: (now) => takeWhere((command) => isExpired(command, now)),
    takeAll: () => takeWhere(() => true),
  };
}

/** Whether a command may no longer be started. `now` is in milliseconds since 1970. */
export function isExpired(command: { timestamp: string; queue_ttl_seconds?: number }, now: number): boolean {
  if (command.queue_ttl_seconds === undefined) return false;
  return Date.parse(command.timestamp) + command.queue_ttl_seconds * 1000 < now;
}
