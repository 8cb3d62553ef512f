// A process is known by pid, start time and boot; another one with its pid is never taken for it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { identityOf, isAlive, signalProcess } from "./process-identity.js";

test("this process is alive, one of another start or boot with its pid is not", () => {
  const mine = identityOf(process.pid);
  expect(mine).toMatchObject({
    pid: process.pid,
    start_time: expect.stringMatching(/^\d+$/),
    machine_boot_id: expect.any(String),
  });
  if (mine === undefined) return;
  expect(isAlive(mine)).toBe(true);
  expect(isAlive({ ...mine, start_time: "1" })).toBe(false);
  expect(isAlive({ ...mine, machine_boot_id: "another" })).toBe(false);
});

test("a process that ended is gone, and a signal is never sent to another with its pid", async () => {
  const child = spawn("sleep", ["60"]);
  await once(child, "spawn");
  const identity = identityOf(child.pid ?? 0);
  if (identity === undefined) throw new Error("no identity");
  expect(signalProcess({ ...identity, start_time: "1" }, "SIGKILL")).toBe(false);
  expect(isAlive(identity)).toBe(true);
  expect(signalProcess(identity, "SIGKILL")).toBe(true);
  await once(child, "exit");
  expect(isAlive(identity)).toBe(false);
  expect(identityOf(child.pid ?? 0)).toBeUndefined();
  expect(signalProcess(identity, "SIGTERM")).toBe(false);
});
