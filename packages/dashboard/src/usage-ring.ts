// An hour of one session's use of resources, in a ring that never grows.
import type { Usage } from "./wire.js";

/** Seconds of a step. */
export const STEP_SECONDS = 5;
/** Steps in the ring: one hour. */
export const STEPS = 720;
/** Steps without a measurement that the one before them stands for: agents measure every ten seconds, more or less. */
const HOLDS = 4;

const FIELDS = ["cpu", "memory", "received", "sent"] as const;

/** What was measured at one moment; what is absent was not. */
export type Sample = { [Field in (typeof FIELDS)[number]]?: number | undefined };

/** The ring. */
export interface UsageRing {
  /** Takes in a sample measured at `now`, milliseconds since 1970. Of several in one step the mean is kept. */
  add(now: number, sample: Sample): void;
  /** The last `steps` steps up to `now`, at most {@link STEPS}. */
  usage(now: number, steps?: number): Usage;
  /** Bytes that it takes, always. */
  readonly bytes: number;
}

/** An empty ring. */
export function usageRing(): UsageRing {
  const values = new Float32Array(STEPS * FIELDS.length).fill(Number.NaN);
  const counts = new Uint16Array(STEPS);
  /** Which step, counted since 1970, a slot holds. */
  const held = new Uint32Array(STEPS);
  const stepOf = (now: number) => Math.floor(now / (STEP_SECONDS * 1000));
  const at = (step: number, field: number) => (step % STEPS) * FIELDS.length + field;

  const read = (step: number, field: number): number | null => {
    for (let back = step; back >= step - HOLDS; back -= 1) {
      const value = held[back % STEPS] === back ? values[at(back, field)] : undefined;
      if (value !== undefined && !Number.isNaN(value)) return value;
    }
    return null;
  };

  return {
    add(now, sample) {
      const step = stepOf(now);
      const slot = step % STEPS;
      if (held[slot] !== step) {
        held[slot] = step;
        counts[slot] = 0;
        values.fill(Number.NaN, at(step, 0), at(step, 0) + FIELDS.length);
      }
      const count = Math.min(65_535, (counts[slot] ?? 0) + 1);
      counts[slot] = count;
      for (const [field, name] of FIELDS.entries()) {
        const value = sample[name];
        if (value === undefined || !Number.isFinite(value)) continue;
        const before = values[at(step, field)] ?? Number.NaN;
        values[at(step, field)] = Number.isNaN(before) ? value : before + (value - before) / count;
      }
    },
    usage(now, steps = STEPS) {
      const length = Math.min(steps, STEPS);
      const first = stepOf(now) - length + 1;
      const series = (field: number) => Array.from({ length }, (_, i) => rounded(read(first + i, field)));
      return {
        start: first * STEP_SECONDS,
        step: STEP_SECONDS,
        cpu: series(0),
        memory: series(1),
        received: series(2),
        sent: series(3),
      };
    },
    bytes: values.byteLength + counts.byteLength + held.byteLength,
  };
}

/** With enough digits for a plot. */
function rounded(value: number | null): number | null {
  if (value === null) return null;
  return value >= 1000 ? Math.round(value) : Math.round(value * 10) / 10;
}
