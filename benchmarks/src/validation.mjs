// `pnpm bench validation`: what parse and validation cost beyond JSON.parse (aim: at least half its rate), and at first use.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { parseStatus } from "@para-docker/protocol";
import { percentile, table } from "./measure.mjs";

const example = readFileSync(new URL("../../schemas/v1/examples/ContainerStatus/seed-status.json", import.meta.url));
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

/** Milliseconds of a whole process, median; the empty one, and one that validates once. */
function firstUse() {
  const protocol = new URL("../../packages/protocol/dist/index.js", import.meta.url).href;
  const file = new URL("../../schemas/v1/examples/ContainerStatus/seed-status.json", import.meta.url).pathname;
  const read = `const b=(await import("node:fs")).readFileSync(${JSON.stringify(file)});`;
  const programs = {
    "node, reading the file": `${read}`,
    "node, reading and validating it": `${read}const p=await import(${JSON.stringify(protocol)});if(!p.parseStatus(b).ok)process.exit(1)`,
  };
  const samples = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let i = -3; i < 40; i += 1) {
    for (const [name, program] of Object.entries(programs)) {
      const started = performance.now();
      const { status } = spawnSync(process.execPath, ["--input-type=module", "-e", program]);
      if (status !== 0) throw new Error(`${name} failed`);
      if (i >= 0) samples[name].push(performance.now() - started);
    }
  }
  const [empty = 0, validating = 0] = Object.values(samples).map((values) => percentile(values, 0.5));
  return [
    ...Object.entries(samples).map(([what, values]) => ({ what, "ms, p50": percentile(values, 0.5).toFixed(1) })),
    { what: "difference", "ms, p50": (validating - empty).toFixed(1) },
  ];
}

export function main() {
  process.stdout.write(`the seed's status example: ${example.length} bytes, ${gzipSync(example).length} gzip\n`);
  table(rates());
  table(firstUse());
}
