// The judge is judged: each broken agent fails the case that is about what it breaks, and passes others.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageDirectory, readData } from "../src/data.js";
import type { Verdict } from "../src/run-case.js";
import { endRun } from "../src/run-directory.js";
import { ownProgram, runTrials, type Trial } from "./support.js";

interface Manifest {
  agent: Record<string, { fails: string[] }>;
}

const { agent: agents } = readData(join(packageDirectory, "broken-agents", "manifest.json")) as Manifest;
const names = Object.keys(agents);

/** A case that every broken agent passes: none of them is merely dead. */
const OTHER = "agent/exec/exit-zero-is-succeeded";

/** The case nearest to the fault. Whole lists are compared by the long run, `node scripts/try-broken.mjs`. */
const nearest = (name: string) => agents[name]?.fails[0] ?? "";

const programs = (name: string) => ownProgram("broken-agents", "agent", `${name}.mjs`);
const plain = ownProgram("broken-agents", "plain.mjs");
const trials: Trial[] = [
  // What must fail is waited for less long: here the deadline is always waited for.
  ...names.map((name) => ({ argv: programs(name), id: nearest(name), patience: 0.5 })),
  ...names.map((name) => ({ argv: programs(name), id: OTHER })),
  ...names.map((name) => ({ argv: plain, id: nearest(name) })),
];
let verdicts: Verdict[] = [];

beforeAll(async () => {
  verdicts = await runTrials("agent", trials);
}, 300_000);
afterAll(endRun);

test("every broken agent is in the manifest, and there are enough", () => {
  const files = readdirSync(join(packageDirectory, "broken-agents", "agent")).map((name) => name.replace(/\.mjs$/, ""));
  expect(files.sort()).toEqual([...names].sort());
  expect(names.length).toBeGreaterThanOrEqual(25);
});

describe.each([...names.entries()])("%i: the agent that %s", (index, name) => {
  test(`fails ${nearest(name)}`, () => {
    expect(verdicts[index]).toMatchObject({ verdict: "failed" });
  });

  test("runs commands like any other", () => {
    expect(verdicts[names.length + index]).toMatchObject({ verdict: "passed" });
  });

  test("passes that case without its fault", () => {
    expect(verdicts[2 * names.length + index]).toMatchObject({ verdict: "passed" });
  });
});
