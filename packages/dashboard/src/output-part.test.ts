// Bytes become lines that are safe to show, wherever the bytes are cut.
import { expect, test } from "vitest";
import { cutPart } from "./output-part.js";

const part = (text: string | Buffer, ended = false, more = false, from = 0) =>
  cutPart(Buffer.from(text as string), from, { more, ended });

test("whole lines are told, and what has begun is told as what may change", () => {
  expect(part("one\ntwo\nthr", false, false, 100)).toEqual({ next: 108, text: "one\ntwo\n", open: "thr", more: false });
  expect(part("thr", true, false, 108)).toEqual({ next: 111, text: "thr", open: "", more: false });
  expect(part("", false, false, 7)).toEqual({ next: 7, text: "", open: "", more: false });
});

test("a carriage return ends a line, unless its line feed may still come", () => {
  expect(part("10%\r20%\r")).toMatchObject({ next: 4, text: "10%\n" });
  expect(part("a\r\nb")).toMatchObject({ next: 3, text: "a\n", open: "b" });
});

test("no escape sequence comes through, however its bytes are cut", () => {
  const text = "\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u001b]52;c;ZXZpbA==\u001b\\ \u009b2J \u202eevil\n";
  const whole = Buffer.from(text);
  for (let cut = 0; cut <= whole.length; cut += 1) {
    const first = part(whole.subarray(0, cut));
    const rest = cutPart(whole.subarray(first.next), first.next, { more: false, ended: true });
    expect(first.text + rest.text).toBe("red    evil\n");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there.
    expect(first.open).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
  }
});

test("a line that never ends is told in parts that cut no character", () => {
  const long = Buffer.from(`${"x".repeat(17_000)}ü`).subarray(0, -1);
  expect(part(long)).toMatchObject({ next: 17_000, open: "" });
  expect(part(Buffer.from("😀".repeat(5_000)).subarray(0, -2)).text).toBe("😀".repeat(4_999));
});

test("bytes that are no text are shown as such, and lose nothing after them", () => {
  expect(part(Buffer.from([0xff, 0xfe, 0x41, 0x0a])).text).toBe("\ufffd\ufffdA\n");
});
