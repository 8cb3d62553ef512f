// Shows what was left behind below a state root, and removes it when told.
import { closeDirectory } from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import { isHostError } from "../errors.js";
import { refreshRegistry } from "../registry/registry.js";
import { openStateRoot, type StateRoot } from "../state-root.js";
import { findLeftovers, type Leftover } from "./leftovers.js";

/** One leftover, and what became of it. */
export interface CleanEntry extends Pick<Leftover, "kind" | "name" | "detail"> {
  /** `shown`: nothing was done. `kept`: not for a clean to remove. `failed`: `left` says why. */
  outcome: "shown" | "removed" | "kept" | "failed";
  left?: string[];
}

/** How to clean. */
export interface CleanOptions {
  /** Absent: containers are not looked for. */
  engine?: Engine | undefined;
  /** True: removes what is removable. Default: shows it. */
  remove?: boolean;
  /** Told how many leftovers are dealt with, of how many. */
  onProgress?: (done: number, total: number) => void;
}

/** `cleanStateRoot` of verbs.ts. */
export async function cleanStateRoot(stateRoot: StateRoot, options: CleanOptions = {}): Promise<CleanEntry[]> {
  const root = openStateRoot(stateRoot);
  try {
    const entries: CleanEntry[] = [];
    const leftovers = await findLeftovers(root, options.engine);
    for (const leftover of leftovers) {
      entries.push(await cleanOne(leftover, options.remove === true));
      options.onProgress?.(entries.length, leftovers.length);
    }
    if (options.remove === true) await refreshRegistry(root, options.engine);
    return entries;
  } finally {
    closeDirectory(root);
  }
}

async function cleanOne({ kind, name, detail, remove }: Leftover, told: boolean): Promise<CleanEntry> {
  if (!told) return { kind, name, detail, outcome: "shown" };
  if (remove === undefined) return { kind, name, detail, outcome: "kept" };
  try {
    const left = await remove();
    return left.length === 0
      ? { kind, name, detail, outcome: "removed" }
      : { kind, name, detail, outcome: "failed", left };
  } catch (error) {
    if (!isHostError(error)) throw error;
    return { kind, name, detail, outcome: "failed", left: [error.message] };
  }
}
