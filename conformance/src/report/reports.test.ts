// Reports: complete, well-formed, and deaf to what a judged program writes into them.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonSchema } from "../case.js";
import { readData, schemaDirectory } from "../data.js";
import { UsageError } from "../load-cases.js";
import { schemaFault } from "../schemas.js";
import { type CheckResult, tallyOf } from "../suite.js";
import type { FinishedRun } from "./finished-run.js";
import { writeReports } from "./write.js";

const hostile = "</pre><script>alert(1)</script> ]]> & \" ' \u001b[31m \u0000 \ud800 \u202e";
const base = { description: "A fact", level: "MUST", spec: ["args"], known: false, ms: 5 } as const;
const results: CheckResult[] = [
  { ...base, id: "agent/a/passed", verdict: "passed" },
  {
    ...base,
    id: "agent/a/failed",
    verdict: "failed",
    reason: hostile,
    evidence: hostile,
    output: hostile,
    files: { "status/status.json": hostile },
    step: { number: 2, text: "{}" },
  },
  { ...base, id: "agent/a/warned", verdict: "failed", level: "SHOULD", reason: "r" },
  { ...base, id: "agent/a/skipped", verdict: "skipped", reason: "no setsid" },
];
const run: FinishedRun = {
  role: "agent",
  judged: { argv: ["sh", "-c", hostile], image: "some/agent:1" },
  results,
  tally: tallyOf(results),
  seconds: 1,
};
let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "para-reports-"));
  const file = (name: string) => join(directory, name);
  const flags = { report: file("r.json"), junit: file("r.xml"), html: file("r.html"), badge: file("r.svg") };
  writeReports(run, flags);
});
afterAll(() => rmSync(directory, { recursive: true }));
const read = (name: string) => readFileSync(join(directory, name), "utf8");

test("the JSON report has every result and the tally", () => {
  const report = JSON.parse(read("r.json"));
  expect(report.tally).toMatchObject({ passed: 1, failed: 1, warned: 1, skipped: 1, errored: 0 });
  expect(report.results.map(({ kind }: { kind: string }) => kind)).toEqual(["passed", "failed", "warned", "skipped"]);
});

test("the JSON report is valid by its schema, and the schema tells a report from something else", () => {
  const schema = readData(join(schemaDirectory, "conformance-report.schema.json")) as JsonSchema;
  const report = JSON.parse(read("r.json"));
  expect(schemaFault(schema, report)).toBeUndefined();
  expect(report).toMatchObject({ image: "some/agent:1", exit_code: 1, role: "agent" });
  expect(schemaFault(schema, { ...report, exit_code: 3 })).toContain("/exit_code");
  expect(schemaFault(schema, { ...report, results: [{ ...report.results[0], kind: "unknown" }] })).toContain("/kind");
});

test("JUnit counts a warning as skipped", () => {
  expect(read("r.xml")).toContain('tests="4" failures="1" errors="0" skipped="2"');
});

const python = spawnSync("python3", ["--version"]).status === 0;

test.skipIf(!python)("JUnit report and badge are well-formed XML (asks python3)", () => {
  const parse = "import sys, xml.dom.minidom as d\nfor f in sys.argv[1:]: d.parse(f)";
  execFileSync("python3", ["-c", parse, join(directory, "r.xml"), join(directory, "r.svg")]);
});

test("no word of the judged program becomes a part of the page", () => {
  const page = read("r.html");
  expect(page).not.toContain("<script");
  expect(page).toContain("default-src 'none'");
  expect(page).toContain("&lt;script&gt;");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(page).not.toMatch(/[\u0000\u001b\u202e]/);
  expect(page.indexOf("agent/a/failed")).toBeLessThan(page.indexOf("agent/a/passed"));
});

test("a report that cannot be written is the caller's fault", () => {
  expect(() => writeReports(run, { html: "/nowhere/r.html" })).toThrow(UsageError);
});
