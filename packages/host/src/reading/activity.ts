// Notices that something happened in a directory, at once where watching works and by looking again where it does not.
//
// A container may make events faster than anybody can read them. Past a bound the watch is let go for a while and only the
// clock is left, so that one session's storm costs the others nothing (docs/protocol.md#polling).
import { closeDirectory, type Directory, type DirectoryWatch, type Found, watchDirectory } from "../confined/index.js";

/** Wakes one who waits. What came while nobody waited is not lost. */
export interface Waker {
  wake(): void;
  /** Resolves at the next {@link Waker.wake}, or after `ms` if given, or when `signal` is aborted; at once if a wake is pending. */
  wait(ms?: number, signal?: AbortSignal): Promise<void>;
}

/** A waker for one who waits at a time. */
export function waker(): Waker {
  let pending = false;
  let release: (() => void) | undefined;
  return {
    wake() {
      pending = true;
      release?.();
    },
    async wait(ms, signal) {
      if (!pending && signal?.aborted !== true) {
        await new Promise<void>((resolve) => {
          const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
          release = () => {
            clearTimeout(timer);
            resolve();
          };
          signal?.addEventListener("abort", release, { once: true });
        });
        if (release !== undefined) signal?.removeEventListener("abort", release);
        release = undefined;
      }
      pending = false;
    },
  };
}

/** Does what it is given, each once however often it is given before it is done. */
export type Gatherer = (act: () => void) => void;

/**
 * A gatherer that acts at once on `few` of what comes within `ms`, and on all the rest together at the end of that time: one after the
 * other they cost a processor much less than one at a time.
 */
export function gatherer(ms: number, few: number): Gatherer {
  let waiting = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  let windowStart = Number.NEGATIVE_INFINITY;
  let count = 0;
  const actNow = () => {
    const all = waiting;
    waiting = new Set();
    timer = undefined;
    windowStart = performance.now();
    // While many come, none is alone.
    count = all.size;
    for (const act of all) act();
  };
  return (act) => {
    const now = performance.now();
    if (now - windowStart > ms) {
      windowStart = now;
      count = 0;
    }
    count += 1;
    if (timer === undefined && count <= few) return act();
    waiting.add(act);
    timer ??= setTimeout(actNow, windowStart + ms - now);
  };
}

/** What happens in one directory. */
export interface Activity {
  /** Puts the watch in place if it can be had. Whether one is in place. */
  ensure(): boolean;
  /** Whether anything happened since this was last asked; the first time, and whenever a watch was put in place, it may have. */
  take(): boolean;
  close(): void;
}

/** Events in this time … */
const WINDOW_MS = 100;
/** … beyond which the watch is let go … */
const STORM_EVENTS = 200;
/** … for so long. */
const CALM_MS = 1_000;

/**
 * The activity in the directory that `open` finds, which may not be there yet. Only names that `wanted` takes count; `happened` is called
 * with each, and with an empty one where it may have been any.
 */
export function directoryActivity(
  open: () => Found<Directory>,
  wanted: (name: string) => boolean,
  happened: (name: string) => void,
): Activity {
  let watch: DirectoryWatch | undefined;
  let fresh = true;
  let closed = false;
  let calmUntil = 0;
  let windowStart = 0;
  let events = 0;

  const notice = (name: string) => {
    const now = performance.now();
    if (now - windowStart > WINDOW_MS) {
      windowStart = now;
      events = 0;
    }
    events += 1;
    if (events > STORM_EVENTS) {
      calmUntil = now + CALM_MS;
      watch?.close();
      watch = undefined;
    }
    // Without a name it may have been any.
    if (name !== "" && !wanted(name)) return;
    fresh = true;
    happened(name);
  };

  return {
    ensure() {
      if (watch !== undefined || closed || performance.now() < calmUntil) return watch !== undefined;
      const directory = open();
      if (!directory.ok) return false;
      watch = watchDirectory(directory.value, notice, () => {
        watch = undefined;
      });
      closeDirectory(directory.value);
      fresh = true;
      return watch !== undefined;
    },
    take() {
      const was = fresh;
      fresh = false;
      return was;
    },
    close() {
      closed = true;
      watch?.close();
      watch = undefined;
    },
  };
}

/** Lets through a few calls at once and then so many a second: what bounds the reads that a container can cause. */
export interface Limiter {
  /** Takes a call and gives 0, or gives the milliseconds until one can be taken. */
  take(): number;
}

/** A limiter of `perSecond` calls, `burst` of them at once after a pause. */
export function limiter(perSecond: number, burst: number): Limiter {
  let tokens = burst;
  let last = performance.now();
  return {
    take() {
      const now = performance.now();
      tokens = Math.min(burst, tokens + ((now - last) * perSecond) / 1_000);
      last = now;
      if (tokens < 1) return Math.ceil(((1 - tokens) * 1_000) / perSecond);
      tokens -= 1;
      return 0;
    },
  };
}
