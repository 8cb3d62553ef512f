// The judge is judged: each broken agent and host fails the case that is about what it breaks, and passes others.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageDirectory, readData } from "../src/data.js";
import type { Verdict } from "../src/run-case.js";
import { endRun } from "../src/run-directory.js";
import { ownProgram, runTrials, type Trial } from "./support.js";

type Manifest = Record<"agent" | "host", Record<string, { fails: string[] }>>;

const manifest = readData(join(packageDirectory, "broken-agents", "manifest.json")) as Manifest;

/** A case that every broken one passes: none of them is merely dead. */
const OTHER = { agent: "agent/exec/exit-zero-is-succeeded", host: "host/list/empty-state-root-has-no-sessions" };
const PLAIN = { agent: "plain.mjs", host: "plain-host.mjs" };

/** Why a trial came out as it did, for whoever reads a failed test. */
const words = (verdict: Verdict | undefined) =>
  [verdict?.reason, verdict?.evidence, verdict?.output].filter(Boolean).join("\n");

afterAll(endRun);

describe.each(["agent", "host"] as const)("of the role %s", (role) => {
  const names = Object.keys(manifest[role]);
  /** The case nearest to the fault. Whole lists are compared by the long run, `node scripts/try-broken.mjs`. */
  const nearest = (name: string) => manifest[role][name]?.fails[0] ?? "";
  const broken = (name: string) => ownProgram("broken-agents", role, `${name}.mjs`);
  const plain = ownProgram("broken-agents", PLAIN[role]);
  const trials: Trial[] = [
    // What must fail is waited for less long: here the deadline is always waited for.
    ...names.map((name) => ({ argv: broken(name), id: nearest(name), patience: 0.5 })),
    ...names.map((name) => ({ argv: broken(name), id: OTHER[role] })),
    ...names.map((name) => ({ argv: plain, id: nearest(name) })),
  ];
  let verdicts: Verdict[] = [];

  beforeAll(async () => {
    verdicts = await runTrials(role, trials);
  }, 300_000);

  test("every broken one is in the manifest", () => {
    const files = readdirSync(join(packageDirectory, "broken-agents", role)).map((name) => name.replace(/\.mjs$/, ""));
    expect(files.sort()).toEqual([...names].sort());
    expect(names.length).toBeGreaterThanOrEqual(15);
  });

  describe.each([...names.entries()])("%i: the one that %s", (index, name) => {
    test(`fails ${nearest(name)}`, () => {
      expect(verdicts[index]?.verdict, words(verdicts[index])).toBe("failed");
    });

    test("does other things like any other", () => {
      expect(verdicts[names.length + index]?.verdict, words(verdicts[names.length + index])).toBe("passed");
    });

    test("would pass that case without its fault", () => {
      expect(verdicts[2 * names.length + index]?.verdict, words(verdicts[2 * names.length + index])).toBe("passed");
    });
  });
});

test("the agent with the seed's mistakes fails every case that its README lists", { timeout: 120_000 }, async () => {
  const folder = join("broken-agents", "seed-sample");
  const listed = readFileSync(join(packageDirectory, folder, "README.md"), "utf8").matchAll(
    /\| `(agent\/[a-z/-]+)` \|/g,
  );
  const ids = [...listed].map((match) => match[1] ?? "");
  expect(ids.length).toBeGreaterThanOrEqual(7);
  const verdicts = await runTrials(
    "agent",
    ids.map((id) => ({ argv: ownProgram(folder, "agent.mjs"), id, patience: 0.4 })),
  );
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(ids.map(() => "failed"));
});
