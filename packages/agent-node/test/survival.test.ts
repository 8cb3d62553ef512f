// The agent's death at any moment: no command starts twice, none is forgotten, exit codes and output are real (docs/protocol.md#restart).
import type { ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Host, killGroup, makeHost, sleep, tryTo, until } from "./host.js";

/** Pids of the agent proper, which the entry point has started. */
function agentPid(entry: ChildProcess): number {
  const children = readFileSync(`/proc/${entry.pid}/task/${entry.pid}/children`, "utf8").trim().split(" ");
  return Number(children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("\0agent")));
}

function lines(host: Host, name: string): string[] {
  return tryTo(() => readFileSync(`${host.workspace}/${name}`, "utf8").trimEnd().split("\n")) ?? [];
}

test("a command that runs when the agent dies is picked up, with its exit code and all its output", async () => {
  const host = makeHost();
  const first = await host.start();
  host.publish({
    id: "a",
    type: "exec",
    command: "i=0; until [ -e go ]; do i=$((i+1)); echo $i; echo e$i >&2; sleep 0.01; done; exit 7",
  });
  await until(() => tryTo(() => host.output("a").length > 20));
  await killGroup(first);
  await sleep(300);
  await host.start();
  await host.statusWhen(({ results }) => results?.some(({ id, state }) => id === "a" && state === "running") === true);
  await sleep(100);
  writeFileSync(`${host.workspace}/go`, "");
  expect(await host.result("a")).toMatchObject({ state: "failed", exit_code: 7 });
  const numbers = host.output("a").trimEnd().split("\n").map(Number);
  expect(numbers.length).toBeGreaterThan(20);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(host.output("a", "stderr")).toBe(numbers.map((number) => `e${number}\n`).join(""));
});

test("a command that ends while no agent lives has its exit code, its signal and its last output", async () => {
  const host = makeHost();
  const first = await host.start();
  host.publish(
    { id: "code", type: "exec", command: ": > up1; until [ -e go ]; do sleep 0.01; done; echo last; exit 9" },
    { id: "signal", type: "exec", command: ": > up2; until [ -e go ]; do sleep 0.01; done; echo last; kill -KILL $$" },
  );
  await until(() => existsSync(`${host.workspace}/up1`) && existsSync(`${host.workspace}/up2`));
  await killGroup(first);
  writeFileSync(`${host.workspace}/go`, "");
  await sleep(300);
  await host.start();
  expect(await host.result("code")).toMatchObject({ state: "failed", exit_code: 9 });
  expect(await host.result("signal")).toMatchObject({ state: "failed", signal: "SIGKILL" });
  expect([host.output("code"), host.output("signal")]).toEqual(["last\n", "last\n"]);
});

test("commands that wait when the agent dies are started by its next life", async () => {
  const host = makeHost({ max_concurrency: 1 });
  const first = await host.start();
  const ids = Array.from({ length: 20 }, (_, index) => `w${index}`);
  host.publish(
    { id: "a", type: "exec", command: "until [ -e go ]; do sleep 0.01; done" },
    ...ids.map((id) => ({ id, type: "exec" as const, command: `echo ${id} >> runs` })),
  );
  await host.statusWhen(({ results }) => results?.filter(({ state }) => state === "accepted").length === 20);
  await killGroup(first);
  await host.start();
  writeFileSync(`${host.workspace}/go`, "");
  for (const id of ids) expect(await host.result(id)).toMatchObject({ state: "succeeded" });
  expect(lines(host, "runs")).toEqual(ids);
});

test("under kills at random moments every command starts at most once and has one result", {
  timeout: 60_000,
}, async () => {
  const host = makeHost({ poll_interval_seconds: 0.1 });
  const count = 60;
  const ids = Array.from({ length: count }, (_, index) => `k${index}`);
  let agent = await host.start();
  for (const id of ids) {
    host.publish({
      id,
      type: "exec",
      command: `echo ${id} >> runs; sleep 0.0$((${id.slice(1)} % 5)); exit $((${id.slice(1)} % 7))`,
    });
    if (Number(id.slice(1)) % 6 !== 5) continue;
    await sleep(Math.random() * 40);
    await killGroup(agent);
    agent = await host.start();
  }
  const results = await Promise.all(ids.map((id) => host.result(id, 30_000)));
  const runs = lines(host, "runs");
  expect(new Set(runs).size).toBe(runs.length);
  for (const { id, state, exit_code } of results) {
    const code = Number(id.slice(1)) % 7;
    // Between the claim and the start nobody can know, and nobody may try again.
    if (state === "lost") expect(runs).not.toContain(id);
    else
      expect({ id, state, exit_code, ran: runs.includes(id) }).toEqual({
        id,
        state: code === 0 ? "succeeded" : "failed",
        exit_code: code,
        ran: true,
      });
  }
});

test("the supervisor's death alone is told as lost, and nothing of the command runs on", async () => {
  const host = makeHost();
  await host.start();
  host.publish({ id: "a", type: "exec", command: "echo $PPID > ppid; while :; do echo x >> ticks; sleep 0.02; done" });
  await until(() => existsSync(`${host.workspace}/ticks`));
  process.kill(Number(readFileSync(`${host.workspace}/ppid`, "utf8")), "SIGKILL");
  expect(await host.result("a")).toMatchObject({ state: "lost" });
  const ticks = lines(host, "ticks").length;
  await sleep(150);
  expect(lines(host, "ticks").length).toBe(ticks);
  expect(await host.exec("exit 3")).toMatchObject({ exit_code: 3 });
});

test("a crashed agent is started again by the entry point, and its deaths are told", async () => {
  const host = makeHost();
  const entry = await host.start();
  await host.exec("true", { id: "a" });
  for (const deaths of [1, 2]) {
    process.kill(agentPid(entry), "SIGKILL");
    const status = await host.statusWhen(
      ({ errors }) => errors?.some(({ message }) => message.includes(`so far: ${deaths},`)) === true,
    );
    expect(status.results).toMatchObject([{ id: "a", state: "succeeded" }]);
  }
  expect(await host.exec("exit 5")).toMatchObject({ exit_code: 5 });
});

test("an agent whose entry point dies ends too, and its commands go on to the next", async () => {
  const host = makeHost();
  const entry = await host.start();
  const agent = agentPid(entry);
  host.publish({ id: "a", type: "exec", command: ": > up; until [ -e go ]; do sleep 0.01; done; exit 6" });
  await until(() => existsSync(`${host.workspace}/up`));
  const isGone = () => !existsSync(`/proc/${agent}`) || readFileSync(`/proc/${agent}/stat`, "utf8").includes(") Z");
  process.kill(Number(entry.pid), "SIGKILL");
  await until(isGone);
  await host.start();
  writeFileSync(`${host.workspace}/go`, "");
  expect(await host.result("a")).toMatchObject({ exit_code: 6 });
});

test("an agent whose entry point was killed does not work beside the one that comes after it", async () => {
  const host = makeHost();
  const entry = await host.start();
  const agent = agentPid(entry);
  const before = host.readStatus().boot_id;
  // Held, it cannot look whether its entry point lives.
  process.kill(agent, "SIGSTOP");
  process.kill(Number(entry.pid), "SIGKILL");
  await host.start();
  expect(host.readStatus().boot_id).not.toBe(before);
  expect(tryTo(() => readFileSync(`/proc/${agent}/stat`, "utf8").includes(") Z")) ?? true).toBe(true);
});

test("what was told before the agent's death is told after it", async () => {
  const host = makeHost();
  const first = await host.start();
  host.publish({ id: "p", type: "signal", signal: "pause" });
  await host.result("p");
  host.report({ phase: "building", custom: { n: 1 }, warnings: [{ message: "w" }] });
  await host.statusWhen(({ phase }) => phase === "building");
  await killGroup(first);
  await host.start();
  expect(host.readStatus()).toMatchObject({
    status: "paused",
    phase: "building",
    custom: { n: 1 },
    warnings: [{ message: "w" }],
  });
});

test("the first status after a restart lists what the host has not processed", async () => {
  const host = makeHost();
  const first = await host.start();
  host.publish({ id: "a", type: "exec", command: "true" }, { id: "b", type: "exec", command: "sleep 20" });
  await host.result("a");
  await host.statusWhen(({ results }) => results?.length === 2 && results[0]?.state === "succeeded");
  const before = host.readStatus().boot_id;
  await killGroup(first);
  const next = host.start();
  const status = await host.statusWhen(({ boot_id }) => boot_id !== before);
  expect(status.results?.map(({ id }) => id).sort()).toEqual(["a", "b"]);
  await next;
});

test("two agents on one directory start each command once and both list it", async () => {
  const host = makeHost({ poll_interval_seconds: 0.1 });
  const first = await host.start();
  const second = await host.start();
  const ids = Array.from({ length: 40 }, (_, index) => `t${index}`);
  host.publish(...ids.map((id) => ({ id, type: "exec" as const, command: `echo ${id} >> runs` })));
  for (const id of ids) expect(await host.result(id)).toMatchObject({ state: "succeeded" });
  expect(lines(host, "runs").sort()).toEqual([...ids].sort());
  host.publish({ id: "long", type: "exec", command: "touch begun; until [ -e go ]; do sleep 0.01; done; exit 8" });
  // A claim whose command never began would be lost, rightly.
  await until(() => existsSync(`${host.workspace}/begun`));
  await killGroup(first);
  await sleep(400);
  await killGroup(second);
  await host.start();
  writeFileSync(`${host.workspace}/go`, "");
  expect(await host.result("long")).toMatchObject({ exit_code: 8 });
});

test("nothing that an agent makes for itself outlives the next one's start and end", async () => {
  const host = makeHost();
  const env = { TMPDIR: host.workspace };
  const first = await host.start({ env });
  await host.exec("true");
  expect(readdirSync(host.workspace)).toHaveLength(1);
  await killGroup(first);
  // What a kill in the middle of a write leaves: no process has a number so large.
  writeFileSync(`${host.status}/.status.json.99999999`, "{");
  const second = await host.start({ env });
  host.publish({ id: "s", type: "signal", signal: "shutdown", timeout_seconds: 1 });
  await host.result("s");
  await until(() => second.exitCode === 0);
  expect(readdirSync(host.workspace)).toEqual([]);
  expect(readdirSync(`${host.status}/logs/commands/.supervisors`)).toEqual([]);
  expect(readdirSync(host.status).sort()).toEqual([
    "commands.json",
    "doorbell",
    "logs",
    "metrics.json",
    "reports",
    "status.json",
  ]);
});
