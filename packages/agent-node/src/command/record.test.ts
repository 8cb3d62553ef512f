// The record: what its lines mean, and what they do not.
import { closeSync, mkdtempSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { openRecords, parseRecord, readRecord, writeHeader, writeOwner, writeStopping } from "./record.js";

const SELF = { pid: 7, startTime: "70" };
const HEADER = {
  id: "a",
  startedAt: "2024-01-20T10:30:00Z",
  graceSeconds: 10,
  maxOutputBytes: 5,
  supervisor: { pid: 9, startTime: "90" },
};

function store() {
  const directory = mkdtempSync(`${tmpdir()}/records-`);
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return openRecords(`${directory}/r`, SELF);
}

test("what was written is read, by descriptor and by the command's id", () => {
  const records = store();
  const { fd } = records.create();
  writeHeader(fd, HEADER, SELF);
  writeOwner(fd, { pid: 8, startTime: "80" });
  writeStopping(fd, "cancelled");
  writeSync(fd, "started\nKilled\n137\n");
  const expected = {
    header: HEADER,
    owners: [SELF, { pid: 8, startTime: "80" }],
    started: true,
    stopping: "cancelled",
    exitStatus: 137,
    shellSpoke: true,
  };
  expect(readRecord(fd)).toEqual(expected);
  const found = records.find("a");
  expect(found && readRecord(found.fd)).toEqual(expected);
  expect(records.find("b")).toBeUndefined();
  writeHeader(fd, { ...HEADER, id: "b" }, SELF);
  expect(readRecord(fd)).toEqual({ header: { ...HEADER, id: "b" }, owners: [SELF], started: false, shellSpoke: false });
  for (const open of [fd, found?.fd ?? fd]) if (open !== fd) closeSync(open);
  closeSync(fd);
});

test("a line that is not ended says nothing", () => {
  expect(parseRecord("started\n12")).toEqual({ owners: [], started: true, shellSpoke: false });
});

test("of two stops the first counts", () => {
  expect(parseRecord("stopping timed_out\nstopping cancelled\n").stopping).toBe("timed_out");
});

test("records of the dead that nobody asks for are removed, others stay", () => {
  const records = store();
  const mine = records.create();
  writeHeader(mine.fd, HEADER, SELF);
  records.clean(
    () => false,
    () => false,
  );
  expect(records.find("a")).toBeDefined();
  closeSync(mine.fd);
});
