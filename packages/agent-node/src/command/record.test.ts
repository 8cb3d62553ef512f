// The record: what its lines mean, and what they do not.
import { closeSync, mkdtempSync, readdirSync, rmSync, writeSync } from "node:fs";
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
  return { directory, records: openRecords(directory, SELF) };
}

test("what was written is read, by descriptor and by the command's id", () => {
  const { records } = store();
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
  const { directory, records } = store();
  const isSelf = ({ pid }: { pid: number }) => pid === SELF.pid;
  const other = openRecords(directory, { pid: 8, startTime: "80" });
  const [taken, wanted, dead] = [other.create(), other.create(), other.create()];
  writeHeader(taken.fd, { ...HEADER, id: "taken" }, { pid: 8, startTime: "80" });
  writeOwner(taken.fd, SELF);
  writeHeader(wanted.fd, { ...HEADER, id: "wanted" }, { pid: 8, startTime: "80" });
  // A supervisor that waits for its first command has an empty one, and another agent that starts must leave it.
  const empty = records.create();
  records.clean((id) => id === "wanted", isSelf);
  expect(readdirSync(directory).sort()).toEqual(["7-70-0", "8-80-0", "8-80-1"]);
  records.clean(
    () => false,
    () => false,
  );
  expect(readdirSync(directory)).toEqual([]);
  for (const { fd } of [taken, wanted, dead, empty]) closeSync(fd);
});
