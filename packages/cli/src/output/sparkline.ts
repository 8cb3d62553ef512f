// A row of small bars: the last samples of something.

const BARS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** The last `columns` samples as bars, the newest at the right; full height is `full`, or the largest of them. */
export function sparkline(samples: number[], columns: number, full?: number): string {
  const shown = samples.slice(-columns);
  const top = Math.max(full ?? 0, ...shown, Number.MIN_VALUE);
  const bars = shown.map(
    (sample) => BARS[Math.min(BARS.length - 1, Math.floor((Math.max(0, sample) / top) * BARS.length))],
  );
  return bars.join("").padStart(columns);
}
