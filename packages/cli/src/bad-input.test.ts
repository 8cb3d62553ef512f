// Every mistake is one line that says what is wrong, one that says what to do, and the right exit code.
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorkspace, type Ended, type Workspace } from "./testing.js";

let workspace: Workspace;
beforeAll(() => {
  workspace = createWorkspace();
});
afterAll(() => workspace.remove());

/** Two lines on standard error, nothing on standard output, no stack. */
function expectTold(ended: Ended, code: number, what: RegExp): void {
  expect(ended.stderr).toMatch(what);
  expect(ended.stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(2);
  expect(ended.stderr.split("\n")[0]).toMatch(/^para-docker: .*[.?]$/);
  expect(ended.stderr.split("\n")[1] ?? "").toMatch(/^ {2}\S/);
  expect(ended.stderr).not.toMatch(/\n\s+at |node:internal/);
  expect(ended.stdout).toBe("");
  expect(ended.code).toBe(code);
}

const nowhere = { DOCKER_HOST: "unix:///nowhere/docker.sock" };

test("no state root", async () => {
  for (const words of [
    ["status", "demo"],
    ["exec", "demo", "--", "true"],
    ["finish", "demo"],
    ["list"],
    ["logs", "demo"],
    ["wait", "demo"],
  ]) {
    expectTold(await workspace.run(...words), 125, /no \.para\/state/);
  }
});

test("a name that is no name, or reserved, is a usage error and leaves nothing", async () => {
  for (const name of ["shared", "../x", "a/b", "x".repeat(51), "", ".host", "a b"]) {
    expectTold(await workspace.run("start", "--runtime", "local", "--", name), 2, /name|reserved/);
  }
  expectTold(await workspace.run("start", "--runtime", "local", "-x"), 2, /[Uu]nknown option '-x'/);
  expectTold(await workspace.run("start", "--runtime", "local", "--", "-x"), 2, /name/);
  expect(readdirSync(workspace.path)).toEqual([]);
});

test("words that fit no verb", async () => {
  expectTold(await workspace.run("begin"), 2, /no verb "begin"/);
  expectTold(await workspace.run("statsu"), 2, /statsu/);
  expect((await workspace.run("statsu")).stderr).toContain("Did you mean status?");
  expectTold(await workspace.run("start"), 2, /needs a name/);
  expectTold(await workspace.run("start", "demo", "--runtime", "vm"), 2, /runtime/);
  expectTold(await workspace.run("exec", "demo"), 2, /no command to run/);
  expectTold(await workspace.run("exec", "demo", "--"), 2, /no command to run/);
  expectTold(await workspace.run("exec", "--timeout", "soon", "demo", "--", "true"), 2, /--timeout "soon"/);
  expectTold(await workspace.run("exec", "-e", "1=1", "demo", "--", "true"), 2, /variable/);
  expectTold(await workspace.run("signal"), 2, /no signal/);
  expectTold(await workspace.run("signal", "demo", "SIGTERM"), 2, /no signal/);
  expectTold(await workspace.run("wait", "demo", "--for", "luck"), 2, /no condition/);
  expectTold(await workspace.run("completion", "tcsh"), 2, /tcsh/);
  expectTold(await workspace.run("list", "demo"), 2, /no session/);
  expectTold(await workspace.run("attach", "demo"), 2, /a session's name and a container/);
  expectTold(await workspace.run("doctor", "demo"), 2, /no session/);
  expectTold(await workspace.run("clean", "demo"), 2, /no session/);
});

test("words of docker and para are told what they are here", async () => {
  for (const [words, hint] of [
    [["ps"], "para-docker list."],
    [["run", "-it", "busybox"], "para-docker start."],
    [["docker", "exec", "demo", "ls"], "para-docker exec, without docker"],
    [["exec", "-it", "demo", "sh"], "docker exec -it CONTAINER sh"],
    [["start", "-d", "demo", "--image", "busybox"], "leave it out"],
    [["start", "demo", "--docker-image", "busybox"], "--image"],
    [["clean", "--force"], "--yes"],
  ] as const) {
    const ended = await workspace.run(...words);
    expectTold(ended, 2, /[Nn]o verb|[Uu]nknown option/);
    expect(ended.stderr, words.join(" ")).toContain(hint);
  }
});

test("no engine answers", async () => {
  const ended = await workspace.spawn(["start", "demo", "--image", "busybox"], { env: nowhere }).ended;
  expectTold(ended, 125, /engine/);
  expect(ended.stderr).toContain("--runtime local");
});

test("the local runtime refuses what it cannot do", async () => {
  expectTold(await workspace.run("start", "demo", "--runtime", "local", "--image", "busybox"), 2, /image/);
  expectTold(await workspace.run("start", "demo", "--runtime", "local", "-p", "80:80"), 2, /ports/);
});

test("no session of that name", async () => {
  mkdirSync(join(workspace.path, ".para/state"), { recursive: true });
  for (const words of [
    ["status", "demo"],
    ["exec", "demo", "--", "true"],
    ["finish", "demo"],
    ["logs", "demo"],
    ["wait", "demo"],
    ["signal", "demo", "ping"],
    ["cancel", "demo", "x"],
  ]) {
    expectTold(await workspace.run(...words), 125, /no session/i);
  }
  expectTold(await workspace.run("status"), 125, /no session here/);
  expectTold(await workspace.run("status", "shared"), 2, /reserved/);
});

test("what a session does not have is told, whichever way it is asked for", async () => {
  const other = createWorkspace();
  expect(await other.run("start", "demo", "--runtime", "local", "-q")).toMatchObject({ code: 0 });
  for (const words of [
    ["logs", "demo", "cmd-99"],
    ["logs", "demo", "cmd-99", "-f"],
    ["cancel", "demo", "cmd-99"],
    ["wait", "demo", "--for", "command=cmd-99"],
  ]) {
    expectTold(await other.run(...words), 125, /No command "cmd-99"/);
  }
  expectTold(await other.run("cancel", "demo"), 2, /no command to cancel/);
  expectTold(await other.run("signal", "demo"), 2, /no signal to send/);
  await other.remove();
});

test("a start that fails takes away the state root that it made, and none that was there", async () => {
  const other = createWorkspace();
  const start = () => other.spawn(["start", "demo", "--image", "busybox"], { env: nowhere }).ended;
  expectTold(await start(), 125, /No Docker engine answers/);
  expect(readdirSync(other.path)).toEqual([]);
  mkdirSync(join(other.path, ".para/state"), { recursive: true });
  expectTold(await start(), 125, /No Docker engine answers/);
  expect(existsSync(join(other.path, ".para/state"))).toBe(true);
  await other.remove();
});

test("a session whose agent fails to start leaves nothing behind", async () => {
  const ended = await workspace.run(
    "start",
    "demo",
    "--runtime",
    "local",
    "-e",
    "PARA_AGENT_CONFIG=/nowhere",
    "--workspace",
    "/nowhere",
  );
  expect(ended.code).toBeGreaterThan(1);
  expect((await workspace.run("list", "--quiet")).stdout).toBe("");
  const state = join(workspace.path, ".para/state");
  const left = existsSync(state) ? readdirSync(state, { recursive: true }) : [];
  expect(left.filter((name) => String(name).includes("demo"))).toEqual([]);
});

test("a state root that is a link is not followed", async () => {
  const other = createWorkspace();
  mkdirSync(join(workspace.path, ".para/state"), { recursive: true });
  mkdirSync(join(other.path, ".para"));
  symlinkSync(join(workspace.path, ".para/state"), join(other.path, ".para/state"));
  expectTold(await other.run("list"), 125, /not reached by directories/);
  await other.remove();
});

test("documents that cannot be read, or are not valid", async () => {
  expectTold(await workspace.run("validate", "nowhere.json"), 2, /[Kk]ind/);
  expectTold(await workspace.run("validate", "status", "nowhere.json"), 125, /no such file/);
  expectTold(await workspace.run("validate", "status", "."), 125, /directory/);
  writeFileSync(join(workspace.path, "status.json"), '{"status":"running"}');
  const bad = await workspace.run("validate", "status.json");
  expect(bad).toMatchObject({ code: 1, stderr: "" });
  expect(bad.stdout).toMatch(/^status\.json: invalid_schema .*timestamp/);
  const good = await workspace.spawn(["validate", "status", "-"], {
    stdin: '{"timestamp":"2024-01-20T10:30:00Z","status":"running"}',
  }).ended;
  expect(good).toMatchObject({ code: 0, stdout: "standard input: valid status\n" });
});

test("--debug shows where it came from", async () => {
  const ended = await workspace.run("status", "demo", "--debug");
  expect(ended.stderr).toMatch(/\n\s+at /);
});

test("an escape sequence on the command line does not reach the terminal", async () => {
  mkdirSync(join(workspace.path, ".para/state"), { recursive: true });
  const ended = await workspace.run("status", "\u001b[2Jdemo");
  expect(ended.code).toBe(2);
  expect(ended.stderr).not.toContain("\u001b");
});
