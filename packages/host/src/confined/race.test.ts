// The race in its short form: no operation escapes, whatever is swapped; naive calls in its place are caught. `pnpm torture race` is the
// long form.
import { describe, expect, test } from "vitest";
import { OPERATIONS, runCell, SWAPS } from "../../test/race/cells.js";
import { temporaryDirectory } from "../../test/support.js";

/** What an operation may answer while things are swapped under it. */
const ANSWERS = ["ok", "missing", "unsafe_file", "unstable_file", "write_failed"];

describe("confined", () => {
  for (const swap of SWAPS) {
    for (const operation of OPERATIONS) {
      test(`${operation} never escapes under ${swap}`, async () => {
        const report = await runCell(temporaryDirectory(), { operation, swap }, (_, ms) => ms > 100);
        expect(report.escapes).toBe(0);
        expect(Object.keys(report.answers).filter((answer) => !ANSWERS.includes(answer))).toEqual([]);
        expect(report.operations).toBeGreaterThan(0);
      });
    }
  }
});

describe("naive calls are caught escaping, so the race is one:", () => {
  for (const operation of OPERATIONS) {
    test(operation, async () => {
      const swap = operation === "list" || operation === "remove" ? "parent-link" : "leaf-link";
      const enough = (report: { escapes: number }, ms: number) => report.escapes > 0 || ms > 15_000;
      const report = await runCell(temporaryDirectory(), { operation, swap, naive: true }, enough);
      expect(report.escapes).toBeGreaterThan(0);
    });
  }
});
