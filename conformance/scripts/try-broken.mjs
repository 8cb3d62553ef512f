// The long run over the broken agents and hosts: each against the whole suite, its failures compared with the manifest.
// usage: node scripts/try-broken.mjs [NAME…]     after a build; about half a minute each
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageDirectory } from "./spec.mjs";

const manifest = JSON.parse(readFileSync(join(packageDirectory, "broken-agents", "manifest.json"), "utf8"));
const chosen = process.argv.slice(2);

for (const role of ["agent", "host"]) {
  for (const [name, { fails, others }] of Object.entries(manifest[role])) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const program = join(packageDirectory, "broken-agents", role, `${name}.mjs`);
    const argv = [join(packageDirectory, "dist", "para-conformance.js"), role, "--", process.execPath, program];
    const { stdout } = spawnSync(process.execPath, argv, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
    const failed = [...stdout.matchAll(/^not ok \d+ - (\S+)/gm)].map((match) => match[1]).sort();
    const missed = fails.filter((id) => !failed.includes(id));
    // A document half written is seen by whoever reads it at that moment.
    const extra = others === "by chance" ? [] : failed.filter((id) => !fails.includes(id));
    if (missed.length + extra.length > 0) process.exitCode = 1;
    const words = [...missed.map((id) => `passed ${id}`), ...extra.map((id) => `failed ${id} too`)];
    process.stdout.write(
      `${words.length === 0 ? "ok" : "not ok"} ${role} ${name}${words.map((word) => `\n    ${word}`).join("")}\n`,
    );
  }
}
