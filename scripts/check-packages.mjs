// Checks every published package as its users will get it: publint for the manifest, attw for the types.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./workspace.mjs";

const folders = ["protocol", "agent-sh", "agent-node", "host", "dashboard", "cli"]
  .map((name) => `packages/${name}`)
  .concat("conformance");

for (const folder of folders) {
  const cwd = join(root, folder);
  const { name } = JSON.parse(readFileSync(join(cwd, "package.json"), "utf8"));
  const commands = [
    ["publint", "--strict"],
    // The packages are ESM only: a CommonJS `require` of them is not offered, and a program to run has no types.
    [
      "attw",
      "--pack",
      ".",
      "--profile",
      "esm-only",
      "--quiet",
      "--exclude-entrypoints",
      "./para-agent.sh",
      "./para-report.sh",
      "./para-agent.cjs",
    ],
  ];
  for (const [command, ...args] of commands) {
    const { status, stdout } = spawnSync(command, args, {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (status !== 0) {
      process.stdout.write(`${name}: ${command} failed\n${stdout}\n`);
      process.exitCode = 1;
    }
  }
  process.stdout.write(`${name}: looked at\n`);
}
