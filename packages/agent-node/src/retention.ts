// Removes directories of commands whose results the host has, once there are too many or too much (docs/protocol.md#logs).
import { readdirSync, statSync } from "node:fs";
import type { Claims } from "./command/claims.js";
import type { Commands } from "./command/commands.js";
import { ignoring } from "./errno.js";

export interface RetentionLimits {
  maxCommands: number;
  maxBytes: number;
}

/** Beyond the limits by so many, what is too much goes even while commands wait. */
const MOST_BEYOND = 1000;

/**
 * Makes a function that removes what is beyond the limits, the oldest first and one at a time, for a disk may be slow at it; what the
 * queue still names stays. Commands that wait for their turn come first. Never throws.
 */
export function createRetention(commands: Commands, claims: Claims): (limits: RetentionLimits) => void {
  const sizes = new Map<string, number>();
  let removing = false;

  const excess = ({ maxCommands, maxBytes }: RetentionLimits): string[] => {
    const beyond: string[] = [];
    let count = 0;
    let bytes = 0;
    for (const id of commands.settled().reverse()) {
      let size = sizes.get(id);
      if (size === undefined) {
        size = sizeOf(claims.path(id));
        sizes.set(id, size);
      }
      count += 1;
      bytes += size;
      if ((count > maxCommands || bytes > maxBytes) && !commands.inQueue(id)) beyond.push(id);
    }
    return beyond;
  };

  const removeAll = (ids: string[]) => {
    const id = ids.pop();
    removing = id !== undefined;
    if (id === undefined) return;
    commands.forget(id);
    sizes.delete(id);
    claims.remove(id, () => removeAll(ids));
  };

  return (limits) => {
    if (removing || (commands.waiting > 0 && commands.settled().length < limits.maxCommands + MOST_BEYOND)) return;
    removeAll(excess(limits));
  };
}

function sizeOf(directory: string): number {
  let size = 0;
  ignoring(() => {
    for (const name of readdirSync(directory))
      size += statSync(`${directory}/${name}`, { throwIfNoEntry: false })?.size ?? 0;
  });
  return size;
}
