// Masks are looked for in the mount table of the very container; where that cannot be seen, nothing is claimed.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { masksHold } from "./mask-check.js";

/** Something that stands in this process's own tables, as a container's id does in its. */
const own = (readFileSync(`/proc/${process.pid}/mountinfo`, "utf8").split(" ")[2] ?? "") as string;

test("no targets need no look", () => {
  expect(masksHold(0, "x", [])).toBe(true);
});

test("a process that is gone, of another machine, or not the container's is not judged", () => {
  expect(masksHold(0, own, ["/x"])).toBeUndefined();
  expect(masksHold(4_000_000, own, ["/x"])).toBeUndefined();
  expect(masksHold(process.pid, "0123456789abcdef0123456789abcdef", ["/x"])).toBeUndefined();
});

test("a target without a mount, or with one of another kind, does not hold", () => {
  expect(masksHold(process.pid, own, ["/nowhere/at/all"])).toBe(false);
  expect(masksHold(process.pid, own, ["/proc"])).toBe(false);
});

const tmpfs = readFileSync("/proc/self/mountinfo", "utf8")
  .split("\n")
  .find((line) => line.includes(" - tmpfs "))
  ?.split(" ")[4];

test.skipIf(tmpfs === undefined)("a tmpfs at the target holds, if it does at all targets", () => {
  expect(masksHold(process.pid, own, [tmpfs ?? ""])).toBe(true);
  expect(masksHold(process.pid, own, [tmpfs ?? "", "/proc"])).toBe(false);
});
