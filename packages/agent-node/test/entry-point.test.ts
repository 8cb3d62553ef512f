// The container's command: the agent beside the main process, signals passed on, the main process's exit code; and `validate`.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, onTestFinished, test } from "vitest";
import { AGENT, exitOf, type Host, makeHost, sleep, tryTo, until } from "./host.js";

/** What runs the entry point; shells that are not on this machine are left out. */
const ENTRIES = [["/bin/sh"], ["bash"], ["busybox", "sh"], [process.execPath]].filter(
  ([program = "", ...words]) => spawnSync(program, [...words, "--version"]).error === undefined,
);

describe.each(ENTRIES.map((entry) => [entry[0] ?? "", entry] as const))("run -- MAIN, by %s", (name, entry) => {
  const run = (host: Host, ...main: string[]) => host.start({ entry, args: ["run", "--", ...main] });
  const inShell = (host: Host, main: string) => run(host, "/bin/sh", "-c", `cd ${host.workspace}; ${main}`);

  test("ends with the main process's exit code, after the last status", async () => {
    const host = makeHost();
    const program = await inShell(host, "until [ -e done ]; do sleep 0.02; done; exit 42");
    await host.exec(": > done");
    expect(await exitOf(program)).toEqual({ code: 42, signal: null });
    expect(host.readStatus().status).toBe("stopped");
  });

  test.each(["TERM", "INT", "QUIT"] as const)("passes %s on, and waits for what is made of it", async (signal) => {
    const host = makeHost();
    const trap = (heard: string) => `trap 'sleep 0.1; echo ${heard} > got; exit 5' ${heard}`;
    const main = `${trap("TERM")}; ${trap("INT")}; ${trap("QUIT")}; : > up; while :; do sleep 0.02; done`;
    const program = await inShell(host, main);
    await until(() => existsSync(`${host.workspace}/up`));
    program.kill(`SIG${signal}`);
    expect(await exitOf(program)).toEqual({ code: 5, signal: null });
    // The `env` of busybox cannot give INT and QUIT back to what runs in the background, so TERM is sent instead.
    const heard = name === "busybox" ? "TERM" : signal;
    expect(readFileSync(`${host.workspace}/got`, "utf8")).toBe(`${heard}\n`);
    expect(host.readStatus().status).toBe("stopped");
  });

  test("passes HUP and USR1 on, and goes on with both", async () => {
    const host = makeHost();
    const traps = "trap 'echo hup >> got' HUP; trap 'echo usr1 >> got' USR1";
    const program = await inShell(host, `${traps}; : > up; until [ -e done ]; do sleep 0.02; done`);
    await until(() => existsSync(`${host.workspace}/up`));
    for (const [signal, line] of [
      ["SIGHUP", "hup"],
      ["SIGUSR1", "usr1"],
    ] as const) {
      program.kill(signal);
      await until(() => tryTo(() => readFileSync(`${host.workspace}/got`, "utf8").includes(line)));
    }
    expect((await host.exec(": > done")).state).toBe("succeeded");
    expect(await exitOf(program)).toEqual({ code: 0, signal: null });
  });

  test("gives the main process its input, and all words as they are", async () => {
    const host = makeHost();
    const words = ["$(exit)", "a b", "*", "", "--"];
    const [program = "", ...rest] = [
      ...entry,
      AGENT,
      "run",
      "--",
      "/bin/sh",
      "-c",
      'cat; printf "<%s>" "$@"',
      "sh",
      ...words,
    ];
    const { status, stdout } = spawnSync(program, rest, {
      env: { PATH: process.env.PATH, PARA_STATUS_DIR: host.status },
      input: "line\n",
      encoding: "utf8",
      timeout: 10_000,
    });
    expect([status, stdout]).toEqual([0, "line\n<$(exit)><a b><*><><-->"]);
  });

  test("stops the main process after a shutdown", async () => {
    const host = makeHost();
    const program = await run(host, "sleep", "60");
    host.publish({ id: "s", type: "signal", signal: "shutdown", timeout_seconds: 1 });
    expect(await host.result("s")).toMatchObject({ state: "succeeded" });
    expect(await exitOf(program)).toEqual({ code: 143, signal: null });
  });

  test("gives a main process that ignores TERM ten seconds after a shutdown", { timeout: 30_000 }, async () => {
    const host = makeHost();
    const program = await inShell(host, "trap '' TERM; : > up; while :; do sleep 0.02; done");
    await until(() => existsSync(`${host.workspace}/up`));
    host.publish({ id: "s", type: "signal", signal: "shutdown", timeout_seconds: 1 });
    await host.result("s");
    const toldAt = performance.now();
    expect(await exitOf(program)).toEqual({ code: 137, signal: null });
    expect(performance.now() - toldAt).toBeGreaterThan(9000);
  });

  test("tells a main process that is not there by 127, and what ended one by 128 more", async () => {
    const host = makeHost();
    const start = (...main: string[]) => {
      const [program = "", ...rest] = [...entry, AGENT, "run", "--", ...main];
      const env = { PATH: process.env.PATH, PARA_STATUS_DIR: host.status };
      const result = spawnSync(program, rest, { env, encoding: "utf8", timeout: 10_000 });
      // Nothing of it may be left that holds the pipes.
      expect(result.error).toBeUndefined();
      return result;
    };
    const result = start("/nowhere/program");
    expect([result.status, result.stderr.includes("/nowhere/program")]).toEqual([127, true]);
    expect(start("/bin/sh", "-c", "kill -KILL $$").status).toBe(137);
    // No word of the entry point's own is taken for a program.
    expect(start("await", "1").status).toBe(127);
  });
});

test("a Node that does not know our flags is started without them", async () => {
  const host = makeHost();
  const other = `${host.workspace}/node`;
  const isFlag = 'case $1 in --*) echo "$1" >>flags; exit 9 ;; esac';
  writeFileSync(other, `#!/bin/sh\ncd "$PARA_WORKSPACE"\n${isFlag}\nexec ${process.execPath} "$@"\n`, { mode: 0o755 });
  await host.start({ args: [`--node=${other}`] });
  expect((await host.exec(":")).state).toBe("succeeded");
  expect(readFileSync(`${host.workspace}/flags`, "utf8").trim().split("\n")).toHaveLength(1);
  expect(host.readStatus().errors).toEqual([]);
});

test("without Node it says so, and ends with 127", () => {
  const { status, stderr } = spawnSync("/bin/sh", [AGENT, "--node=/nowhere/node"], { encoding: "utf8" });
  expect([status, stderr]).toEqual([127, "para-agent: there is no /nowhere/node in this image\n"]);
});

test("where another process started the entry point for it, the agent ends with that one too", async () => {
  const host = makeHost();
  const program = await host.start({ entry: [process.execPath] });
  const before = host.readStatus().boot_id;
  await host.exec("echo $PPID");
  program.kill("SIGKILL");
  await sleep(1500);
  const { sequence } = host.readStatus();
  host.publish({ id: "late", type: "exec", command: ":" });
  await sleep(500);
  expect(host.readStatus()).toMatchObject({ boot_id: before, sequence });
});

test("an agent alone ends with 0 on TERM, with its commands cancelled", async () => {
  const host = makeHost();
  const entry = await host.start();
  host.publish({
    id: "a",
    type: "exec",
    command: "trap '' TERM; : > up; while :; do sleep 0.02; done",
    kill_grace_seconds: 0,
  });
  await until(() => existsSync(`${host.workspace}/up`));
  entry.kill("SIGTERM");
  expect(await exitOf(entry)).toEqual({ code: 0, signal: null });
  expect(await host.result("a", 0)).toMatchObject({ state: "cancelled" });
}, 20_000);

test("without a status directory it says what to set, and ends with 2", () => {
  for (const [program, ...words] of [[process.execPath], ["/bin/sh", AGENT, `--node=${process.execPath}`]]) {
    const args = words.length > 0 ? words : [AGENT];
    const { status, stderr } = spawnSync(String(program), args, { env: { PATH: "" }, encoding: "utf8" });
    expect([status, stderr.split("\n")[0]]).toEqual([
      2,
      "para-agent: no status directory: set PARA_STATUS_DIR, or mount it at /para/status, or set PARA_SESSION_NAME",
    ]);
  }
});

test("validate accepts with 0, refuses with 1 and one line of JSON, and takes known kinds only", () => {
  const validate = (kind: string, input: string) => {
    const { status, stdout } = spawnSync(process.execPath, [AGENT, "validate", kind], { input, encoding: "utf8" });
    return [status, stdout];
  };
  expect(validate("status", '{"timestamp":"2024-01-20T10:30:00Z","status":"running"}')).toEqual([0, ""]);
  const [status, line] = validate(
    "commands",
    '{"commands":[{"id":"a","timestamp":"2024-01-20T10:30:00Z","type":"x"}]}',
  );
  expect([status, JSON.parse(String(line))]).toMatchObject([
    1,
    { code: "unsupported_command", pointer: "/commands/0/type" },
  ]);
  expect(validate("nonsense", "{}")[0]).toBe(2);
});

test("the bundle is one file that needs nothing beside it", () => {
  const directory = mkdtempSync(`${tmpdir()}/bundle-`);
  onTestFinished(() => rmSync(directory, { recursive: true }));
  copyFileSync(AGENT, `${directory}/para-agent.cjs`);
  const { stdout } = spawnSync(process.execPath, [`${directory}/para-agent.cjs`, "--version"], { encoding: "utf8" });
  expect(stdout).toMatch(/^[0-9]+\.[0-9]+\.[0-9]+\n$/);
});
