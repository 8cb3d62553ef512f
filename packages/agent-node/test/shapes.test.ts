// Processes of every shape are stopped with all they started, whatever stops them (docs/protocol.md#timeout, #sweep).
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Host, makeHost, sleep, tryTo, until } from "./host.js";

/** It ends by itself when its directory has gone, so that no test leaves it behind. */
const LOOP = "while echo x >> ticks; do sleep 0.02; done";
const SHAPES: Record<string, string> = {
  "one that ends on TERM": LOOP,
  "one that ignores TERM": `trap "" TERM; ${LOOP}`,
  "one in a session of its own": `setsid sh -c 'trap "" TERM; ${LOOP}' & sleep 60`,
  "one whose parents have gone": `(setsid sh -c '(trap "" TERM; ${LOOP}) & exit 0' &); sleep 60`,
  "one that holds the pipes": `(trap "" TERM; ${LOOP}) & sleep 60`,
  "one that is stopped": `sh -c '${LOOP}' & pid=$!; until [ -e ticks ]; do sleep 0.01; done; kill -STOP $pid; echo > stopped; wait`,
  "one without its environment": `env -i PATH="$PATH" sh -c 'trap "" TERM; ${LOOP}'`,
  "many that start many": `f() { ${LOOP} & }; for i in 1 2 3 4 5 6 7 8 9 10; do f; (f; (f)) & done; wait`,
};

type Stop = (host: Host) => Promise<string>;

const STOPS: Record<string, Stop> = {
  "a timeout": async (host) => (await host.result("a")).state,
  "a cancel": async (host) => {
    host.publish({ id: "x", type: "signal", signal: "cancel", target: "a" });
    expect(await host.result("x")).toMatchObject({ state: "succeeded" });
    return (await host.result("a")).state;
  },
  "a shutdown": async (host) => {
    host.publish({ id: "x", type: "signal", signal: "shutdown", timeout_seconds: 0 });
    const { state } = await host.result("a");
    await host.statusWhen(({ status }) => status === "stopped");
    return state;
  },
};

for (const [how, stop] of Object.entries(STOPS)) {
  describe.concurrent(`${how} leaves nothing of`, () => {
    for (const [shape, command] of Object.entries(SHAPES)) {
      test(shape, { timeout: 20_000 }, async ({ onTestFinished }) => {
        const host = makeHost(undefined, onTestFinished);
        await host.start();
        const timeout = how === "a timeout" ? { timeout_seconds: 1 } : {};
        host.publish({ id: "a", type: "exec", command, kill_grace_seconds: 1, ...timeout });
        const sign = shape === "one that is stopped" ? "stopped" : "ticks";
        await until(() => existsSync(`${host.workspace}/${sign}`));
        const stoppedAt = performance.now();
        expect(await stop(host)).toBe(how === "a timeout" ? "timed_out" : "cancelled");
        // Grace and one second, and what the machine is late with much at once.
        expect(performance.now() - stoppedAt).toBeLessThan(6000);
        const ticks = () => tryTo(() => readFileSync(`${host.workspace}/ticks`, "utf8").length);
        const before = ticks();
        await sleep(200);
        expect(ticks()).toBe(before);
      });
    }
  });
}

test("a process that ends on TERM is not kept waiting for the grace", async () => {
  const host = makeHost();
  await host.start();
  host.publish({ id: "a", type: "exec", command: ": > up; sleep 60", kill_grace_seconds: 30 });
  await until(() => existsSync(`${host.workspace}/up`));
  host.publish({ id: "x", type: "signal", signal: "cancel", target: "a" });
  expect(await host.result("a", 5000)).toMatchObject({ state: "cancelled", signal: "SIGTERM" });
});

test("TERM is sent once, however long the command takes to clean up", async () => {
  const host = makeHost();
  await host.start();
  const command = "trap 'echo term >> got; sleep 0.5; exit 3' TERM; : > up; while :; do sleep 0.02; done";
  host.publish({ id: "a", type: "exec", command });
  await until(() => existsSync(`${host.workspace}/up`));
  host.publish({ id: "x", type: "signal", signal: "cancel", target: "a" });
  expect(await host.result("a")).toMatchObject({ state: "cancelled", exit_code: 3 });
  expect(readFileSync(`${host.workspace}/got`, "utf8")).toBe("term\n");
});

test("what a command leaves in its process group is not touched by the end of the next", async () => {
  const host = makeHost({ max_concurrency: 1 });
  await host.start();
  await host.exec(`(${LOOP}) >/dev/null 2>&1 &`);
  await until(() => existsSync(`${host.workspace}/ticks`));
  expect(await host.exec("sleep 60", { timeout_seconds: 1, kill_grace_seconds: 0 })).toMatchObject({
    state: "timed_out",
  });
  // It ends its supervisor with it.
  expect(await host.exec("kill -KILL 0")).toMatchObject({ state: "lost" });
  const ticks = () => readFileSync(`${host.workspace}/ticks`, "utf8").length;
  const before = ticks();
  await until(() => ticks() > before + 2);
});

test("every exit code and every signal is told as it is", async () => {
  const host = makeHost();
  await host.start();
  for (const code of [0, 1, 2, 126, 127, 128, 129, 137, 143, 200, 255]) {
    expect(await host.exec(`exit ${code}`)).toMatchObject({
      exit_code: code,
      state: code === 0 ? "succeeded" : "failed",
    });
  }
  for (const signal of ["KILL", "TERM", "HUP", "SEGV", "USR1"]) {
    expect(await host.exec(`ulimit -c 0; kill -${signal} $$`)).toMatchObject({
      state: "failed",
      signal: `SIG${signal}`,
    });
  }
});

test("a command that signals its whole group reaches itself alone", async () => {
  const host = makeHost();
  await host.start();
  expect(await host.exec("kill -TERM 0")).toMatchObject({ state: "failed", signal: "SIGTERM" });
  expect(await host.exec("trap 'exit 4' TERM; kill -TERM 0")).toMatchObject({ state: "failed", exit_code: 4 });
});
