// Cases that are none, and how that is said.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { caseFault, filterById, loadCases, UsageError } from "./load-cases.js";

const good = {
  description: "The fact that it shows",
  role: "agent",
  level: "MUST",
  since: "1.0",
  spec: ["x"],
  steps: [{ wait: { ms: 1 } }],
};
let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "para-cases-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

test("a whole case has no fault", () => {
  expect(caseFault(good)).toBeUndefined();
});

test("a fault names the step and the field", () => {
  expect(caseFault({ ...good, steps: [{ wait: { ms: 1 } }, { wait: { ms: "1" } }] })).toMatch(
    /^\/steps\/1: wait: \/ms/,
  );
  expect(caseFault({ ...good, steps: [{ dance: {} }] })).toContain("no step called dance");
  expect(caseFault({ ...good, steps: [{ wait: { ms: 1 }, start: {} }] })).toContain("exactly one key");
  expect(caseFault({ ...good, steps: [{ wait: { ms: 1, mss: 2 } }] })).toContain("additional properties");
});

test("a missing field, an unknown one and a wrong word are faults", () => {
  const { spec: _, ...without } = good;
  expect(caseFault(without)).toContain("spec");
  expect(caseFault({ ...good, colour: "red" })).toContain("additional properties");
  expect(caseFault({ ...good, level: "MAY" })).toContain("/level");
});

test("a file that is no case is the caller's fault, told with its place", () => {
  writeFileSync(join(directory, "broken.case.json"), "{");
  expect(() => loadCases("agent", directory)).toThrow(UsageError);
  expect(() => loadCases("agent", directory)).toThrow("broken.case.json is not JSON");
  expect(() => loadCases("agent", join(directory, "nowhere"))).toThrow("cannot list");
});

test("a filter is a whole id, a part of one, or a pattern", () => {
  const cases = ["agent/exec/a", "agent/exec/a-b", "agent/queue/a"].map((id) => ({ id }));
  const ids = (...filters: string[]) => filterById(cases, filters).map(({ id }) => id);
  expect(ids()).toHaveLength(3);
  expect(ids("agent/exec/a")).toEqual(["agent/exec/a"]);
  expect(ids("exec")).toEqual(["agent/exec/a", "agent/exec/a-b"]);
  expect(ids("agent/*/a")).toEqual(["agent/exec/a", "agent/queue/a"]);
  expect(ids("a.b")).toEqual([]);
});
