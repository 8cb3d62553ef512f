// Keys as terminals send them, whole, in pieces and many at once.
import { expect, test } from "vitest";
import { createKeyboard } from "./keyboard.js";

const keysOf = (...pieces: string[]) => {
  const keyboard = createKeyboard();
  return [...pieces.flatMap((piece) => keyboard.take(piece)), ...keyboard.settle()];
};
const names = (...pieces: string[]) => keysOf(...pieces).map((key) => key.name ?? key.text);

test("arrows in both modes, pages, enter, tab, backspace, escape", () => {
  expect(names("\u001b[A\u001b[B\u001bOC\u001bOD\u001b[5~\u001b[6~\r\t\u007f")).toEqual([
    "up",
    "down",
    "right",
    "left",
    "pageUp",
    "pageDown",
    "enter",
    "tab",
    "backspace",
  ]);
  expect(names("\u001b")).toEqual(["escape"]);
  expect(names("j", "\u001b")).toEqual(["j", "escape"]);
});

test("a sequence that comes in pieces is one key", () => {
  expect(names("\u001b", "[", "A")).toEqual(["up"]);
  expect(names("x\u001b[", "6~y")).toEqual(["x", "pageDown", "y"]);
});

test("several characters at once are several keys, control characters have their letter", () => {
  expect(names("jjG")).toEqual(["j", "j", "G"]);
  expect(keysOf("\u0003")).toEqual([{ text: "c", ctrl: true }]);
  expect(names("é🚀")).toEqual(["é", "🚀"]);
});

test("what is pasted is one key, whatever is in it, also in pieces", () => {
  expect(keysOf("\u001b[200~rm -rf /\r\u001b[A\u001b[201~q")).toEqual([{ text: "rm -rf /\r\u001b[A" }, { text: "q" }]);
  expect(keysOf("\u001b[20", "0~ab", "c\u001b[20", "1~")).toEqual([{ text: "abc" }]);
});

test("sequences that are not known do nothing", () => {
  expect(names("\u001b[1;5A\u001b[?1;2c\u001b[<0;1;1M\u001bx")).toEqual(["", "", "", ""]);
});
