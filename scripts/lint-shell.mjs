// Runs shellcheck over every shell file of the project, as POSIX sh; says so where shellcheck is not there.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./workspace.mjs";

const SKIPPED = new Set(["node_modules", ".git", "dist", "fixtures", "reports", ".turbo", ".para"]);

function* shellFiles(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) yield* shellFiles(path);
    else if (entry.isFile() && entry.name.endsWith(".sh")) yield path;
  }
}

if (spawnSync("shellcheck", ["--version"]).error) {
  process.stdout.write("shellcheck is not on this machine: shell files are not linted here\n");
} else {
  const files = [...shellFiles(root), join(root, ".ci", "run"), join(root, "packages/agent-sh/dist/para-agent.sh")];
  const { status } = spawnSync("shellcheck", ["-s", "sh", ...files], { stdio: "inherit" });
  process.exitCode = status ?? 1;
}
