// Keeps the registry true while somebody looks: anew at each event of the engine, and from time to time, since events get lost.
import type { Directory } from "../confined/index.js";
import { containerEvents } from "../engine/events.js";
import { isHostError } from "../errors.js";
import { type Waker, waker } from "../reading/activity.js";
import { rootLabels } from "../runtime/container-spec.js";
import type { EngineSource } from "./engine-source.js";
import { type KnownMetadata, refreshRegistry } from "./registry.js";

/** Keeps the registry until it is closed. */
export interface RegistryKeeper {
  close(): Promise<void>;
}

/** Milliseconds between looks without an event. */
const EVERY_MS = 10_000;
/** Events are gathered for so long before a look … */
const GATHER_MS = 100;
/** … and looks lie so far apart: a container makes events as fast as it runs out of memory. */
const APART_MS = 1_000;
/** Pauses before an engine that went away is listened to again. */
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Keeps the registry of `root` true (docs/protocol.md#registry). Without an engine, and while it is away, containers are `unknown`. A
 * registry that cannot be written now (full disk, lock held) is written the next time: who watches sessions is not to fail for that.
 */
export function registryKeeper(root: Directory, source: EngineSource): RegistryKeeper {
  const ended = new AbortController();
  const bell = waker();
  const work = Promise.all([listen(root, source, bell, ended.signal), keep(root, source, bell, ended.signal)]);
  // What is no fault of disk or engine is thrown to who closes.
  work.catch(() => undefined);
  return {
    async close() {
      ended.abort();
      await work;
    },
  };
}

async function keep(root: Directory, source: EngineSource, bell: Waker, signal: AbortSignal): Promise<void> {
  const pause = waker();
  const known: KnownMetadata = new Map();
  while (!signal.aborted) {
    const began = performance.now();
    try {
      await refreshRegistry(root, await source.get(), known);
    } catch (error) {
      if (!isHostError(error)) throw error;
    }
    await bell.wait(EVERY_MS, signal);
    await pause.wait(Math.max(GATHER_MS, began + APART_MS - performance.now()), signal);
  }
}

/** Rings at each event that may change the registry; comes back to an engine that went away, with growing pauses. */
async function listen(root: Directory, source: EngineSource, bell: Waker, signal: AbortSignal): Promise<void> {
  const pause = waker();
  for (let pauseMs = SHORTEST_PAUSE_MS; !signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      const engine = await source.get();
      if (engine !== undefined) {
        for await (const { action } of containerEvents(engine, rootLabels(root.path), signal)) {
          pauseMs = SHORTEST_PAUSE_MS;
          if (!/^(exec_|health_status)/.test(action)) bell.wake();
        }
        // What happened meanwhile was not told.
        bell.wake();
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!isHostError(error)) throw error;
      bell.wake();
    }
    await pause.wait(pauseMs, signal);
  }
}
