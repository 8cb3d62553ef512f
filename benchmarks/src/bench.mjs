// `pnpm bench NAME`: runs one benchmark and prints its table. Each compares us with what a user would take instead, in one run.
import { cpus } from "node:os";

const benchmarks = {
  validation: "parse and validate a status, against bare JSON.parse; first use in a fresh process",
  agents: "enqueue to result in real containers, against docker exec and a bare spawn; idle cost; throughput",
  host: "1,000 sessions watched, a storm, listing, durable enqueue, against the file operations they must do",
  cli: "whole processes: para-docker exec and --help, against docker exec and an empty Node; the monitor at 100 sessions",
  dashboard: "the page with 200 sessions: bytes to load, a change to paint, an hour of plots, the server's cost",
};

const [name, ...args] = process.argv.slice(2);
if (name === undefined || !(name in benchmarks)) {
  const list = Object.entries(benchmarks).map(([key, text]) => `  ${key.padEnd(12)}${text}`);
  process.stderr.write(`usage: pnpm bench NAME\n${list.join("\n")}\n`);
  process.exit(2);
}
process.stdout.write(`node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}\n`);
const { main } = await import(`./${name}.mjs`);
process.exitCode = (await main(args)) ?? 0;
