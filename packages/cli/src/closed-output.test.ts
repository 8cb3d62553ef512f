// Output that goes nowhere: a reader that has had enough ends every verb quietly, a full disk is told, and nothing is left behind.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorkspace, PROGRAM, type Workspace } from "./testing.js";

let workspace: Workspace;
beforeAll(async () => {
  workspace = createWorkspace();
  expect(await workspace.run("start", "s", "--runtime", "local", "-q")).toMatchObject({ code: 0 });
  // Many lines of log.
  for (const _ of "12345678") expect(await workspace.run("signal", "s", "ping", "-q")).toMatchObject({ code: 0 });
});
afterAll(() => workspace.remove());

/** Runs `line` in bash, where `pd` is the program. */
function shell(line: string) {
  const script = `pd() { "${process.execPath}" "${PROGRAM}" "$@"; }; ${line}`;
  const { stdout, stderr, status } = spawnSync("bash", ["-c", script], {
    cwd: workspace.path,
    encoding: "utf8",
    timeout: 25_000,
  });
  return { stdout, stderr, code: status };
}

test.each([
  "list",
  "list --json",
  "status s",
  "status s --json",
  "logs s",
  "logs s -f",
  "logs s --json -f",
  "monitor --json",
  "monitor --once",
  "doctor",
  "--help",
  "start --help",
])("%s into a reader of one line says nothing more, and ends", (words) => {
  // The end of the reader shows at the next record: one comes.
  const next = words.includes("-f") ? "(sleep 2; pd signal s ping -q) >&2 & " : "";
  const ended = shell(`${next}pd ${words} | head -n 1; echo "\${PIPESTATUS[0]}"; wait`);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  const [line, code, ...more] = ended.stdout.split("\n");
  expect(line).not.toBe("");
  expect(["0", "1", "141"]).toContain(code);
  expect(more).toEqual([""]);
});

test.skipIf(!existsSync("/dev/full"))(
  "a full disk is told in one line, with what to do, and cancels what ran",
  async () => {
    for (const words of ["list --json", "status s", "logs s", "monitor --json", "--help", "exec --id full s -- yes"]) {
      const ended = shell(`pd ${words} > /dev/full`);
      expect(ended, words).toMatchObject({ code: 125, stdout: "" });
      expect(ended.stderr, words).toBe(
        "para-docker: The output cannot be written (ENOSPC).\n  Make room on the disk, or write it elsewhere.\n",
      );
    }
    expect(await workspace.run("wait", "s", "--for", "command=full", "--timeout", "15", "-q")).toMatchObject({
      code: 130,
    });
  },
);
