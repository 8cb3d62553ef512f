// `pnpm bench NAME`: runs one benchmark and prints its table. Each compares us with what a user would take instead, in one run.
import { cpus } from "node:os";

const benchmarks = {
  validation: "parse and validate a status, against bare JSON.parse; first use in a fresh process",
  agents: "enqueue to result in real containers, against docker exec and a bare spawn; idle cost; throughput",
  cli: "whole processes: para-docker exec and --help, against docker exec and an empty Node",
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
