// Keeps the registry true while somebody looks: anew at each event of the engine, and from time to time, since events get lost.
import { setTimeout as sleep } from "node:timers/promises";
import type { ContainerRegistry } from "@para-docker/protocol";
import type { Directory } from "./confined/index.js";
import { rootLabels } from "./container-spec.js";
import type { Engine } from "./engine/connect.js";
import { containerEvents } from "./engine/events.js";
import { isHostError } from "./errors.js";
import { refreshRegistry } from "./registry.js";

/** How often the registry is derived. */
export interface RegistryWatchOptions {
  /** Milliseconds between looks without an event. Default 10,000. */
  everyMs?: number;
  /** Milliseconds that events are gathered before a look. Default 100. */
  gatherMs?: number;
}

/** Longest pause before an engine that went away is asked again. */
const LONGEST_PAUSE_MS = 5_000;

/**
 * The registry as it is, then again at each change that the engine tells of and at each look that finds one. Without an engine: looks
 * alone. An engine that goes away leaves containers `unknown` until it is back.
 *
 * @throws HostError `write_failed`, `locked`.
 */
export async function* watchRegistry(
  root: Directory,
  engine: Engine | undefined,
  signal: AbortSignal,
  options: RegistryWatchOptions = {},
): AsyncGenerator<ContainerRegistry> {
  const everyMs = options.everyMs ?? 10_000;
  const gatherMs = options.gatherMs ?? 100;
  const bell = newBell();
  const ended = new AbortController();
  const stop = AbortSignal.any([signal, ended.signal]);
  if (engine !== undefined) void listen(engine, root, stop, bell.ring);
  try {
    for (let last = ""; !signal.aborted; ) {
      const registry = await refreshRegistry(root, engine);
      const now = JSON.stringify(registry.containers);
      if (now !== last) yield registry;
      last = now;
      await bell.wait(everyMs, stop);
      await pause(gatherMs, stop);
    }
  } finally {
    ended.abort();
  }
}

/** Rings at each event, until `signal`; comes back to an engine that went away, with growing pauses. */
async function listen(engine: Engine, root: Directory, signal: AbortSignal, ring: () => void): Promise<void> {
  for (let pauseMs = 100; !signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      for await (const _ of containerEvents(engine, rootLabels(root.path), signal)) {
        pauseMs = 100;
        ring();
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!isHostError(error)) throw error;
    }
    // What happened meanwhile was not told.
    ring();
    await pause(pauseMs, signal);
  }
}

interface Bell {
  ring(): void;
  /** Waits until it was rung, since the last wait at the earliest, at most `ms`. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

function newBell(): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    async wait(ms, signal) {
      if (!rung) {
        const woken = new AbortController();
        wake = () => woken.abort();
        await pause(ms, AbortSignal.any([signal, woken.signal]));
        wake = undefined;
      }
      rung = false;
    },
  };
}

/** Waits; an abort ends it early, and is no error. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
