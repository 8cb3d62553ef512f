// The long run over the broken agents: each against the whole suite, its failures compared with the manifest.
// usage: node scripts/try-broken.mjs [NAME…]     after a build; about half a minute each
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageDirectory } from "./spec.mjs";

const { agent: agents } = JSON.parse(readFileSync(join(packageDirectory, "broken-agents", "manifest.json"), "utf8"));
const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(agents);

for (const name of chosen) {
  const program = join(packageDirectory, "broken-agents", "agent", `${name}.mjs`);
  const argv = [join(packageDirectory, "dist", "para-conformance.js"), "agent", "--", process.execPath, program];
  const { stdout } = spawnSync(process.execPath, argv, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const failed = [...stdout.matchAll(/^not ok \d+ - (\S+)/gm)].map((match) => match[1]).sort();
  const wanted = [...agents[name].fails].sort();
  const missed = wanted.filter((id) => !failed.includes(id));
  const extra = failed.filter((id) => !wanted.includes(id));
  if (missed.length + extra.length > 0) process.exitCode = 1;
  const words = [...missed.map((id) => `passed ${id}`), ...extra.map((id) => `failed ${id} too`)];
  process.stdout.write(
    `${words.length === 0 ? "ok" : "not ok"} ${name}${words.map((word) => `\n    ${word}`).join("")}\n`,
  );
}
