// Placeholders of cases: what they stand for.
import { expect, test } from "vitest";
import { CaseFault, substitute, type Values } from "./substitute.js";

const values: Values = new Map<string, unknown>([
  ["workspace", "/w"],
  ["seq", 7],
]);

test("a placeholder inside a text becomes text, also in a key", () => {
  expect(substitute({ "{{workspace}}/x": ["cd {{workspace}}; echo {{seq}}"] }, values)).toEqual({
    "/w/x": ["cd /w; echo 7"],
  });
});

test("a text that is one placeholder becomes the value itself", () => {
  expect(substitute({ const: "{{seq}}" }, values)).toEqual({ const: 7 });
});

test("a saved number can be counted on from", () => {
  expect(substitute("{{seq+3}}", values)).toBe(10);
  expect(() => substitute("{{workspace+3}}", values)).toThrow(CaseFault);
});

test("a moment is RFC 3339, and may lie before or after now", () => {
  const now = Date.now();
  const past = Date.parse(substitute("{{now-10s}}", values));
  expect(past).toBeGreaterThanOrEqual(now - 10_000);
  expect(past).toBeLessThan(now - 9_000);
  expect(substitute("{{now}}", values)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/);
});

test("a letter can be repeated", () => {
  expect(substitute("<{{x*3}}{{[*2}}>", values)).toBe("<xxx[[>");
});

test("a name that nothing was saved under is a fault of the case", () => {
  expect(() => substitute("{{nobody}}", values)).toThrow("names nothing");
});

test("shell code is left alone", () => {
  expect(substitute("$HOME {a} $(id) {{", values)).toBe("$HOME {a} $(id) {{");
});
