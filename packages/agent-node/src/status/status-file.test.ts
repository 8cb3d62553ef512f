// The status file: sequence, bounds, and a disk that refuses.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { type ContainerStatus, LIMITS, parseStatus } from "@para-docker/protocol";
import { expect, onTestFinished, test } from "vitest";
import { openLog } from "../log.js";
import { openStatus } from "./status-file.js";

function setUp(heartbeat = 100) {
  const directory = mkdtempSync(`${tmpdir()}/status-`);
  const log = openLog(directory);
  const agent = { name: "test", version: "1" };
  const spares = { take: () => undefined, place: () => 0, close: () => undefined };
  const status = openStatus({ directory, spares, agent, log, heartbeatInterval: () => heartbeat, results: () => [] });
  onTestFinished(() => {
    status.close();
    log.close();
    rmSync(directory, { recursive: true });
  });
  const path = `${directory}/status.json`;
  const read = () => JSON.parse(readFileSync(path, "utf8")) as ContainerStatus;
  return { directory, path, status, read };
}

test("each write has a sequence one greater, and nothing is written that did not change", () => {
  const { status, read } = setUp();
  status.write();
  status.flush();
  status.setHealth("healthy");
  status.setHealth("healthy");
  status.flush();
  status.flush();
  expect(read()).toMatchObject({ sequence: 2, health: "healthy" });
});

test("a status that is too large loses its oldest warnings, then errors, then custom, and says so", () => {
  const { status, path, read } = setUp();
  const long = (n: number) => ({ message: `${n} ${"é".repeat(2000)}` });
  status.merge({ errors: Array.from({ length: 50 }, (_, n) => long(n)), custom: { keep: "x".repeat(40_000) } });
  status.merge({ warnings: Array.from({ length: 50 }, (_, n) => long(n)) });
  status.flush();
  expect(statSync(path).size).toBeLessThanOrEqual(LIMITS.bytes.status);
  expect(parseStatus(readFileSync(path)).ok).toBe(true);
  const { warnings = [], errors = [], custom } = read();
  expect(warnings.at(-1)?.code).toBe("oversize");
  expect(warnings.at(-2)?.message.startsWith("49 ")).toBe(true);
  expect([errors.length, custom?.keep !== undefined]).toEqual([50, true]);
  status.merge({ custom: { big: "x".repeat(230_000) } });
  status.flush();
  expect(read()).toMatchObject({ errors: [], custom: {} });
});

test("a write that is refused is tried again, and the old document stays", async () => {
  const { directory, status, read } = setUp();
  status.write();
  // A directory where the temporary file has to be is refused even to root.
  const blocker = `${directory}/.status.json.${process.pid}`;
  mkdirSync(`${blocker}/x`, { recursive: true });
  status.setHealth("unhealthy");
  status.flush();
  expect(read()).toMatchObject({ sequence: 1, health: "unknown" });
  rmSync(blocker, { recursive: true });
  await expect.poll(read, { timeout: 2000 }).toMatchObject({ sequence: 2, health: "unhealthy" });
});

test("changes that come in numbers are told together, the first at once", async () => {
  const { status, read } = setUp();
  status.write();
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (let n = 1; n <= 50; n += 1) {
    status.merge({ phase: `p${n}` });
    status.flushSoon();
  }
  expect(read()).toMatchObject({ sequence: 2, phase: "p1" });
  await expect.poll(read, { timeout: 2000, interval: 5 }).toMatchObject({ sequence: 3, phase: "p50" });
});
