// Results: first on disk, then told; and again until the disk takes them.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { openSpares } from "../files/spares.js";
import { openLog } from "../log.js";
import { openClaims } from "./claims.js";
import { createResults } from "./results.js";

function setUp() {
  const directory = mkdtempSync(`${tmpdir()}/results-`);
  const spares = openSpares(`${directory}/spares`);
  const claims = openClaims(`${directory}/commands`, spares);
  const log = openLog(directory);
  let failures = 0;
  const results = createResults(
    claims,
    log,
    () => undefined,
    () => {
      failures += 1;
    },
  );
  onTestFinished(() => {
    results.close();
    claims.close();
    spares.close();
    log.close();
    rmSync(directory, { recursive: true });
  });
  return { directory, claims, spares, results, failures: () => failures };
}

test("a result that the disk refuses is not told before it is there", async () => {
  const { directory, claims, results, failures } = setUp();
  claims.claim("a");
  const blocker = `${directory}/commands/a/.result.json.${process.pid}`;
  mkdirSync(`${blocker}/x`, { recursive: true });
  results.show({ id: "a", state: "running" });
  results.answer("a", { state: "succeeded" });
  expect([results.get("a")?.state, results.unwritten, failures()]).toEqual(["running", 1, 1]);
  rmSync(blocker, { recursive: true });
  await expect.poll(() => results.get("a")?.state, { timeout: 2000 }).toBe("succeeded");
  expect([existsSync(`${directory}/commands/a/result.json`), results.unwritten]).toEqual([true, 0]);
});

test("one that the host has already is not listed again when it ends", () => {
  const { claims, results } = setUp();
  claims.claim("a");
  results.show({ id: "a", state: "running" });
  results.hide("a");
  results.answer("a", { state: "cancelled" });
  expect(results.list).toEqual([]);
  expect(claims.readResult("a")?.state).toBe("cancelled");
});

test("a claim is ours once, and a processed one is known over a restart", async () => {
  const { directory, claims, spares } = setUp();
  expect([claims.claim("a"), claims.claim("a"), claims.claim("b")]).toEqual(["ours", "taken", "ours"]);
  claims.markProcessed(["a"]);
  const next = openClaims(`${directory}/commands`, spares);
  expect([next.list(), next.isProcessed("a"), next.isProcessed("b")]).toEqual([["a", "b"], true, false]);
  await new Promise<void>((resolve) => next.remove("a", resolve));
  expect(next.claim("a")).toBe("ours");
  next.close();
});
