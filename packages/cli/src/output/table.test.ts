// Tables fit their terminal, and are whole in a pipe.
import { expect, test } from "vitest";
import { styleFor } from "./style.js";
import { table } from "./table.js";
import { fit, pad, width } from "./width.js";

const plain = styleFor({}, {});
const coloured = styleFor({}, { FORCE_COLOR: "1" });
const columns = [{ title: "NAME", least: 6 }, { title: "EMPTY" }, { title: "MESSAGE", least: 10 }];
const long = "a message that is much longer than what the terminal has room for, by far";

test("a table without a terminal cuts nothing, and leaves out empty columns", () => {
  const lines = table(columns, [[{ text: "demo" }, { text: "" }, { text: long }]], plain);
  expect(lines).toEqual(["NAME  MESSAGE", `demo  ${long}`]);
});

test("no line of a table is wider than the terminal, and the widest column gives way", () => {
  const rows = [
    [{ text: "demo" }, { text: "x" }, { text: long }],
    [{ text: "a-name-of-some-length" }, { text: "" }, { text: "短い言葉".repeat(12) }],
  ];
  const lines = table(columns, rows, plain, 60);
  for (const line of lines) expect(width(line)).toBeLessThanOrEqual(60);
  expect(lines[1]).toContain("…");
  expect(lines[2]).toContain("a-name-of-some-length");
});

test("colours take no column", () => {
  const row = [{ text: "demo", paint: coloured.green }, { text: "" }, { text: "after" }];
  const [, line = ""] = table(columns, [row, [{ text: "longer-name" }]], coloured, 80);
  expect(line).toContain("\u001b[32mdemo\u001b[39m");
  expect(width(line)).toBe("longer-name  after".length);
});

test("wide characters take two columns, combining ones none", () => {
  expect(width("日本")).toBe(4);
  expect(width("e\u0301")).toBe(1);
  expect(width("🚀")).toBe(2);
  expect(fit("日本語です", 6)).toBe("日本…");
  expect(pad("日本", 6)).toBe("日本  ");
});
