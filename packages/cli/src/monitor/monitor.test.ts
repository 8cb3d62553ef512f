// The monitor in a real terminal (tmux), on a real session: what it shows moves, keys act, and the terminal is given back.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorkspace, PROGRAM, type Workspace } from "../testing.js";
import { hasTerminal, openTerminal, type Terminal } from "../testing-terminal.js";

const REPORT = new URL("../../../agent-sh/dist/para-report.sh", import.meta.url).pathname;

/** Letters of an attack: none of its sequences may reach the terminal. */
const ATTACK = "evil\u001b[2J\u001b]0;owned\u0007\u009b31m\u202etxt";

describe.skipIf(!hasTerminal)("the monitor in a terminal", () => {
  let workspace: Workspace;
  let terminal: Terminal;
  beforeAll(async () => {
    workspace = createWorkspace();
    for (const name of ["alpha", "beta"]) {
      const started = await workspace.run("start", name, "--runtime", "local");
      expect(started, started.stderr).toMatchObject({ code: 0 });
    }
    terminal = openTerminal(workspace.path);
  });
  afterAll(async () => {
    terminal.close();
    await workspace.remove();
  });

  test("shows sessions live, those that need a person first; acts on keys after a question; gives the terminal back", async () => {
    const { keys, shows } = terminal;
    await shows("ready>");
    keys(`'${process.execPath}' '${PROGRAM}' monitor`, "Enter");
    await shows("2 sessions");

    const flags = ["--phase", "migrating", "--progress", "3/4", "--attention", ATTACK, "--warning", ATTACK];
    expect(await workspace.run("exec", "beta", "--", "sh", REPORT, ...flags)).toMatchObject({ code: 0 });
    const calling = await shows("1 needs you");
    expect(calling.split("\n")[2]).toMatch(/^›! beta +running .*migrating +████████░░ 75%/);
    expect(calling).toContain("evil");
    expect(terminal.state("#{pane_title}")).not.toContain("owned");

    keys("e");
    await shows("run in beta:");
    terminal.type("echo one; echo two >&2; sleep 96");
    keys("Enter");
    keys("Enter");
    keys("2");
    await shows(/cmd-\S+ +running/);
    await shows(/ one\n(.*\n)* ?two|two\n(.*\n)* ?one/);

    keys("c");
    await shows("[y/N]");
    keys("n");
    await shows("left as it is");
    keys("c");
    await shows("[y/N]");
    keys("y");
    await shows(/cmd-\S+ +cancelled/);

    terminal.resize(60, 15);
    keys("q");
    const small = await shows(/SESSION +STATE/);
    for (const line of small.trimEnd().split("\n")) expect(line.length).toBeLessThanOrEqual(60);
    terminal.resize(80, 24);

    keys("F");
    await shows(/Finish \S+: shut it down/);
    keys("y");
    await shows("1 session");
    expect((await workspace.run("list", "-q")).stdout).toBe("alpha\n");

    keys("q");
    const after = await shows(/ready> *$/m);
    expect(after).not.toContain("SESSION");
    expect(terminal.state("#{alternate_on} #{cursor_flag}")).toBe("0 1");
  });
});

test("without a terminal the monitor says what to do, prints the table once, and tells events as JSON", async () => {
  const workspace = createWorkspace();
  expect(await workspace.run("start", "gamma", "--runtime", "local", "-q")).toMatchObject({
    code: 0,
    stdout: "gamma\n",
  });
  const refused = await workspace.run("monitor");
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("monitor --once");
  expect((await workspace.run("monitor", "--once")).stdout).toMatch(/^gamma +running/m);
  const events = workspace.spawn(["monitor", "--json"]);
  await events.saw('"session":"gamma"');
  await workspace.run("finish", "gamma", "--discard", "-q");
  await events.saw('"event":"gone"');
  events.child.kill("SIGINT");
  const { code, stdout } = await events.ended;
  expect(code).toBe(0);
  const first = JSON.parse(stdout.split("\n")[0] ?? "");
  expect(first).toMatchObject({
    event: "session",
    session: "gamma",
    status: { status: "running", host: { session_name: "gamma" } },
  });
  await workspace.remove();
});
