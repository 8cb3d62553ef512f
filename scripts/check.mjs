// `pnpm check`: all that CI does. Lints, types, generated files, packages, then the tests, counted, with the skipped ones by name.
//
// usage: pnpm check [NAME…]     only the steps with these names
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./workspace.mjs";

const reports = join(root, "reports");

const shellAgent = "packages/agent-sh/dist/para-agent.sh";
const nodeAgent = "packages/agent-node/dist/para-agent.cjs";
const ajvValidator = "conformance/dist/adapters/protocol-validator.cjs";
const pythonAgent = "examples/agent-python/para_agent.py";
const goAgent = join(reports, "para-agent-go");

/**
 * Steps in their order: `argv` runs in `cwd`; `report` says how its tests are counted; `needs` is a program that a machine may lack; `installs`
 * where packages are fetched.
 */
const steps = [
  { name: "build", argv: ["turbo", "run", "build", "--output-logs=errors-only"] },
  { name: "lint", argv: ["biome", "check", "--error-on-warnings", "."] },
  { name: "lint-shell", argv: ["node", "scripts/lint-shell.mjs"] },
  { name: "lint-confined", argv: ["node", "packages/host/scripts/lint-confined.mjs"] },
  { name: "types", argv: ["turbo", "run", "typecheck", "--output-logs=errors-only"] },
  { name: "generated", argv: ["node", "scripts/check-generated.mjs"] },
  { name: "unused", argv: ["knip"] },
  { name: "packages", argv: ["node", "scripts/check-packages.mjs"], installs: true },
  { ...vitest("protocol", "packages/protocol"), installs: true },
  vitest("agent-node", "packages/agent-node"),
  { name: "test agent-sh", argv: ["pnpm", "--silent", "test"], cwd: "packages/agent-sh", report: "tap" },
  vitest("host", "packages/host"),
  vitest("dashboard", "packages/dashboard"),
  vitest("cli", "packages/cli"),
  { ...vitest("conformance", "conformance"), installs: true },
  tap("conformance of agent-sh", ["agent", "--", "sh", shellAgent]),
  tap("conformance of agent-node", ["agent", "--", "node", nodeAgent]),
  tap("conformance of the host", ["host", "--", "node", "conformance/adapters/para-host.mjs"]),
  tap("conformance of the ajv validators", ["validate", "--", "node", ajvValidator]),
  tap("conformance of the awk validators", ["validate", "--", "sh", shellAgent, "validate"]),
  { name: "torture of the agents", argv: ["node", "torture/src/torture.mjs", "agents", "--short"], report: "tap" },
  { ...tap("conformance of the Python example", ["agent", "--", "python3", pythonAgent]), needs: "python3" },
  { name: "build of the Go example", argv: ["go", "build", "-o", goAgent, "."], cwd: "examples/agent-go", needs: "go" },
  { ...tap("conformance of the Go example", ["agent", "--", goAgent]), needs: "go" },
];

function vitest(name, cwd) {
  const file = join(reports, `${name}.json`);
  const argv = ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return { name: `test ${name}`, argv, cwd, report: "vitest", file };
}

function tap(name, args) {
  return { name, argv: ["node", "conformance/dist/para-conformance.js", ...args], report: "tap" };
}

/** How long one step may take, in milliseconds: a step that hangs must be red, and say which it was, before CI's own limit ends all. */
const stepLimit = 15 * 60_000;

/** How long a step's processes may go on after it ended, in milliseconds. */
const leaveLimit = 5_000;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Processes that carry `mark` in their environment: whatever a step started and left, also in a session or group of its own. */
function processesOf(mark) {
  if (!existsSync("/proc/self/environ")) return [];
  return readdirSync("/proc").flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      if (!readFileSync(`/proc/${pid}/environ`, "latin1").includes(mark)) return [];
      return [{ pid: Number(pid), line: readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ").trim() }];
    } catch {
      return []; // it has ended, or is somebody else's
    }
  });
}

/** Ends what a step left behind, and says what it was; resolves to whether there was anything. */
async function endLeftovers(mark) {
  for (let waited = 0; processesOf(mark).length > 0 && waited < leaveLimit; waited += 100) await sleep(100);
  const left = processesOf(mark);
  for (const { pid, line } of left) {
    process.stdout.write(`left behind: ${pid} ${line.slice(0, 200)}\n`);
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // it has ended meanwhile
    }
  }
  return left.length > 0;
}

/** Runs one step, passing its output through; resolves to its exit code and standard output. */
function runStep(step, number) {
  return new Promise((resolve) => {
    const [command, ...args] = step.argv;
    const path = `${join(root, "node_modules", ".bin")}:${process.env.PATH}`;
    const mark = `PARA_CHECK_STEP=${process.pid}.${number}\0`;
    // With certificates of its own to read, each Node process takes three times as long to start, and the tests start thousands.
    const { NODE_EXTRA_CA_CERTS: _, ...others } = process.env;
    const child = spawn(command, args, {
      cwd: join(root, step.cwd ?? "."),
      env: {
        ...(step.installs ? process.env : others),
        PATH: path,
        TURBO_TELEMETRY_DISABLED: "1",
        FORCE_COLOR: "0",
        NO_COLOR: "1",
        PARA_CHECK_STEP: mark.slice(mark.indexOf("=") + 1, -1),
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    let ended;
    child.stdout.on("data", (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    const limit = setTimeout(() => {
      process.stdout.write(`\n${step.name} has not ended in ${stepLimit / 60_000} minutes; these run:\n`);
      for (const { pid, line } of processesOf(mark)) process.stdout.write(`  ${pid} ${line.slice(0, 200)}\n`);
      ended = "hung";
      child.kill("SIGKILL");
    }, stepLimit);
    child.on("error", (error) => {
      clearTimeout(limit);
      resolve({ code: 127, output: `${error.message}\n` });
    });
    // Not "close" alone: it never comes while something that the step left behind holds the pipe.
    child.on("exit", async (code, signal) => {
      clearTimeout(limit);
      const closed = once(child, "close");
      const left = await endLeftovers(mark);
      await Promise.race([closed, sleep(leaveLimit)]);
      child.stdout.destroy();
      resolve({ code: ended ?? (left ? "left processes behind" : (code ?? `signal ${signal}`)), output });
    });
  });
}

/** Counts a TAP stream: `ok`, `not ok`, `# skip`. */
function countTap(output) {
  const count = { passed: 0, failed: 0, skipped: [] };
  for (const line of output.split("\n")) {
    const match = /^(not )?ok \d+ ?-? ?(.*)$/.exec(line);
    if (!match) continue;
    const skip = /^(.*?) ?# skip ?(.*)$/i.exec(match[2]);
    if (skip) count.skipped.push(`${skip[1]} (${skip[2] || "no reason given"})`);
    else if (match[1]) count.failed += 1;
    else count.passed += 1;
  }
  return count;
}

/** Counts a vitest JSON report. */
function countVitest(file) {
  const count = { passed: 0, failed: 0, skipped: [] };
  if (!existsSync(file)) return { ...count, failed: 1 };
  const report = JSON.parse(readFileSync(file, "utf8"));
  for (const suite of report.testResults) {
    for (const test of suite.assertionResults) {
      if (test.status === "passed") count.passed += 1;
      else if (test.status === "failed") count.failed += 1;
      else count.skipped.push(test.fullName.trim());
    }
    if (suite.status === "failed" && suite.assertionResults.length === 0) count.failed += 1;
  }
  return count;
}

/** One line for all tests of a shell that is not here: there are hundreds. */
function inShort(skipped) {
  const lines = new Map();
  for (const name of skipped) {
    const shell = /^(.*: \S+\+\S+): .* (\(.*\))$/.exec(name);
    const line = shell === null ? name : `${shell[1]}: N tests ${shell[2]}`;
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  return [...lines].map(([line, count]) => line.replace(": N tests", `: ${count} tests`));
}

async function main(names) {
  const chosen = names.length > 0 ? steps.filter((step) => names.some((name) => step.name.includes(name))) : steps;
  if (chosen.length === 0) {
    process.stderr.write(
      `pnpm check: no step has such a name; there are: ${steps.map((step) => step.name).join(", ")}\n`,
    );
    return 2;
  }
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const total = { passed: 0, failed: 0, skipped: [] };
  const failedSteps = [];
  for (const [number, step] of chosen.entries()) {
    process.stdout.write(`\n── ${step.name}\n`);
    if (step.needs && spawnSync(step.needs, ["version"]).error) {
      total.skipped.push(`${step.name} (${step.needs} is not on this machine)`);
      continue;
    }
    const started = Date.now();
    const { code, output } = await runStep(step, number);
    const count = { vitest: () => countVitest(step.file), tap: () => countTap(output) }[step.report]?.();
    if (count) {
      total.passed += count.passed;
      total.failed += count.failed;
      total.skipped.push(...count.skipped.map((name) => `${step.name}: ${name}`));
      if (count.passed + count.failed + count.skipped.length === 0) failedSteps.push(`${step.name} (ran no test)`);
    }
    if (code !== 0) {
      failedSteps.push(`${step.name} (exit ${code})`);
      if (!count || count.failed === 0) total.failed += 1;
    }
    process.stdout.write(
      `── ${step.name}: ${code === 0 ? "ok" : `FAILED (${code})`}, ${((Date.now() - started) / 1000).toFixed(1)} s\n`,
    );
  }
  if (total.skipped.length > 0)
    process.stdout.write(`\nSkipped, because this machine lacks a part:\n  ${inShort(total.skipped).join("\n  ")}\n`);
  if (failedSteps.length > 0) process.stdout.write(`\nFailed: ${failedSteps.join(", ")}\n`);
  const summary = `${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`;
  writeFileSync(join(reports, "summary.txt"), `${summary}\n`);
  process.stdout.write(`\n${summary}\n`);
  return failedSteps.length > 0 || total.failed > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
