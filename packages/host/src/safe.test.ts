// Documents made safe: every string, every key, nothing else, and no prototype reached.
import { expect, test } from "vitest";
import { safe } from "./safe.js";

const NASTY = "\u001b[31mred\u001b[0m\u0007\u009b1A\u202egnp.exe\u200b\r\nnext";

test("strings lose what could act on a terminal; line ends stay in messages and custom values only", () => {
  expect(safe({ phase: NASTY, errors: [{ message: NASTY }], custom: { note: { deep: [NASTY] } } })).toEqual({
    phase: "redgnp.exe next",
    errors: [{ message: "redgnp.exe\nnext" }],
    custom: { note: { deep: ["redgnp.exe\nnext"] } },
  });
});

test("keys are made safe too, one without any character left becomes ?", () => {
  expect(safe({ "a\u001b[2Jb": 1, "\u200b": 2 })).toEqual({ ab: 1, "?": 2 });
});

test("__proto__ stays a key", () => {
  const document = JSON.parse('{"custom":{"__proto__":{"polluted":true}}}') as { custom: object };
  const copy = safe(document);
  expect(Object.keys(copy.custom)).toEqual(["__proto__"]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect((copy.custom as { polluted?: boolean }).polluted).toBeUndefined();
});

test("numbers, booleans and null stay as they are", () => {
  const document = { a: 1.5, b: true, c: null, d: [] };
  expect(safe(document)).toEqual(document);
});
