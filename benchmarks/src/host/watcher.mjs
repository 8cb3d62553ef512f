// The measured host of the benchmark, in a process of its own: watches all sessions and says what that cost.
//
// Told by JSON as its argument: `{ stateRoot, sessions, seconds, storm }`. Prints `ready` once it has seen every session, measures for
// `seconds`, then prints its figures as JSON.
import { watchSessions } from "@para-docker/host";
import { percentile } from "../measure.mjs";

const { stateRoot, sessions, seconds, storm } = JSON.parse(process.argv[2]);
const stop = new AbortController();
const seen = new Map();
const latencies = [];
const gaps = [];
let measuring = false;
let storms = 0;
let cpu;
let began;
let peak = 0;

function end() {
  const { user, system } = process.cpuUsage(cpu);
  const wall = performance.now() - began;
  for (const [name, at] of seen) if (name !== storm) gaps.push(performance.now() - at);
  process.stdout.write(
    JSON.stringify({
      cpuShare: (user + system) / 1000 / wall,
      memoryMiB: Math.max(peak, process.memoryUsage.rss()) / 2 ** 20,
      events: latencies.length,
      storms,
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
      stalest: Math.max(...gaps, 0),
    }),
  );
  stop.abort();
}

function begin() {
  process.stdout.write("ready\n");
  // What the first look cost is not what watching costs.
  setTimeout(() => {
    measuring = true;
    cpu = process.cpuUsage();
    began = performance.now();
    for (const name of seen.keys()) seen.set(name, began);
    setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 1_000).unref();
    setTimeout(end, seconds * 1_000);
  }, 1_500);
}

for await (const { name, view } of watchSessions(stateRoot, stop.signal, { engine: null })) {
  const now = performance.now();
  const last = seen.get(name);
  seen.set(name, now);
  if (last === undefined && seen.size === sessions) begin();
  const written = view?.status?.custom?.written_ns;
  if (!measuring || written === undefined) continue;
  if (name === storm) {
    storms += 1;
    continue;
  }
  gaps.push(now - last);
  latencies.push(Number(process.hrtime.bigint() - BigInt(written)) / 1e6);
}
