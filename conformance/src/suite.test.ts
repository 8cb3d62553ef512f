// Verdicts, their kinds and the exit code of a run.
import { expect, test } from "vitest";
import type { Verdict } from "./run-case.js";
import { type Check, exitCodeOf, kindOf, runSuite, tallyOf } from "./suite.js";

const check = (id: string, verdict: Verdict["verdict"], level: Check["level"] = "MUST", delay = 0): Check => ({
  id,
  description: id,
  level,
  spec: [],
  run: () => new Promise((resolve) => setTimeout(() => resolve({ verdict, ms: 1 }), delay)),
});
const run = async (checks: Check[], known: string[] = []) => {
  const order: string[] = [];
  const results = await runSuite(checks, { jobs: 3, known: new Set(known), onResult: ({ id }) => order.push(id) });
  return { results, order, code: exitCodeOf(tallyOf(results)), kinds: results.map(kindOf) };
};

test("results come in the order of the checks, whichever ends first", async () => {
  const { order } = await run([
    check("slow", "passed", "MUST", 30),
    check("b", "passed"),
    check("c", "passed", "MUST", 10),
    check("d", "passed"),
  ]);
  expect(order).toEqual(["slow", "b", "c", "d"]);
});

test("nobody need listen to the results", async () => {
  expect(await runSuite([check("a", "passed"), check("b", "failed")], { jobs: 1, known: new Set() })).toHaveLength(2);
});

test("a failed MUST is not conformant, a failed SHOULD is a warning, a skipped one neither", async () => {
  expect(await run([check("a", "passed"), check("b", "failed", "SHOULD"), check("c", "skipped")])).toMatchObject({
    code: 0,
    kinds: ["passed", "warned", "skipped"],
  });
  expect(await run([check("a", "passed"), check("b", "failed")])).toMatchObject({
    code: 1,
    kinds: ["passed", "failed"],
  });
});

test("a fault of the harness has its own exit code, also beside a failure", async () => {
  expect(await run([check("a", "failed"), check("b", "errored")])).toMatchObject({ code: 2 });
});

test("a known failure that fails is no failure; one that passes turns the run red", async () => {
  expect(await run([check("a", "failed")], ["a"])).toMatchObject({ code: 0, kinds: ["known"] });
  expect(await run([check("a", "passed")], ["a"])).toMatchObject({ code: 1, kinds: ["surprising"] });
});

test("a run that judged nothing is no success", async () => {
  expect(await run([])).toMatchObject({ code: 2 });
});
