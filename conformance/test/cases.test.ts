// The cases themselves: whole, unique, factual, and tied to the norm.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadFixtures } from "../src/commands/validate.js";
import { packageDirectory } from "../src/data.js";
import { loadCases } from "../src/load-cases.js";

const cases = loadCases(undefined);
const spec = readFileSync(join(packageDirectory, "..", "docs", "protocol.md"), "utf8");
const anchors = new Set([...spec.matchAll(/<a id="([a-z0-9-]+)">/g)].map((match) => match[1]));

test("every file is a case by its schema, and its path is its role", () => {
  expect(cases.length).toBeGreaterThanOrEqual(120);
  for (const { id, conformanceCase } of cases)
    expect(id).toMatch(new RegExp(`^${conformanceCase.role}/[a-z]+/[a-z0-9-]+$`));
});

test("no two cases state the same fact, and a fact is no wish", () => {
  const facts = cases.map(({ conformanceCase }) => conformanceCase.description);
  expect(new Set(facts).size).toBe(facts.length);
  for (const fact of facts) {
    expect(fact, "say what is so, not what should be").not.toMatch(
      /\b(should|test that|tests|check that|verify|ensure)\b/i,
    );
    expect(fact, "no full stop at the end").not.toMatch(/\.$/);
  }
});

test("every cited anchor stands in docs/protocol.md", () => {
  const cited = [...cases.map(({ id, conformanceCase }) => ({ id, spec: conformanceCase.spec })), ...loadFixtures()];
  expect(
    cited.flatMap(({ id, spec: cites }) =>
      cites.filter((anchor) => !anchors.has(anchor)).map((anchor) => `${id}: #${anchor}`),
    ),
  ).toEqual([]);
});

test("every agent case starts the agent, and every host case calls the host", () => {
  for (const { id, conformanceCase } of cases) {
    const kinds = conformanceCase.steps.flatMap((step) => Object.keys(step));
    expect(kinds, id).toContain(conformanceCase.role === "agent" ? "start" : "call");
  }
});

test("fixtures have ids of their own, and there are enough of each document", () => {
  const fixtures = loadFixtures();
  expect(new Set(fixtures.map(({ id }) => id)).size).toBe(fixtures.length);
  expect(fixtures.length).toBeGreaterThanOrEqual(150);
  for (const kind of new Set(fixtures.map(({ document }) => document))) {
    const own = fixtures.filter(({ document }) => document === kind);
    expect(own.filter(({ code }) => code === undefined).length, kind).toBeGreaterThanOrEqual(5);
    expect(own.filter(({ code }) => code !== undefined).length, kind).toBeGreaterThanOrEqual(8);
  }
});
