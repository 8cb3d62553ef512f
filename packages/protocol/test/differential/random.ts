// Random choices that a seed repeats.

/** A source of random choices. */
export interface Random {
  /** An integer from 0 up to, not including, `below`. */
  int(below: number): number;
  /** Whether something of this probability happens. */
  chance(probability: number): boolean;
  /** One of `items`; throws where there are none. */
  pick<const T>(items: readonly T[]): T;
}

/** Choices that `seed` and `index` determine: each document of a run can be made again alone. */
export function randomFor(seed: number, index: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0) throw new Error("nothing to choose from");
      return items[int(items.length)] as (typeof items)[number];
    },
  };
}
