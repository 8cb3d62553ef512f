// Derives everything generated again and fails on any difference; in CI also on any file that git does not know.
import { spawnSync } from "node:child_process";
import { root } from "./workspace.mjs";

const check = spawnSync("pnpm", ["--filter", "@para-docker/protocol", "run", "generate", "--check"], {
  cwd: root,
  stdio: "inherit",
});
const commands = spawnSync("node", ["scripts/generate-commands.mjs", "--check"], { cwd: root, stdio: "inherit" });
process.exitCode = (check.status ?? 1) || (commands.status ?? 1);

// Elsewhere a working tree with changes is an ordinary thing.
if (process.env.CI) {
  const { stdout } = spawnSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" });
  if (stdout) {
    process.stderr.write(`The build or the generator left files that git does not have:\n${stdout}`);
    process.exitCode = 1;
  }
}
