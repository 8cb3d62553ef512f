// How reports change what is known.
import { expect, test } from "vitest";
import { factsOf, mergeReport, noFacts } from "./facts.js";

const AT = "2024-01-20T10:30:00Z";

test("fields replace whole, maps merge by key, nulls take away", () => {
  const facts = noFacts();
  mergeReport(
    facts,
    {
      phase: "a",
      progress: { current: 1, total: 2, message: "m" },
      services: { x: "running" },
      custom: { k: { a: 1 } },
    },
    AT,
  );
  mergeReport(
    facts,
    { progress: { current: 2, total: 2 }, services: { y: "stopped", x: null }, custom: { k: { b: 1 }, l: 1 } },
    AT,
  );
  expect(facts).toMatchObject({ phase: "a", progress: { current: 2, total: 2 } });
  expect([{ ...facts.services }, { ...facts.custom }]).toEqual([{ y: "stopped" }, { k: { b: 1 }, l: 1 }]);
  mergeReport(facts, { progress: null }, AT);
  expect("progress" in facts).toBe(false);
});

test("of more than fifty notices the newest stay", () => {
  const facts = noFacts();
  for (let n = 0; n < 60; n++) mergeReport(facts, { warnings: [{ message: String(n) }] }, AT);
  expect([facts.warnings.length, facts.warnings[0]?.message, facts.warnings.at(-1)?.message]).toEqual([50, "10", "59"]);
});

test("of more than sixty-four names the oldest stay, and a warning says so", () => {
  const facts = noFacts();
  const services = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`a${n}`, "running"]));
  const more = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`b${n}`, "running"]));
  mergeReport(facts, { services }, AT);
  mergeReport(facts, { services: { ...more, a0: "stopped" } }, AT);
  expect([Object.keys(facts.services).length, facts.services.a0]).toEqual([64, "stopped"]);
  expect(facts.warnings).toMatchObject([{ code: "oversize" }]);
});

test("since when a person is needed is kept until nobody is", () => {
  const facts = noFacts();
  mergeReport(facts, { attention: { required: true } }, AT);
  mergeReport(facts, { attention: { required: true, reason: "q" } }, "2024-01-20T11:00:00Z");
  expect(facts.attention).toEqual({ required: true, reason: "q", since: AT });
  mergeReport(facts, { attention: { required: false } }, AT);
  expect(facts.attention).toEqual({ required: false });
});

test("names that JavaScript knows are names like any other", () => {
  const facts = noFacts();
  mergeReport(facts, { services: { constructor: "running", toString: "stopped" } }, AT);
  expect(JSON.stringify(facts.services)).toBe('{"constructor":"running","toString":"stopped"}');
});

test("what an earlier life told is known again", () => {
  const facts = factsOf({ phase: "p", warnings: [{ timestamp: AT, message: "w" }], custom: { a: 1 } });
  expect(facts).toMatchObject({ phase: "p", health: "unknown", warnings: [{ message: "w" }] });
});
