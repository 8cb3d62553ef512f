// Looks at files: what is seen, and what holds.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lookAt } from "./look.js";

let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "para-look-"));
  writeFileSync(join(directory, "a.json"), '{"a":{"b/c":[1,2]}}');
  writeFileSync(join(directory, "lines.jsonl"), '{"n":1}\n{"n":2}\n');
  writeFileSync(join(directory, "bytes"), Buffer.from([0, 255]));
  writeFileSync(join(directory, "torn.json"), '{"a":');
  writeFileSync(join(directory, "status.json"), '{"timestamp":"2024-02-30T00:00:00Z","status":"running"}');
  mkdirSync(join(directory, "folder"));
  symlinkSync("a.json", join(directory, "link.json"));
  execFileSync("mkfifo", [join(directory, "fifo.json")]);
});
afterAll(() => rmSync(directory, { recursive: true }));

test("a pointer picks the part that is judged", async () => {
  expect(await lookAt(directory, { file: "a.json", at: "/a/b~1c", contains: 2 })).not.toHaveProperty("fault");
  expect((await lookAt(directory, { file: "a.json", at: "/a/x", like: 1 })).fault).toContain("not there");
});

test("what is not there lacks everything", async () => {
  expect(await lookAt(directory, { file: "a.json", at: "/errors", lacks: { code: "x" } })).not.toHaveProperty("fault");
});

test("lines of JSON are a list", async () => {
  expect((await lookAt(directory, { file: "lines.jsonl", contains: { n: 2 } })).value).toEqual([{ n: 1 }, { n: 2 }]);
});

test("bytes are seen as they are", async () => {
  expect(await lookAt(directory, { file: "bytes", as: "hex", like: "00ff" })).not.toHaveProperty("fault");
});

test("a half-written document does not hold", async () => {
  expect((await lookAt(directory, { file: "torn.json" })).fault).toContain("not JSON");
});

test("a document is judged by its schema", async () => {
  expect((await lookAt(directory, { file: "status.json", document: "status" })).fault).toContain("/timestamp");
});

test("links, FIFOs and directories are never read, and are told apart", async () => {
  for (const [name, type] of [
    ["link.json", "link"],
    ["fifo.json", "fifo"],
    ["folder", "directory"],
    ["nothing", "absent"],
  ] as const) {
    expect((await lookAt(directory, { file: name })).fault).toBeDefined();
    expect(await lookAt(directory, { file: name, as: "entry", like: { type } })).not.toHaveProperty("fault");
  }
});
