// How fast something gets on, and how long it will take: from the latest of what was seen of it.

/** Samples are that far apart at least, and no older than this unless there are few. */
const STEP_MS = 500;
const WINDOW_MS = 30_000;
const FEW = 4;
/** Less than this tells no rate. */
const LEAST_MS = 1_000;

/** Measures one piece of work. Moments are in milliseconds of any clock that only grows. */
export interface Meter {
  /** `done` of `total` are done at `now`. Less than before, or another total, is another piece of work. */
  see(done: number, total: number, now: number): void;
  /** How many a second; nothing where it cannot be told yet, or nothing moves. */
  rate(now: number): number | undefined;
  /** Milliseconds until all are done, at that rate; nothing where there is none. */
  left(now: number): number | undefined;
}

/** A meter that has seen nothing. */
export function createMeter(): Meter {
  let samples: { done: number; at: number }[] = [];
  let total = 0;
  const meter: Meter = {
    see(done, ofTotal, now) {
      const last = samples.at(-1);
      if (ofTotal !== total || (last !== undefined && done < last.done)) samples = [];
      total = ofTotal;
      const before = samples.at(-2);
      // The latest is always kept; those before it are thinned out.
      if (before !== undefined && last !== undefined && last.at - before.at < STEP_MS) samples.pop();
      samples.push({ done, at: now });
      while (samples.length > FEW && now - (samples[0]?.at ?? now) > WINDOW_MS) samples.shift();
    },
    rate(now) {
      const first = samples[0];
      const last = samples.at(-1);
      if (first === undefined || last === undefined || now - first.at < LEAST_MS || last.done <= first.done)
        return undefined;
      return ((last.done - first.done) * 1000) / (now - first.at);
    },
    left(now) {
      const rate = meter.rate(now);
      const last = samples.at(-1);
      if (rate === undefined || last === undefined) return undefined;
      return Math.max(0, ((total - last.done) / rate) * 1000 - (now - last.at));
    },
  };
  return meter;
}
