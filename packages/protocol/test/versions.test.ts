// Changesets, on a copy of the workspace's manifests: a note becomes a version and a line of the changelog.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

const root = path.resolve("../..");
const copy = mkdtempSync(path.join(tmpdir(), "para-versions-"));
afterAll(() => rmSync(copy, { recursive: true }));

function run(command: string, args: string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stdout}${stderr}`);
}

const manifest = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, "packages/protocol/package.json"), "utf8")) as { version: string };

test("`changeset version` gives the package its next version and tells its users why", () => {
  const packages = readdirSync(path.join(root, "packages")).map((name) => `packages/${name}/package.json`);
  const others = [
    ".changeset",
    "package.json",
    "pnpm-workspace.yaml",
    "conformance/package.json",
    "benchmarks/package.json",
  ];
  for (const file of [...packages, ...others].filter((file) => existsSync(path.join(root, file)))) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(copy, file), { recursive: true });
  }
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
  writeFileSync(path.join(copy, ".gitignore"), "node_modules\n");
  const note = "A note that only this test writes.";
  writeFileSync(path.join(copy, ".changeset/a-test.md"), `---\n"@para-docker/protocol": minor\n---\n\n${note}\n`);
  run("git", ["init", "-q", "-b", "main"]);
  run("git", ["add", "-A"]);
  run("git", ["-c", "user.name=test", "-c", "user.email=test@example.invalid", "commit", "-q", "-m", "copy"]);

  const before = manifest(copy).version;
  run(process.execPath, [path.join(root, "node_modules/@changesets/cli/bin.js"), "version"]);

  const [major, minor] = manifest(copy).version.split(".").map(Number);
  const [oldMajor, oldMinor] = before.split(".").map(Number);
  expect([major, minor]).not.toEqual([oldMajor, oldMinor]);
  expect(readFileSync(path.join(copy, "packages/protocol/CHANGELOG.md"), "utf8")).toContain(note);
  expect(existsSync(path.join(copy, ".changeset/a-test.md"))).toBe(false);
  expect(manifest(root).version).toBe(before);
});
