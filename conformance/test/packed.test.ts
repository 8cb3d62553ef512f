// The package as its users get it: packed, installed by npm into an empty project, and every role judged from there.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadFixtures } from "../src/commands/validate.js";
import { packageDirectory } from "../src/data.js";
import { loadCases } from "../src/load-cases.js";
import { ownProgram } from "./support.js";

const scratch = mkdtempSync(join(tmpdir(), "para-packed-"));
const project = join(scratch, "project");
afterAll(() => rmSync(scratch, { recursive: true }));

function run(command: string, args: string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  return { status, stdout, stderr };
}

function mustRun(command: string, args: string[], cwd: string): void {
  const { status, stdout, stderr } = run(command, args, cwd);
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stdout}${stderr}`);
}

/** The folder of a package, as `from` would find it. */
function folderOf(name: string, from: string): string {
  let folder = dirname(createRequire(join(from, "x.js")).resolve(name));
  while (!readdirSync(folder).includes("package.json") || nameOf(folder) !== name) folder = dirname(folder);
  return realpathSync(folder);
}

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const nameOf = (folder: string): string => manifestOf(folder).name;

/** Every package that the one in `folder` needs, and those need. */
function needs(folder: string, found = new Map<string, string>()): Map<string, string> {
  for (const name of Object.keys(manifestOf(folder).dependencies ?? {})) {
    if (found.has(name)) continue;
    found.set(name, folderOf(name, folder));
    needs(found.get(name) ?? "", found);
  }
  return found;
}

beforeAll(() => {
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "empty", private: true }));
  mustRun("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", scratch], packageDirectory);
  // Its dependencies as tarballs too, so that no registry is asked.
  for (const [name, folder] of needs(packageDirectory)) {
    const copy = join(scratch, name.replace("/", "-"));
    cpSync(folder, join(copy, "package"), { recursive: true });
    mustRun("tar", ["-czf", `${copy}.tgz`, "package"], copy);
  }
  const tarballs = readdirSync(scratch)
    .filter((name) => name.endsWith(".tgz"))
    .map((name) => join(scratch, name));
  mustRun("npm", ["install", "--offline", "--no-audit", "--no-fund", "--silent", ...tarballs], project);
}, 120_000);

const conformance = (...args: string[]) => run(join("node_modules", ".bin", "para-conformance"), args, project);

test("it has every case and every fixture", () => {
  const count = (role: string) => conformance(role, "--list").stdout.trim().split("\n").length;
  expect(count("agent") + count("host")).toBe(loadCases(undefined).length);
  expect(count("validate")).toBe(loadFixtures().length);
  const installed = join(project, "node_modules", "@para-docker", "conformance");
  for (const name of ["requirements/1.0.json", "IMPLEMENTING.md", "dist/schemas/conformance-case.schema.json"])
    expect(readFileSync(join(installed, name)).length).toBeGreaterThan(100);
});

test("it judges an agent, and asks it the first questions", { timeout: 120_000 }, () => {
  const plain = ["--patience", "3", "--", ...ownProgram("broken-agents", "plain.mjs")];
  expect(conformance("smoke", "agent", ...plain).status).toBe(0);
  const good = conformance("agent", "--filter", "agent/cancel/cancel-of", ...plain);
  expect(good.status, good.stdout + good.stderr).toBe(0);
  const broken = ownProgram("broken-agents", "agent", "adds-a-line-end.mjs");
  expect(conformance("agent", "--filter", "agent/exec/stdin-", "--", ...broken).status).toBe(1);
});

test("it judges a host", { timeout: 120_000 }, () => {
  const plain = ownProgram("broken-agents", "plain-host.mjs");
  const { status, stdout } = conformance("host", "--filter", "host/list/", "--patience", "3", "--", ...plain);
  expect(status, stdout).toBe(0);
});

test("it judges a validator, and writes the reports", { timeout: 120_000 }, () => {
  const plain = ownProgram("broken-agents", "plain-validator.mjs");
  const reports = ["--report", "r.json", "--junit", "r.xml", "--html", "r.html", "--badge", "r.svg"];
  const { status, stdout } = conformance("validate", "--filter", "validate/metrics/valid", ...reports, "--", ...plain);
  expect(status, stdout).toBe(0);
  expect(JSON.parse(readFileSync(join(project, "r.json"), "utf8"))).toMatchObject({ exit_code: 0, role: "validate" });
  expect(readdirSync(project)).toEqual(expect.arrayContaining(["r.xml", "r.html", "r.svg"]));
});
