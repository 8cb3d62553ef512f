// Samples, percentiles, and the one way tables are printed.
import { fork } from "node:child_process";

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

/**
 * Samples several contenders in turn, A B C A B C …, so that a drift of the machine meets all alike. `pauseMs` before each lets what
 * the one before it left to do come to rest: none pays for another. A contender that gives a number has timed itself.
 */
export async function sampleInTurn(contenders, count, { warmup = 3, pauseMs = 0 } = {}) {
  const samples = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let i = -warmup; i < count; i += 1) {
    for (const [name, work] of Object.entries(contenders)) {
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      const started = performance.now();
      const own = await work(i);
      if (i >= 0) samples[name].push(own ?? performance.now() - started);
    }
  }
  return samples;
}

/**
 * Times whole processes that a small process starts. `time(argv, { count, lanes })` gives the milliseconds until `count` of them have
 * ended, `lanes` at a time; one, if nothing is said. Close it when done.
 */
export function processTimer() {
  const spawner = fork(new URL("spawner.mjs", import.meta.url));
  return {
    time: (argv, { count = 1, lanes = 1 } = {}) =>
      new Promise((resolve, reject) => {
        spawner.once("message", ({ milliseconds, error }) =>
          error === undefined ? resolve(milliseconds) : reject(new Error(error)),
        );
        spawner.send({ argv, count, lanes });
      }),
    close: () => spawner.disconnect(),
  };
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
