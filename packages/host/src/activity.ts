// Notices that something happened in a directory, at once where watching works and by looking again where it does not.
//
// A container may make events faster than anybody can read them. Past a bound the watch is let go for a while and only the
// clock is left, so that one session's storm costs the others nothing (docs/protocol.md#polling).
import { closeDirectory, type Directory, type DirectoryWatch, type Found, watchDirectory } from "./confined/index.js";

/** What happens in one directory, as far as a caller wants to know. */
export interface Activity {
  /** Resolves when an event came since the last call returned, after `ms` in any case, at once where `signal` is aborted. */
  next(ms: number, signal?: AbortSignal): Promise<void>;
  /** True once for each event or batch of events since it was last asked. */
  take(): boolean;
  /** Whether events come: a watch is in place. */
  watching(): boolean;
  close(): void;
}

/** Events in this time … */
const WINDOW_MS = 100;
/** … beyond which the watch is let go … */
const STORM_EVENTS = 200;
/** … for so long. */
const CALM_MS = 1_000;

/**
 * The activity of the directory that `open` finds, which may not be there yet. Only names that `wanted` takes count; an empty name
 * stands for any.
 */
export function directoryActivity(open: () => Found<Directory>, wanted: (name: string) => boolean): Activity {
  let watch: DirectoryWatch | undefined;
  let wake: (() => void) | undefined;
  let pending = false;
  let closed = false;
  let calmUntil = 0;
  let windowStart = 0;
  let events = 0;

  const unwatch = () => {
    watch?.close();
    watch = undefined;
  };
  const notice = (name: string) => {
    const now = performance.now();
    if (now - windowStart > WINDOW_MS) {
      windowStart = now;
      events = 0;
    }
    events += 1;
    if (events > STORM_EVENTS) {
      calmUntil = now + CALM_MS;
      unwatch();
    }
    if (name !== "" && !wanted(name)) return;
    pending = true;
    wake?.();
  };
  const ensure = () => {
    if (closed || watch !== undefined || performance.now() < calmUntil) return;
    const directory = open();
    if (!directory.ok) return;
    watch = watchDirectory(directory.value, notice, () => {
      watch = undefined;
    });
    closeDirectory(directory.value);
    // What happened before the watch was in place is looked for as well.
    pending = true;
  };

  return {
    async next(ms, signal) {
      ensure();
      if (!pending && !closed && signal?.aborted !== true) {
        await new Promise<void>((resolve) => {
          const done = () => {
            clearTimeout(timer);
            signal?.removeEventListener("abort", done);
            wake = undefined;
            resolve();
          };
          const timer = setTimeout(done, ms);
          signal?.addEventListener("abort", done, { once: true });
          wake = done;
        });
      }
      pending = false;
    },
    take() {
      ensure();
      const was = pending;
      pending = false;
      return was;
    },
    watching: () => watch !== undefined,
    close() {
      closed = true;
      unwatch();
      wake?.();
    },
  };
}

/** Lets through a few calls at once and then so many a second: what bounds the reads that a container can cause. */
export interface Limiter {
  /** Milliseconds until the next call may be made; 0 takes one. */
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
