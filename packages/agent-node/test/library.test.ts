// The library: an agent inside a program of its own, and reports from any program.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { isProtocolError } from "@para-docker/protocol";
import { expect, onTestFinished, test } from "vitest";
import { type AgentOptions, createAgent, report } from "../src/index.js";
import { agentDirectory } from "../src/path.js";
import { AGENT, makeHost, until } from "./host.js";

async function withAgent(options: AgentOptions) {
  const host = makeHost();
  const env = {
    PATH: process.env.PATH,
    PARA_STATUS_DIR: host.status,
    PARA_WORKSPACE: host.workspace,
    PARA_AGENT_CONFIG: "/nowhere",
  };
  const agent = createAgent({ ...options, env });
  onTestFinished(async () => {
    agent.stop(0);
    await agent.stopped;
  });
  return { host, agent };
}

test("custom signals are answered by their functions", async () => {
  const seen: unknown[] = [];
  const { host } = await withAgent({
    signals: {
      flush: ({ id, signal }) => seen.push([id, signal]),
      fail: async () => {
        throw new Error("not today");
      },
      hang: () => new Promise(() => undefined),
    },
  });
  host.publish(
    { id: "f", type: "signal", signal: "flush" },
    { id: "g", type: "signal", signal: "fail" },
    { id: "h", type: "signal", signal: "hang", timeout_seconds: 1 },
    { id: "i", type: "signal", signal: "constructor" },
  );
  expect(await host.result("f")).toMatchObject({ state: "succeeded", exit_code: 0 });
  expect(await host.result("g")).toMatchObject({ state: "failed", exit_code: 1, message: "not today" });
  expect(await host.result("h")).toMatchObject({ state: "timed_out" });
  expect(await host.result("i")).toMatchObject({ state: "rejected", code: "unsupported_signal" });
  expect(seen).toEqual([["f", "flush"]]);
});

test("health and services are what the functions say", async () => {
  let well = true;
  const { host } = await withAgent({
    checkIntervalSeconds: 0.05,
    health: () => well,
    services: {
      up: async () => true,
      down: () => {
        throw new Error("no");
      },
    },
  });
  await host.statusWhen(
    ({ health, services }) => health === "healthy" && services?.up === "running" && services.down === "error",
  );
  well = false;
  await host.statusWhen(({ health }) => health === "unhealthy");
});

test("an agent in a program runs commands, reports, and stops when it is told", async () => {
  const { host, agent } = await withAgent({});
  expect(await host.exec("exit 3")).toMatchObject({ state: "failed", exit_code: 3 });
  agent.report({ phase: "serving" });
  host.publish({ id: "p", type: "signal", signal: "ping" });
  await host.result("p");
  await host.statusWhen(({ phase }) => phase === "serving");
  agent.stop(0);
  await agent.stopped;
  expect(host.readStatus()).toMatchObject({ status: "stopped", phase: "serving" });
});

test("report() reaches the status by way of a file, at once and in order", async () => {
  const { host } = await withAgent({});
  for (let n = 1; n <= 20; n++) report({ progress: { current: n, total: 20 } }, { statusDir: host.status });
  const status = await host.statusWhen(({ progress }) => progress?.current === 20, 1000);
  expect(status.progress).toEqual({ current: 20, total: 20 });
  await until(() => readdirSync(`${host.status}/reports`).length === 0);
});

test("report() refuses what the agent would, and leaves nothing behind", () => {
  const statusDir = mkdtempSync(`${tmpdir()}/report-`);
  onTestFinished(() => rmSync(statusDir, { recursive: true }));
  let code: string | undefined;
  try {
    report({ progress: { current: -1, total: 0 } }, { statusDir });
  } catch (error) {
    code = isProtocolError(error) ? error.code : undefined;
  }
  expect(code).toBe("invalid_schema");
  expect(readdirSync(statusDir)).toEqual([]);
  report({ phase: "alone" }, { statusDir });
  const [name = ""] = readdirSync(`${statusDir}/reports`);
  expect(JSON.parse(readFileSync(`${statusDir}/reports/${name}`, "utf8"))).toEqual({ phase: "alone" });
});

test("values of secret variables reach no file of the agent's", async () => {
  const host = makeHost({ secret_env: ["TOKEN"] });
  await host.start({ env: { TOKEN: "s3cr3t-value" } });
  mkdirSync(`${host.status}/reports`, { recursive: true });
  const told = {
    phase: "with s3cr3t-value",
    warnings: [{ message: "s3cr3t-value" }],
    custom: { deep: [{ "s3cr3t-value": 1 }] },
  };
  host.report(told);
  const status = await host.statusWhen(({ phase }) => phase !== undefined);
  expect(status.phase).toBe("with [secret]");
  await host.exec('test -n "$TOKEN"', { env_from: ["TOKEN"] });
  for (const name of ["status.json", "logs/agent.jsonl"]) {
    expect(readFileSync(`${host.status}/${name}`, "utf8")).not.toContain("s3cr3t");
  }
});

test("agentDirectory is where this package's files lie", () => {
  expect(agentDirectory).toMatch(/agent-node\/(src|dist)$/);
});

test("para-report lies beside the bundle, and reports to this agent too", async () => {
  const host = makeHost();
  await host.start();
  const script = AGENT.replace("para-agent.cjs", "para-report.sh");
  const args = [
    script,
    "--phase",
    "building",
    "--progress",
    "45/100",
    "--message",
    "half of 'it'",
    "--service",
    "api=running",
  ];
  const { status, stderr } = spawnSync("/bin/sh", args, {
    env: { PATH: process.env.PATH, PARA_STATUS_DIR: host.status },
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  await host.statusWhen(({ phase, progress, services }) => {
    return phase === "building" && progress?.message === "half of 'it'" && services?.api === "running";
  });
});
