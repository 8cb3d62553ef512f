// Chance with a seed, so that a run can be had again as far as the machine's own timing lets it.

/** A source of chance (mulberry32). */
export function makeRandom(seed) {
  let state = seed >>> 0;
  /** From 0 up to, but not, 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    /** An integer from 0 up to, but not, `below`. */
    below: (below) => Math.floor(next() * below),
    pick: (list) => list[Math.floor(next() * list.length)],
    chance: (share) => next() < share,
    /** Another source, so that work done side by side does not share one. */
    fork: () => makeRandom(Math.floor(next() * 4294967296)),
  };
}
