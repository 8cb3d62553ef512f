// The program's own help names every verb and fits a terminal; whichever way it is asked for, it is the same.
import { expect, test } from "vitest";
import { programHelp } from "./help.js";
import { styleFor } from "./output/style.js";
import { width } from "./output/width.js";
import { createWorkspace } from "./testing.js";
import { verbs } from "./verbs/index.js";

const plain = styleFor({}, {});

test("every verb has one line of 80 columns, and lines go on under themselves where there are fewer", () => {
  const lines = programHelp(plain, 80).split("\n");
  for (const line of lines) expect(width(line)).toBeLessThanOrEqual(80);
  for (const { name, summary } of verbs) expect(lines).toContain(`  ${name.padEnd(12)}${summary}`);
  for (const line of programHelp(plain, 50).split("\n").slice(4, -2)) expect(width(line), line).toBeLessThanOrEqual(50);
});

test("no words, --help, -h, help, and --help among other flags say the same", async () => {
  const workspace = createWorkspace();
  const help = programHelp(plain, 80);
  for (const words of [[], ["--help"], ["-h"], ["help"], ["--debug", "--help"]])
    expect(await workspace.run(...words), words.join(" ")).toEqual({ code: 0, signal: null, stdout: help, stderr: "" });
  expect((await workspace.run("help", "wait")).stdout).toBe((await workspace.run("wait", "--help")).stdout);
  await workspace.remove();
});
