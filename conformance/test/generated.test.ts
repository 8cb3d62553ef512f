// What is generated is what its sources give: the case schema, the fixtures, the list of requirements.
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageDirectory } from "../src/data.js";

const script = (name: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(packageDirectory, "scripts", name), ...args], { encoding: "utf8" });

test("the schemas of cases and reports are what their types give", () => {
  expect(script("generate.mjs", "--check")).toMatchObject({ status: 0, stderr: "" });
});

test("every MUST of docs/protocol.md has a case that cites it, and requirements/1.0.json says which", () => {
  expect(script("requirements.mjs", "--check")).toMatchObject({ status: 0, stderr: "" });
});

test("fixtures and manifest are what the schemas and the script give, byte for byte", () => {
  const print = `import("${join(packageDirectory, "scripts", "fixtures.mjs")}").then(({ fixtureFiles }) => process.stdout.write(JSON.stringify([...fixtureFiles()].map(([path, bytes]) => [path, bytes.toString("base64")]))))`;
  const files = new Map<string, string>(
    JSON.parse(execFileSync(process.execPath, ["-e", print], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 })),
  );
  const there = readdirSync(join(packageDirectory, "fixtures"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(packageDirectory.length + 1));
  expect([...there, "manifest.json"].sort()).toEqual([...files.keys()].sort());
  for (const [path, content] of files)
    expect(readFileSync(join(packageDirectory, path)).toString("base64") === content, path).toBe(true);
});
