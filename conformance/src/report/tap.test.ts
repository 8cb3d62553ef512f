// TAP lines, and what a hostile program's words do to them.
import { expect, test } from "vitest";
import type { CheckResult } from "../suite.js";
import { tapResult } from "./tap.js";
import { printable } from "./text.js";

const result: CheckResult = {
  id: "agent/a",
  description: "A fact",
  level: "MUST",
  spec: ["args"],
  known: false,
  verdict: "passed",
  ms: 5,
};

test("passed, skipped, warned and failed lines are told apart by any TAP reader", () => {
  expect(tapResult(result, 0, "")).toBe("ok 1 - agent/a # time=5ms\n");
  expect(tapResult({ ...result, verdict: "skipped", reason: "no setsid" }, 1, "")).toBe(
    "ok 2 - agent/a # SKIP no setsid\n",
  );
  expect(tapResult({ ...result, verdict: "failed", level: "SHOULD" }, 2, "")).toMatch(
    /^not ok 3 - agent\/a # TODO SHOULD\n/,
  );
  expect(tapResult({ ...result, verdict: "failed", reason: "because" }, 3, "run me")).toMatch(
    /^not ok 4 - agent\/a\n {2}---\n[\s\S]*reason: "because"\n[\s\S]*alone: "run me"\n {2}\.\.\.\n$/,
  );
});

test("a known failure that passes is not ok", () => {
  expect(tapResult({ ...result, known: true }, 0, "")).toMatch(/^not ok 1 - agent\/a\n[\s\S]*take it off the list/);
});

test("words of the judged program cannot end the block or move the cursor", () => {
  const text = tapResult(
    { ...result, verdict: "failed", reason: "x", evidence: "\u001b[2J\n  ...\nok 9 - forged \u202e" },
    0,
    "",
  );
  expect(text.split("\n").filter((line) => line.startsWith("ok"))).toEqual([]);
  expect(text).not.toContain("\u001b");
  expect(text).not.toContain("\u202e");
});

test("line ends and tabs of a text stay, everything else that controls is replaced", () => {
  expect(printable("a\tb\nc\r\u0007\u009b")).toBe("a\tb\nc\u{fffd}\u{fffd}\u{fffd}");
});
