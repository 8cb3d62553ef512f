// Exit statuses as the shells tell them.
import { expect, test } from "vitest";
import { endingOf } from "./ending.js";

test("a status is an exit code, unless the shell said that a signal did it", () => {
  expect(endingOf(0, false)).toEqual({ exit_code: 0 });
  expect(endingOf(137, false)).toEqual({ exit_code: 137 });
  expect(endingOf(137, true)).toEqual({ signal: "SIGKILL" });
  expect(endingOf(200, true)).toEqual({ exit_code: 200 });
});

test("ksh and yash have numbers of their own for signals", () => {
  expect(endingOf(256 + 15, false)).toEqual({ signal: "SIGTERM" });
  expect(endingOf(384 + 9, false)).toEqual({ signal: "SIGKILL" });
});
