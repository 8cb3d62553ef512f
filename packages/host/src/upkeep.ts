// Upkeep of a state root for whoever holds it by its path: leftovers shown or removed, the registry kept true.
import type { ContainerRegistry } from "@para-docker/protocol";
import { closeDirectory } from "./confined/index.js";
import type { Engine } from "./engine/connect.js";
import { isHostError } from "./errors.js";
import { findLeftovers, type Leftover } from "./leftovers.js";
import { refreshRegistry } from "./registry.js";
import { type RegistryWatchOptions, watchRegistry } from "./registry-watch.js";
import { openStateRoot, type StateRoot } from "./state-root.js";

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
}

/**
 * Shows what crashed hosts and vanished containers left behind, and removes it when told. Sessions that ended are kept: `finish` archives
 * them.
 *
 * @throws HostError `no_state_root`, `no_engine`.
 */
export async function cleanStateRoot(stateRoot: StateRoot, options: CleanOptions = {}): Promise<CleanEntry[]> {
  const root = openStateRoot(stateRoot);
  try {
    const entries: CleanEntry[] = [];
    for (const leftover of await findLeftovers(root, options.engine))
      entries.push(await cleanOne(leftover, options.remove === true));
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

/**
 * Derives the registry of a state root anew and publishes it in `shared` (docs/protocol.md#registry).
 *
 * @throws HostError `no_state_root`, `write_failed`, `locked`.
 */
export async function updateRegistry(stateRoot: StateRoot, engine: Engine | undefined): Promise<ContainerRegistry> {
  const root = openStateRoot(stateRoot);
  try {
    return await refreshRegistry(root, engine);
  } finally {
    closeDirectory(root);
  }
}

/**
 * The registry of a state root as it is, then again at each change, until `signal` is aborted; each is published in `shared`
 * (docs/protocol.md#registry). Without an engine, containers are `unknown`.
 *
 * @throws HostError `no_state_root`, `write_failed`, `locked`.
 */
export async function* keepRegistry(
  stateRoot: StateRoot,
  engine: Engine | undefined,
  signal: AbortSignal,
  options: RegistryWatchOptions = {},
): AsyncGenerator<ContainerRegistry> {
  const root = openStateRoot(stateRoot);
  try {
    yield* watchRegistry(root, engine, signal, options);
  } finally {
    closeDirectory(root);
  }
}
