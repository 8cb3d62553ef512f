// The role `validate`: good validators pass, broken ones fail on what they break.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadFixtures, validatorChecks } from "../src/commands/validate.js";
import { packageDirectory } from "../src/data.js";
import { runSuite } from "../src/suite.js";
import { ownProgram } from "./support.js";

/** Every eleventh fixture; the whole set is run by the check for our own validators. */
const sample = (ids: string[]) => new Set(ids.filter((_, index) => index % 11 === 0));

async function failuresOf(argv: string[], ids: ReadonlySet<string>): Promise<string[]> {
  const checks = validatorChecks(argv, 3).filter(({ id }) => ids.has(id));
  const results = await runSuite(checks, { jobs: 4, known: new Set() });
  return results.filter(({ verdict }) => verdict !== "passed").map(({ id, verdict }) => `${verdict} ${id}`);
}

test("the plain validator passes a sample of the fixtures", { timeout: 120_000 }, async () => {
  const ids = sample(loadFixtures().map(({ id }) => id));
  expect(await failuresOf(ownProgram("broken-agents", "plain-validator.mjs"), ids)).toEqual([]);
});

const broken: Record<string, string[]> = {
  "accepts-a-byte-order-mark": ["status/invalid/byte-order-mark"],
  "accepts-any-version": ["status/invalid/version-2"],
  "counts-no-depth": [
    "status/invalid/one-too-deep",
    "status/invalid/deep-in-objects",
    "status/invalid/depth-before-the-fault",
  ],
  "crashes-on-bad-json": ["status/invalid/trailing-comma"],
  "reads-any-size": ["status/invalid/over-the-limit"],
  "says-no-without-a-code": ["status/invalid/status-missing"],
};

test("every broken validator is tried", () => {
  expect(
    readdirSync(join(packageDirectory, "broken-agents", "validator"))
      .map((name) => name.replace(/\.mjs$/, ""))
      .sort(),
  ).toEqual(Object.keys(broken));
});

test.each(Object.entries(broken))(
  "the validator that %s fails on %s, and not on others",
  { timeout: 60_000 },
  async (name, faults) => {
    const others = ["status/valid/every-field", "commands/valid/least", "report/invalid/top-level-list"];
    // That one is rejected too, so a validator that says no without a code fails on it as well.
    const expected = name === "says-no-without-a-code" ? [...faults, "report/invalid/top-level-list"] : faults;
    const ids = new Set([...faults, ...others].map((id) => `validate/${id}`));
    const failed = await failuresOf(ownProgram("broken-agents", "validator", `${name}.mjs`), ids);
    expect(failed.sort()).toEqual(expected.map((id) => `failed validate/${id}`).sort());
  },
);
