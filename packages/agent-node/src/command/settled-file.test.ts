// What the host has had is remembered only when the disk has it (docs/protocol.md#processed).
import { mkdirSync, mkdtempSync, rmdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSettledFile } from "./settled-file.js";

test("ids that the disk refuses are not remembered until it takes them", () => {
  const directory = mkdtempSync(join(tmpdir(), "settled-"));
  const file = openSettledFile(directory, ".settled");
  expect(file.add(["a"])).toBe(true);
  const other = openSettledFile(directory, ".refused");
  mkdirSync(join(directory, ".refused"));
  expect(other.add(["b"])).toBe(false);
  expect(other.has("b")).toBe(false);
  rmdirSync(join(directory, ".refused"));
  expect(other.add(["b", "c"])).toBe(true);
  const later = openSettledFile(directory, ".refused");
  expect([later.has("b"), later.has("c"), openSettledFile(directory, ".settled").has("a")]).toEqual([true, true, true]);
});

test("a line that a full disk has cut is no other command's", () => {
  const directory = mkdtempSync(join(tmpdir(), "settled-"));
  openSettledFile(directory, ".settled").add(["d1"]);
  writeFileSync(join(directory, ".settled"), "d4\n", { flag: "a" });
  const file = openSettledFile(directory, ".settled");
  expect([file.has("d1"), file.has("d4")]).toEqual([true, false]);
});
