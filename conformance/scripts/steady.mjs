// Runs a whole suite again and again while the machine is kept busy, and names every check whose verdict is not the same each time.
//
// usage: node scripts/steady.mjs [--runs N] [--load N] ROLE [OPTION…] -- ARGV…     after a build
//
// --load: processes that do nothing but compute, beside the suite; 2 by default, 0 for none. 20 runs by default.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageDirectory } from "./spec.mjs";

const words = process.argv.slice(2);
const take = (name, otherwise) => {
  const at = words.indexOf(name);
  if (at === -1 || at > words.indexOf("--")) return otherwise;
  return Number(words.splice(at, 2)[1]);
};
const runs = take("--runs", 20);
const load = take("--load", 2);
if (!(runs >= 1 && load >= 0 && words.length >= 1)) {
  process.stderr.write("usage: node scripts/steady.mjs [--runs N] [--load N] ROLE [OPTION…] -- ARGV…\n");
  process.exit(2);
}

const program = join(packageDirectory, "dist", "para-conformance.js");
const directory = mkdtempSync(join(tmpdir(), "para-steady-"));
const burners = Array.from({ length: load }, () =>
  spawn(process.execPath, [
    "-e",
    "setInterval(() => process.ppid === +process.argv[1] || process.exit(), 1000); const burn = () => { for (const end = Date.now() + 50; Date.now() < end; ); setImmediate(burn); }; burn()",
    String(process.pid),
  ]),
);

/** One run: the results by id, each with its kind and reason. */
async function runOnce(index) {
  const report = join(directory, `${index}.json`);
  const split = words.indexOf("--");
  const args = [...words.slice(0, split), "--report", report, ...words.slice(split)];
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "ignore", "inherit"] });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code === 2) throw new Error("the suite is at fault, or was called wrongly");
  const { results, seconds, tally } = JSON.parse(readFileSync(report, "utf8"));
  process.stdout.write(`run ${index + 1}: ${seconds.toFixed(1)} s, ${tally.passed} passed of ${results.length}\n`);
  return new Map(results.map((result) => [result.id, result]));
}

try {
  const seen = [];
  for (let index = 0; index < runs; index += 1) seen.push(await runOnce(index));
  for (const id of seen[0].keys()) {
    const all = seen.map((run) => run.get(id));
    if (new Set(all.map(({ kind }) => kind)).size === 1) continue;
    process.exitCode = 1;
    const rare = all.filter(({ kind }) => kind !== "passed");
    process.stdout.write(`not steady: ${id} passed ${runs - rare.length} of ${runs}\n`);
    for (const { reason, evidence, step } of rare)
      process.stdout.write(
        `    ${reason}; step ${step?.number}; seen ${JSON.stringify(evidence ?? "").slice(0, 300)}\n`,
      );
  }
  if (process.exitCode === undefined)
    process.stdout.write(`steady: ${seen[0].size} verdicts, the same in ${runs} runs\n`);
} catch (error) {
  process.stderr.write(`steady: ${error.message}\n`);
  process.exitCode = 2;
} finally {
  for (const burner of burners) burner.kill("SIGKILL");
  rmSync(directory, { recursive: true });
}
