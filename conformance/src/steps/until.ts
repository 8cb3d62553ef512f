// Waits until something is so, until a deadline, or until the case is out of time.
import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../world.js";

const BETWEEN_LOOKS_MS = 12;

/** Calls `judge` again and again for `windowMs`, at least twice: at its beginning and after its end. Patience does not stretch a window. */
export async function throughout(world: World, windowMs: number, judge: () => Promise<void>): Promise<void> {
  const end = performance.now() + windowMs;
  for (;;) {
    world.signal.throwIfAborted();
    const last = performance.now() >= end;
    await judge();
    if (last) return;
    await sleep(BETWEEN_LOOKS_MS);
  }
}

/** A deadline of a case, in milliseconds, as it is waited for with the runner's patience. */
export function patiently(world: World, deadlineMs: number): number {
  return Math.round(deadlineMs * world.patience);
}

/** Calls `look` until it gives a value; undefined if none came within `deadlineMs` times the runner's patience. Looks once at least. */
export async function until<T>(
  world: World,
  deadlineMs: number,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const end = performance.now() + patiently(world, deadlineMs);
  for (;;) {
    world.signal.throwIfAborted();
    // A look that began after the deadline was waiting for the machine, not for the judged program.
    const last = performance.now() >= end;
    const found = await look();
    if (found !== undefined) return found;
    if (last || deadlineMs === 0) return undefined;
    await sleep(BETWEEN_LOOKS_MS);
  }
}
