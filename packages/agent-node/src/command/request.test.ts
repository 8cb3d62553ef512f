// The request: every word is quoted, in every shell that may be /bin/sh.
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { quote } from "./request.js";

const WORDS = [
  "",
  " ",
  "'",
  "''",
  "a'b",
  "\\",
  "\\'",
  '"',
  "$(id)",
  "`id`",
  "\n",
  "\n'\n",
  "-n",
  "*",
  "~",
  "!x",
  "é漢🎉",
  "\t\u0001\u007f",
];
const SHELLS = [
  ["/bin/sh"],
  ["dash"],
  ["bash"],
  ["busybox", "sh"],
  ["mksh"],
  ["ksh"],
  ["yash"],
  ["zsh", "--emulate", "sh"],
];

for (const [program = "", ...args] of SHELLS) {
  const isHere = spawnSync(program, [...args, "-c", ":"]).status === 0;
  test.skipIf(!isHere)(`${[program, ...args].join(" ")} reads a quoted word as it was`, () => {
    const script = `printf '%s\\000' ${WORDS.map(quote).join(" ")}`;
    // yash takes characters and no bytes: in a locale without UTF-8 it ends at the first that is not ASCII.
    const env = { ...process.env, LC_ALL: "C.UTF-8" };
    const { stdout } = spawnSync(program, args, { input: script, encoding: "utf8", env });
    expect(stdout.split("\0").slice(0, -1)).toEqual(WORDS);
  });
}
