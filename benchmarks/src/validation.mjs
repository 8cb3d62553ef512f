// `pnpm bench validation`: what parse and validation cost beyond JSON.parse (aim: at least half its rate), and at first use.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseStatus } from "@para-docker/protocol";
import { percentile, table } from "./measure.mjs";

const example = readFileSync(new URL("../../schemas/v1/examples/ContainerStatus/seed.json", import.meta.url));
const text = example.toString();

/** Calls a second over about `milliseconds`. */
function rate(work, milliseconds) {
  const started = performance.now();
  let calls = 0;
  while (performance.now() - started < milliseconds) {
    for (let i = 0; i < 1000; i += 1) work();
    calls += 1000;
  }
  return (calls / (performance.now() - started)) * 1000;
}

function rates() {
  const contenders = {
    "JSON.parse of the text": () => JSON.parse(text),
    "JSON.parse after decoding the bytes": () => JSON.parse(example.toString()),
    "parseStatus of the bytes": () => parseStatus(example),
  };
  const samples = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < 12; round += 1) {
    for (const [name, work] of Object.entries(contenders)) {
      const value = rate(work, 150);
      if (round >= 2) samples[name].push(value);
    }
  }
  const base = percentile(samples["JSON.parse of the text"], 0.5);
  return Object.entries(samples).map(([name, values]) => {
    const value = percentile(values, 0.5);
    return {
      what: name,
      "documents/s": Math.round(value).toLocaleString("en"),
      "of JSON.parse": `${(value / base).toFixed(2)} ×`,
    };
  });
}

/** Milliseconds of a whole process, median: the empty one, and those that also load us and validate once. */
function firstUse() {
  const folder = mkdtempSync(join(tmpdir(), "para-bench-"));
  const file = new URL("../../schemas/v1/examples/ContainerStatus/seed.json", import.meta.url).pathname;
  const read = `import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path"; const bytes = readFileSync(${JSON.stringify(file)});`;
  const program = (entry) => {
    const url = new URL(`../../packages/protocol/dist/${entry}.js`, import.meta.url).href;
    return `import { parseStatus } from ${JSON.stringify(url)}; ${read} if (!parseStatus(bytes).ok) process.exit(1);`;
  };
  const programs = {
    "an empty program that reads the file": read,
    "@para-docker/protocol/status, one verdict": program("status"),
    "@para-docker/protocol, one verdict": program("index"),
  };
  const samples = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  try {
    for (const [at, text] of Object.values(programs).entries()) writeFileSync(join(folder, `${at}.mjs`), text);
    for (let i = -3; i < 60; i += 1) {
      for (const [at, name] of Object.keys(programs).entries()) {
        const started = performance.now();
        const { status } = spawnSync(process.execPath, [join(folder, `${at}.mjs`)]);
        if (status !== 0) throw new Error(`${name} failed`);
        if (i >= 0) samples[name].push(performance.now() - started);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const medians = Object.entries(samples).map(([what, values]) => [what, percentile(values, 0.5)]);
  const empty = medians[0][1];
  return medians.map(([what, p50]) => ({
    what,
    "ms, p50": p50.toFixed(1),
    "over the empty one": (p50 - empty).toFixed(1),
  }));
}

export function main() {
  process.stdout.write(`the seed's status example: ${example.length} bytes, ${gzipSync(example).length} gzip\n`);
  table(rates());
  table(firstUse());
}
