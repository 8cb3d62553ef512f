// The container's command: the agent beside the main process, signals passed on, the main process's exit code; and `validate`.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, onTestFinished, test } from "vitest";
import { AGENT, exitOf, makeHost, until } from "./host.js";

describe("run -- MAIN", () => {
  test("ends with the main process's exit code, after the last status", async () => {
    const host = makeHost();
    const main = "until [ -e done ]; do sleep 0.02; done; exit 42";
    const entry = await host.start({ args: ["run", "--", "/bin/sh", "-c", `cd ${host.workspace}; ${main}`] });
    await host.exec(": > done");
    expect(await exitOf(entry)).toEqual({ code: 42, signal: null });
    expect(host.readStatus().status).toBe("stopped");
  });

  test("passes TERM on, and waits for what the main process makes of it", async () => {
    const host = makeHost();
    const main = `cd ${host.workspace}; trap 'echo term > got; exit 5' TERM; : > up; while :; do sleep 0.02; done`;
    const entry = await host.start({ args: ["run", "--", "/bin/sh", "-c", main] });
    await until(() => existsSync(`${host.workspace}/up`));
    entry.kill("SIGTERM");
    expect(await exitOf(entry)).toEqual({ code: 5, signal: null });
    expect(readFileSync(`${host.workspace}/got`, "utf8")).toBe("term\n");
    expect(host.readStatus().status).toBe("stopped");
  });

  test("stops the main process after a shutdown", async () => {
    const host = makeHost();
    const entry = await host.start({ args: ["run", "--", "sleep", "60"] });
    host.publish({ id: "s", type: "signal", signal: "shutdown", timeout_seconds: 1 });
    expect(await host.result("s")).toMatchObject({ state: "succeeded" });
    expect(await exitOf(entry)).toEqual({ code: 143, signal: null });
  });

  test("tells a main process that is not there by 127", async () => {
    const host = makeHost();
    const result = spawnSync(process.execPath, [AGENT, "run", "--", "/nowhere/program"], {
      env: { PATH: process.env.PATH, PARA_STATUS_DIR: host.status },
      encoding: "utf8",
      timeout: 20_000,
    });
    expect([result.status, result.stderr.includes("cannot be started")]).toEqual([127, true]);
  });
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
  const { status, stderr } = spawnSync(process.execPath, [AGENT], { env: { PATH: "" }, encoding: "utf8" });
  expect([status, stderr.split("\n")[0]]).toEqual([
    2,
    "para-agent: no status directory: set PARA_STATUS_DIR, or mount it at /para/status, or set PARA_SESSION_NAME",
  ]);
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
  copyFileSync(AGENT, `${directory}/para-agent.mjs`);
  const { stdout } = spawnSync(process.execPath, [`${directory}/para-agent.mjs`, "--version"], { encoding: "utf8" });
  expect(stdout).toMatch(/^[0-9]+\.[0-9]+\.[0-9]+\n$/);
});
