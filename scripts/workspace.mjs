// Sets the workspace up with nothing but Node and npm: the pinned pnpm, by npx, installs what the lockfile says.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const OLDEST_NODE = [20, 19];

/** Ends the program with one line on standard error. */
function fail(message, code = 1) {
  process.stderr.write(`para-docker: ${message}\n`);
  process.exit(code);
}

/** Runs a command in the workspace, its output going where ours goes; returns its exit code. */
export function run(command, args, options = {}) {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", ...options.env };
  const child = spawnSync(command, args, { cwd: root, stdio: options.stdio ?? "inherit", env });
  if (child.error) fail(`cannot run ${command}: ${child.error.message}`);
  return child.status ?? 1;
}

/** Runs the pinned pnpm, and through it any tool of the workspace. */
export function pnpm(args, options) {
  return run("npx", ["-y", manifest.packageManager, ...args], options);
}

/** Installs unless the installed packages are those of the lockfile already. */
function install() {
  const lockfile = readFileSync(join(root, "pnpm-lock.yaml"), "utf8");
  const marker = join(root, "node_modules", ".para-installed");
  if (existsSync(marker) && readFileSync(marker, "utf8") === lockfile) return;
  process.stdout.write("Installing packages …\n");
  const code = pnpm(["install", "--frozen-lockfile", "--reporter=append-only"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (code !== 0)
    fail("the packages could not be installed: is the package registry reachable? The lines above say more.");
  writeFileSync(marker, lockfile);
}

/** Builds every package; turbo skips what has not changed. */
function build() {
  process.stdout.write("Building …\n");
  const code = pnpm(["exec", "turbo", "run", "build", "--output-logs=errors-only", "--log-order=grouped"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (code !== 0) {
    pnpm(["exec", "turbo", "run", "build", "--output-logs=errors-only"]);
    fail("the build failed: the lines above say where.");
  }
}

/** Checks Node, installs, builds: after this every command of the workspace works. */
export function prepare() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    fail(`Node ${OLDEST_NODE.join(".")} or newer is needed, this is ${process.versions.node}.`, 2);
  }
  if (!statSync(join(root, "pnpm-lock.yaml"), { throwIfNoEntry: false }))
    fail("pnpm-lock.yaml is missing: is this a whole clone?");
  install();
  build();
}
