// The patterns, above all the one that knows the calendar.
import { describe, expect, test } from "vitest";
import { isCommandId, isSessionName, PATTERNS } from "./names.js";

const TIMESTAMP = new RegExp(PATTERNS.timestamp, "u");
const two = (value: number) => String(value).padStart(2, "0");

describe("timestamps", () => {
  test("are of days that the calendar has, and of all of them, through four centuries", () => {
    for (let year = 1796; year <= 2196; year++) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const date = new Date(Date.UTC(year, month - 1, day));
          const isThere =
            month >= 1 && month <= 12 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
          const text = `${year}-${two(month)}-${two(day)}T00:00:00Z`;
          if (TIMESTAMP.test(text) !== isThere) expect.fail(text);
        }
      }
    }
  });

  test.each(["0000-02-29", "0004-02-29", "0400-02-29", "9996-02-29"])("%s is a leap day", (day) => {
    expect(TIMESTAMP.test(`${day}T23:59:59.999999999+23:59`)).toBe(true);
  });

  test.each([
    "2024-01-20 10:30:00Z",
    "2024-01-20t10:30:00Z",
    "2024-01-20T10:30:00z",
    "2024-01-20T10:30:00",
    "2024-01-20T10:30Z",
    "2024-01-20T24:00:00Z",
    "2024-01-20T10:60:00Z",
    "2016-12-31T23:59:60Z",
    "2024-01-20T10:30:00.Z",
    "2024-01-20T10:30:00.0000000000Z",
    "2024-01-20T10:30:00,5Z",
    "2024-01-20T10:30:00+24:00",
    "2024-01-20T10:30:00+0100",
    "2024-01-20T10:30:00Z\n",
    "\n2024-01-20T10:30:00Z",
    "+2024-01-20T10:30:00Z",
    "12024-01-20T10:30:00Z",
    "٢٠٢٤-01-20T10:30:00Z",
  ])("%j is none", (text) => expect(TIMESTAMP.test(text)).toBe(false));
});

describe("names", () => {
  test.each(["feature-auth", "a", "A".repeat(50), "0_-"])("%s names a session", (name) => {
    expect(isSessionName(name)).toBe(true);
  });
  test.each(["", "shared", ".host", "-a", "a/b", "..", "a\n", "A".repeat(51), "ä", "a b", "a\0"])(
    "%j does not",
    (name) => {
      expect(isSessionName(name)).toBe(false);
    },
  );
  test.each(["cmd-1", "1", "a.b_c-d", "x".repeat(64)])("%s names a command", (id) =>
    expect(isCommandId(id)).toBe(true),
  );
  test.each(["", ".", "..", ".a", "-a", "a/b", "a\n", "x".repeat(65)])("%j names no command", (id) => {
    expect(isCommandId(id)).toBe(false);
  });
});

test("patterns are written in what every language and every awk reads", () => {
  for (const pattern of Object.values(PATTERNS)) {
    expect(pattern).toMatch(/^\^.*\$$/);
    expect(pattern).not.toMatch(/\\[dDwWsSbBpP]|\(\?|\*\?|\+\?|\\u/);
  }
});
