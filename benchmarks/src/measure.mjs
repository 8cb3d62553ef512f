// Samples, percentiles, and the one way tables are printed.

/** The value below which `share` (0–1) of the samples lie. */
export function percentile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Milliseconds that `work` takes, `count` times one after the other, after `warmup` uncounted ones. */
export async function sample(work, count, warmup = 5) {
  const samples = [];
  for (let i = -warmup; i < count; i += 1) {
    const started = performance.now();
    await work(i);
    if (i >= 0) samples.push(performance.now() - started);
  }
  return samples;
}

/** Samples several contenders in turn, A B C A B C …, so that a drift of the machine meets all alike. */
export async function sampleInTurn(contenders, count, warmup = 3) {
  const samples = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let i = -warmup; i < count; i += 1) {
    for (const [name, work] of Object.entries(contenders)) {
      const started = performance.now();
      await work(i);
      if (i >= 0) samples[name].push(performance.now() - started);
    }
  }
  return samples;
}

/** Prints rows (objects with the same keys) as a Markdown table. */
export function table(rows) {
  const keys = Object.keys(rows[0] ?? {});
  const width = (key) => Math.max(key.length, ...rows.map((row) => String(row[key]).length));
  const line = (cells) => `| ${cells.map((cell, i) => String(cell).padEnd(width(keys[i]))).join(" | ")} |`;
  process.stdout.write(
    `\n${[line(keys), `|${keys.map((key) => "-".repeat(width(key) + 2)).join("|")}|`, ...rows.map((row) => line(keys.map((key) => row[key])))].join("\n")}\n`,
  );
}

/** A number of milliseconds for a table. */
export function ms(value) {
  return value < 10 ? value.toFixed(2) : value.toFixed(1);
}

/** Percentiles of milliseconds for a table. */
export function latency(samples) {
  return { p50: ms(percentile(samples, 0.5)), p90: ms(percentile(samples, 0.9)), p99: ms(percentile(samples, 0.99)) };
}
