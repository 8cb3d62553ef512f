// Where the flags of `exec` end and the command begins.
import { expect, test } from "vitest";
import { splitExecWords } from "./exec-words.js";

const split = (line: string) => splitExecWords(line.split(" ")).join(" ");

test("after -- nothing is a flag of ours", () => {
  expect(split("exec s -- ls -l --timeout 5")).toBe("exec -- s ls -l --timeout 5");
  expect(split("exec -e A=1 s -w /x -- cmd -d")).toBe("exec -e A=1 -w /x -- s cmd -d");
});

test("without -- the command begins at the second word that is no flag", () => {
  expect(split("exec s ls -l")).toBe("exec -- s ls -l");
  expect(split("exec -d s sh -c x -- y")).toBe("exec -d -- s sh -c x -- y");
});

test("a session that is not named is an empty word", () => {
  expect(splitExecWords(["exec", "--timeout", "5", "--", "ls"])).toEqual(["exec", "--timeout", "5", "--", "", "ls"]);
});

test("values of flags are told from sessions, also where short flags stand together", () => {
  expect(split("exec -de A=1 s ls")).toBe("exec -de A=1 -- s ls");
  expect(split("exec -eA=1 --env=B=2 s ls")).toBe("exec -eA=1 --env=B=2 -- s ls");
  expect(split("exec --state-dir /x s ls")).toBe("exec --state-dir /x -- s ls");
});

test("help is not swallowed", () => {
  expect(split("exec --help")).toBe("exec --help -- ");
});
