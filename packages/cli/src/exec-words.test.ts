// Where the flags of `exec` end and the command begins.
import { expect, test } from "vitest";
import { COMMON_OPTIONS } from "./definition.js";
import { splitExecWords } from "./exec-words.js";
import { exec } from "./verbs/exec.js";

const options = [...exec.options, ...COMMON_OPTIONS];
const split = (line: string) => splitExecWords(line.split(" ").slice(1), options).join(" ");

test("after -- nothing is a flag of ours", () => {
  expect(split("exec s -- ls -l --timeout 5")).toBe("-- s ls -l --timeout 5");
  expect(split("exec -e A=1 s -w /x -- cmd -d")).toBe("-e A=1 -w /x -- s cmd -d");
});

test("without -- the command begins at the second word that is no flag", () => {
  expect(split("exec s ls -l")).toBe("-- s ls -l");
  expect(split("exec -d s sh -c x -- y")).toBe("-d -- s sh -c x -- y");
});

test("a session that is not named is an empty word", () => {
  expect(splitExecWords(["--timeout", "5", "--", "ls"], options)).toEqual(["--timeout", "5", "--", "", "ls"]);
});

test("values of flags are told from sessions, also where short flags stand together", () => {
  expect(split("exec -de A=1 s ls")).toBe("-de A=1 -- s ls");
  expect(split("exec -eA=1 --env=B=2 s ls")).toBe("-eA=1 --env=B=2 -- s ls");
  expect(split("exec --state-dir /x s ls")).toBe("--state-dir /x -- s ls");
});

test("help is not swallowed", () => {
  expect(split("exec --help")).toBe("--help -- ");
});
