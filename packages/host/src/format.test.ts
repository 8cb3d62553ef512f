// Numbers and moments as people read them.
import { expect, test } from "vitest";
import { formatAge, formatBytes, formatDuration, formatProgress, progressBar, progressShare } from "./format.js";

test("durations have at most two units", () => {
  expect([0, 850, 12_000, 200_000, 7_500_000, 349_200_000].map(formatDuration)).toEqual([
    "0 ms",
    "850 ms",
    "12 s",
    "3 m 20 s",
    "2 h 5 m",
    "4 d 1 h",
  ]);
  expect(formatDuration(3_600_000)).toBe("1 h");
});

test("an age that lies in the future is 0, and one that is no moment is empty", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  expect(formatAge("2099-01-01T00:00:00Z", now)).toBe("0s");
  expect(formatAge("soon", now)).toBe("");
  expect(formatAge("2025-12-31T22:00:00Z", now)).toBe("2h");
});

test("bytes keep three figures at most", () => {
  expect([0, 1023, 1024, 1536, 10_485_760, 5e12].map(formatBytes)).toEqual([
    "0 B",
    "1023 B",
    "1.0 KiB",
    "1.5 KiB",
    "10 MiB",
    "4.5 TiB",
  ]);
});

test("a total of 0 has no percentage, and more than all is all", () => {
  expect(progressShare({ current: 5, total: 0 })).toBeUndefined();
  expect(formatProgress({ current: 5, total: 0 })).toBe("5 done");
  expect(formatProgress({ current: 130, total: 100 })).toBe("100%");
  expect(progressBar(0.5, 4)).toBe("██░░");
});
