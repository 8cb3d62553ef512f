// Long work tells how far it has got: lines now and then without a terminal; in a real one a bar with rate and time left, which goes away.
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { App } from "../app.js";
import { createWorkspace, PROGRAM } from "../testing.js";
import { hasTerminal, openTerminal } from "../testing-terminal.js";
import { createSteps } from "./steps.js";
import { styleFor } from "./style.js";

const REPORT = new URL("../../../agent-sh/dist/para-report.sh", import.meta.url).pathname;

/** Surroundings whose standard error is no terminal, and what was written to it. */
function piped(): { app: App; lines: string[] } {
  const lines: string[] = [];
  const app = { stderr: {}, env: {}, errorStyle: styleFor({}, {}), note: (line: string) => lines.push(line) };
  return { app: app as unknown as App, lines };
}

afterEach(() => void vi.useRealTimers());

test("without a terminal a step is a line, and how far it has got is one every ten seconds", () => {
  vi.useFakeTimers();
  const { app, lines } = piped();
  const steps = createSteps(app, false);
  steps.step("archiving");
  for (let second = 0; second <= 25; second += 1) {
    steps.progress({ done: second * 1024 ** 2, total: 50 * 1024 ** 2, unit: "bytes" });
    vi.advanceTimersByTime(1_000);
  }
  expect(lines).toEqual([
    "archiving",
    "archiving: 20%, 10 MiB/50 MiB, 1.0 MiB/s, 40 s left",
    "archiving: 40%, 20 MiB/50 MiB, 1.0 MiB/s, 30 s left",
  ]);
  steps.step("removing", false);
  steps.done();
  expect(lines).toHaveLength(3);
});

test("a total that is not known makes no percentage, and what a session says of itself steers no terminal", () => {
  vi.useFakeTimers();
  const { app, lines } = piped();
  const steps = createSteps(app, false);
  steps.step("a\u001b[2Jb", false);
  vi.advanceTimersByTime(20_000);
  steps.progress({ done: 7, total: 0, unit: "count", message: "Round\n7\u001b]0;owned\u0007" });
  expect(lines).toEqual([expect.stringMatching(/^a.*b: 7 done Round 7/)]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none.
  expect(lines[0]).not.toMatch(/[\u0000-\u001f]/);
});

describe.skipIf(!hasTerminal)("in a terminal", () => {
  test("exec and wait show the session's progress below the output, finish that of the archive; then it is gone", async () => {
    const workspace = createWorkspace();
    onTestFinished(workspace.remove);
    expect(await workspace.run("start", "s", "--runtime", "local", "-q")).toMatchObject({ code: 0 });
    const report = `sh '${REPORT}' --phase building --progress $i/40 --message "module $i"`;
    writeFileSync(
      join(workspace.path, "work.sh"),
      `i=3; echo first; while ! test -e gate; do i=$((i+1)); ${report}; sleep 0.4; done; echo last\n`,
    );
    const terminal = openTerminal(workspace.path, 100, 12);
    onTestFinished(terminal.close);
    const type = (line: string) => {
      terminal.type(`clear; '${process.execPath}' '${PROGRAM}' ${line}`);
      terminal.keys("Enter");
    };
    const bar = /s: building +█+░+ +\d+% +\d+\/40 +[\d.]+\/s +\d+ s left +module \d+/;
    await terminal.shows("ready>");
    type("exec s -- sh work.sh");
    expect(await terminal.shows(bar)).toMatch(/first\n.*s: building/);

    const other = openTerminal(workspace.path, 60, 12);
    onTestFinished(other.close);
    await other.shows("ready>");
    other.type(`'${process.execPath}' '${PROGRAM}' wait s`);
    other.keys("Enter");
    // Narrower: the bar gives way, the numbers stay.
    await other.shows(/s: building +█*░+ +\d+% +\d+\/40/);
    writeFileSync(join(workspace.path, "gate"), "");
    expect(await terminal.shows(/last\nready> *$/m)).not.toContain("building");
    expect(await other.shows(/ready> *$/m)).not.toContain("building");

    const logs = join(workspace.path, ".para/state/docker/s/logs");
    mkdirSync(logs, { recursive: true });
    writeFileSync(join(logs, "large"), "");
    truncateSync(join(logs, "large"), 256 * 1024 ** 2);
    type("finish s");
    await terminal.shows(/archiving +█*░* +\d+% +[\d.]+ [KM]?i?B\/256 MiB/);
    expect(await terminal.shows(/s is finished/)).not.toContain("archiving");
  });
});
