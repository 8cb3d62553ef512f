// A process is known by pid, start time and boot; another one with its pid is never taken for it.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { program } from "../test/programs.js";
import { temporaryDirectory } from "../test/support.js";
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

test("a process that cannot be looked at for want of descriptors is not taken for gone, and gets no signal", () => {
  const worker = program(
    `
    import { closeSync, openSync } from "node:fs";
    import { identityOf, isAlive, signalProcess } from "./process-identity.js";
    const parent = identityOf(process.ppid);
    const open = [];
    try { for (;;) open.push(openSync("/dev/null", "r")); } catch {}
    const said = [isAlive(parent), signalProcess(parent, "SIGCONT"), isAlive({ ...parent, machine_boot_id: "another" })];
    for (const fd of open) closeSync(fd);
    process.stdout.write(JSON.stringify(said));
  `,
    temporaryDirectory(),
  );
  // `exec` keeps this process the parent.
  const ended = spawnSync("sh", ["-c", 'ulimit -n 64; exec "$0" "$1"', process.execPath, worker], { encoding: "utf8" });
  expect(JSON.parse(ended.stdout)).toEqual([true, false, false]);
});
