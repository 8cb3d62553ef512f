// The painter sends what changed and nothing else.
import { expect, test } from "vitest";
import { createPainter } from "./painter.js";

function painted() {
  const sent: string[] = [];
  const painter = createPainter((text) =>
    sent.push(text.replaceAll("\u001b", "^").replace("^[?2026h", "").replace("^[?2026l", "")),
  );
  return { painter, sent };
}

test("the first frame is written whole on a cleared screen", () => {
  const { painter, sent } = painted();
  painter.paint("a\nb");
  expect(sent).toEqual(["^[2J^[1;1Ha^[K^[2;1Hb^[K"]);
});

test("of the next frame only changed lines are written, and the same frame not at all", () => {
  const { painter, sent } = painted();
  painter.paint("a\nb\nc");
  painter.paint("a\nB\nc");
  painter.paint("a\nB\nc");
  expect(sent.slice(1)).toEqual(["^[2;1HB^[K"]);
});

test("lines that are no more are cleared", () => {
  const { painter, sent } = painted();
  painter.paint("a\nb\nc");
  painter.paint("a");
  expect(sent.at(-1)).toBe("^[2;1H^[K^[3;1H^[K");
});

test("after a reset everything is written again", () => {
  const { painter, sent } = painted();
  painter.paint("a");
  painter.reset();
  painter.paint("a");
  expect(sent[1]).toBe(sent[0]);
});
