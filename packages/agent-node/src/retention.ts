// Removes directories of commands whose results the host has, once there are too many or too much (docs/protocol.md#logs).
import { readdirSync, statSync } from "node:fs";
import type { Claims } from "./command/claims.js";
import type { Commands } from "./command/commands.js";
import { ignoring } from "./errno.js";

export interface RetentionLimits {
  maxCommands: number;
  maxBytes: number;
}

/** Makes a function that removes what is beyond the limits, the oldest first; what the queue still names stays. Never throws. */
export function createRetention(commands: Commands, claims: Claims): (limits: RetentionLimits) => void {
  const sizes = new Map<string, number>();

  return ({ maxCommands, maxBytes }) => {
    const settled = commands.settled();
    let count = 0;
    let bytes = 0;
    for (const id of settled.reverse()) {
      let size = sizes.get(id);
      if (size === undefined) {
        size = sizeOf(claims.path(id));
        sizes.set(id, size);
      }
      count += 1;
      bytes += size;
      if ((count <= maxCommands && bytes <= maxBytes) || commands.inQueue(id)) continue;
      claims.remove(id);
      commands.forget(id);
      sizes.delete(id);
    }
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
