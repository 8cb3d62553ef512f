// The program as its users meet it: good runs, wrong usage, and programs that do everything wrong. It leaves nothing behind.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { packageDirectory } from "../src/data.js";
import { ownProgram, runProgram } from "./support.js";

const plain = ownProgram("broken-agents", "plain.mjs");
const scratch = mkdtempSync(join(tmpdir(), "para-cli-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** Runs para-conformance in a temporary directory of its own. */
const conformance = (args: string[], stopAfterMs?: number) => runProgram(scratch, args, { stopAfterMs });

const clean = { left: [], processes: [] };
const shell = (script: string) => ["--", "/bin/sh", "-c", script];

test("a conformant agent's run is TAP and ends with 0", { timeout: 60_000 }, async () => {
  const run = await conformance(["agent", "--filter", "agent/exec/exit-", "--patience", "3", "--", ...plain]);
  expect(run).toMatchObject({ code: 0, ...clean });
  expect(run.stdout).toMatch(/^TAP version 14\n1\.\.2\nok 1 - agent\/exec\/exit-code-is-reported # time=\d+ms\nok 2 /);
  expect(run.stdout).toContain("# 2 passed, 0 failed, 0 skipped, 0 errored");
});

test("a failed case says why, which step, what was seen, and how to run it alone; --keep keeps its files", {
  timeout: 60_000,
}, async () => {
  const broken = ownProgram("broken-agents", "agent", "adds-a-line-end.mjs");
  const run = await conformance(["agent", "--filter", "agent/exec/stdin-is-given-whole", "--keep", "--", ...broken]);
  expect(run).toMatchObject({ code: 1, processes: [] });
  expect(run.stdout).toMatch(/not ok 1 - agent\/exec\/stdin-is-given-whole\n {2}---\n/);
  for (const key of ["fact", "spec", "reason", "step", "seen", "files", "alone"])
    expect(run.stdout).toContain(`  ${key}: "`);
  const files = /files: "([^"]+)"/.exec(run.stdout)?.[1] ?? "";
  expect(readdirSync(files)).toContain("status");
});

test("--list prints ids and facts and runs nothing", async () => {
  const run = await conformance(["agent", "--list", "--filter", "agent/order/"]);
  expect(run).toMatchObject({ code: 0, ...clean });
  expect(run.stdout.split("\n")[0]).toMatch(/^agent\/order\/[a-z-]+\tMUST\t\S/);
});

test("a known failure that passes turns the run red, one that fails does not", { timeout: 60_000 }, async () => {
  const known = join(scratch, "known.txt");
  writeFileSync(known, "# why\nagent/exec/stdin-is-given-whole # since\n");
  const args = ["agent", "--filter", "agent/exec/stdin-is-given-whole", "--known-failures", known, "--"];
  expect(await conformance([...args, ...ownProgram("broken-agents", "agent", "adds-a-line-end.mjs")])).toMatchObject({
    code: 0,
    ...clean,
  });
  const green = await conformance([...args, ...plain]);
  expect(green).toMatchObject({ code: 1, ...clean });
  expect(green.stdout).toContain("take it off the list");
});

test("a case of the caller's own is run, and one that is none is the caller's fault", { timeout: 60_000 }, async () => {
  const cases = mkdtempSync(join(scratch, "cases-"));
  const own = JSON.parse(
    readFileSync(join(packageDirectory, "cases/agent/signals/ping-is-answered.case.json"), "utf8"),
  );
  writeFileSync(join(cases, "mine.case.json"), JSON.stringify(own));
  expect(await conformance(["agent", "--cases", cases, "--", ...plain])).toMatchObject({ code: 0, ...clean });
  writeFileSync(join(cases, "mine.case.json"), JSON.stringify({ ...own, steps: [{ start: { fast: true } }] }));
  const run = await conformance(["agent", "--cases", cases, "--", ...plain]);
  expect(run).toMatchObject({ code: 2, stdout: "", ...clean });
  expect(run.stderr).toMatch(/mine\.case\.json is no case: \/steps\/0: start/);
});

test.each([
  ["no program", ["agent"], "give the command line after --"],
  ["a program that is not there", ["agent", "--", "/nowhere/agent"], "/nowhere/agent is no program"],
  ["a file that cannot be run", ["agent", "--", join(packageDirectory, "package.json")], "no program that can be run"],
  ["a role that there is not", ["dance", "--", "true"], "unknown command"],
  ["an option that there is not", ["agent", "--fast", "--", "true"], "unknown option"],
  ["jobs that are no number", ["agent", "--jobs", "many", "--", "true"], "--jobs takes a number"],
  ["a filter that matches nothing", ["agent", "--filter", "nothing-like-it", "--", "true"], "no check matches"],
  ["a report that cannot be written", ["agent", "--html", "/nowhere/r.html", "--", "true"], "cannot write the report"],
  [
    "known failures that are not there",
    ["agent", "--known-failures", "/nowhere/list", "--", "true"],
    "cannot read the known failures",
  ],
])("wrong usage: %s is told in one line, exit 2", async (_, args, words) => {
  const run = await conformance(args);
  expect(run).toMatchObject({ code: 2, ...clean });
  expect(run.stderr).toContain(words);
  expect(run.stderr).not.toMatch(/\n\s+at /);
});

test("a known failure that is no case is told with its line", async () => {
  const known = join(scratch, "wrong.txt");
  writeFileSync(known, "\nagent/no/such-case\n");
  const run = await conformance(["agent", "--known-failures", known, "--", "true"]);
  expect(run).toMatchObject({ code: 2, ...clean });
  expect(run.stderr).toContain("wrong.txt:2: there is no case agent/no/such-case");
});

test.each([
  [
    "exits at once",
    'echo "usage: agent" >&2; exit 64',
    /Bail out! the agent wrote no status: it exited with 64\. This is the adapter.*usage: agent/,
  ],
  ["hangs", "sleep 300", /Bail out! the agent wrote no status within/],
  ["floods its output", "exec yes flood", /Bail out! the agent wrote no status within/],
  [
    "forks and leaves",
    "(sleep 300 &) ; (setsid sleep 300 &) ; exit 0",
    /Bail out! the agent wrote no status: it exited with 0/,
  ],
])(
  "a program that %s is told from an agent, and nothing of it stays",
  { timeout: 60_000 },
  async (_, script, words) => {
    const run = await conformance(["agent", "--patience", "0.1", ...shell(script)]);
    expect(run).toMatchObject({ code: 1, ...clean });
    expect(run.stdout).toMatch(words);
  },
);

test("an agent that writes garbage fails its cases and breaks nothing", { timeout: 60_000 }, async () => {
  const garbage =
    'printf "\\377\\033[2J" > "$PARA_STATUS_DIR/status.json"; mkfifo "$PARA_STATUS_DIR/metrics.json"; sleep 300';
  const run = await conformance([
    "agent",
    "--patience",
    "0.1",
    "--filter",
    "first-status",
    "--filter",
    "metrics-are",
    ...shell(garbage),
  ]);
  expect(run).toMatchObject({ code: 1, ...clean });
  expect(run.stdout).toContain("# 0 passed, 2 failed, 0 skipped, 0 errored");
  expect(run.stdout).not.toContain("\u001b");
});

test("a validator that leaves a process behind is judged, and the process ended", { timeout: 60_000 }, async () => {
  const run = await conformance([
    "validate",
    "--filter",
    "metrics/valid/least",
    ...shell("(setsid sleep 300 &); exit 0"),
  ]);
  expect(run).toMatchObject({ code: 0, ...clean });
});

test("an agent that makes its directory unreadable leaves nothing either", { timeout: 60_000 }, async () => {
  const script = 'cd "$PARA_STATUS_DIR"; mkdir -p a/b; echo "{}" > status.json; chmod 000 a; sleep 300';
  expect(await conformance(["agent", "--patience", "0.1", "--filter", "first-status", ...shell(script)])).toMatchObject(
    { code: 1, ...clean },
  );
});

test("a run that is interrupted leaves no process and no directory", { timeout: 60_000 }, async () => {
  expect(await conformance(["agent", "--", ...plain], 2500)).toMatchObject({ code: 2, ...clean });
});

test("smoke tells a wrong command line from a wrong agent", { timeout: 60_000 }, async () => {
  expect(await conformance(["smoke", "agent", "--patience", "3", "--", ...plain])).toMatchObject({ code: 0, ...clean });
  const adapter = await conformance(["smoke", "agent", "--patience", "0.1", ...shell("exit 3")]);
  expect(adapter).toMatchObject({ code: 1, ...clean });
  expect(adapter.stdout).toContain("This is the adapter");
  const agent = await conformance([
    "smoke",
    "agent",
    "--patience",
    "0.1",
    ...shell('echo "{}" > "$PARA_STATUS_DIR/status.json"; sleep 300'),
  ]);
  expect(agent).toMatchObject({ code: 1, ...clean });
  expect(agent.stdout).toContain("This is the agent");
});
