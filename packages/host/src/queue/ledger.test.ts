// The ledger: what was recorded is there for every process, whatever is cut off, replaced or refused on the way.
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command, CommandResult } from "@para-docker/protocol";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryDirectory } from "../../test/support.js";
import { closeDirectory, type Directory, openAnchor } from "../confined/index.js";
import { type Ledger, newLedger, nextSequence, record, refresh, settleOnDisk } from "./ledger.js";
import { ENDED_KEPT, isUsed, type LedgerRecord } from "./ledger-records.js";

let place: string;
let directory: Directory;
const file = () => join(place, "ledger.jsonl");

beforeEach(() => {
  place = temporaryDirectory();
  directory = openAnchor(place);
});
afterEach(() => closeDirectory(directory));

function command(id: string, text = "true"): Command {
  return { id, timestamp: "2024-01-20T10:30:00Z", type: "exec", command: text };
}

function enqueued(id: string, text?: string): LedgerRecord {
  return { record: "enqueue", command: command(id, text), digest: `d-${id}`, sequence: 1 };
}

function ended(id: string): LedgerRecord {
  const result: CommandResult = { id, state: "succeeded", exit_code: 0 };
  return { record: "end", result, sequence: 2 };
}

/** What another process sees. */
function other(): Ledger {
  const ledger = newLedger("s");
  refresh(ledger, directory);
  return ledger;
}

/** Records as the holder of the lock does. */
function write(ledger: Ledger, ...records: LedgerRecord[]): void {
  refresh(ledger, directory);
  record(ledger, directory, records, { sync: true });
}

test("no ledger is the empty state", () => {
  expect(other().state).toMatchObject({ count: 0, closed: false });
});

test("a record is seen by who wrote it, who reads on, and who reads it anew", () => {
  const writer = newLedger("s");
  const reader = other();
  write(writer, enqueued("a"));
  write(writer, enqueued("b"), ended("a"));
  refresh(reader, directory);
  for (const ledger of [writer, reader, other()]) {
    expect([...ledger.state.open.keys()]).toEqual(["b"]);
    expect(ledger.state.ended.get("a")).toMatchObject({ result: { state: "succeeded" }, title: "true", digest: "d-a" });
    expect([...ledger.state.processed]).toEqual(["a"]);
    expect(ledger.state.count).toBe(2);
  }
});

test("it is private to its owner", () => {
  write(newLedger("s"), enqueued("a"));
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

test("the first terminal result wins, and a result without its command counts for nothing", () => {
  const ledger = newLedger("s");
  write(ledger, enqueued("a"), ended("a"), ended("never-issued"));
  write(ledger, { record: "end", result: { id: "a", state: "failed", exit_code: 1 }, sequence: 3 });
  expect(other().state.ended.get("a")?.result.state).toBe("succeeded");
  expect(isUsed(other().state, "never-issued")).toBe(false);
});

test("a ledger cut off at every byte gives all records that were whole, and takes the next one", () => {
  write(newLedger("s"), enqueued("a"));
  const whole = statSync(file()).size;
  write(newLedger("s"), enqueued("b"), ended("a"));
  const bytes = readFileSync(file());
  const lineEnds = [...bytes.keys()].filter((at) => bytes[at] === 0x0a);
  for (let size = bytes.length; size >= 0; size -= 7) {
    writeFileSync(file(), bytes.subarray(0, size));
    const ledger = other();
    const lines = lineEnds.filter((at) => at < size).length;
    // The head, the ids used before, a, and then b together with a's end: both or neither.
    expect([isUsed(ledger.state, "a"), isUsed(ledger.state, "b"), ledger.state.ended.has("a")]).toEqual([
      lines >= 3,
      lines >= 4,
      lines >= 4,
    ]);
    write(ledger, enqueued("next"));
    expect(isUsed(other().state, "next")).toBe(true);
    expect(isUsed(other().state, "a")).toBe(lines >= 3);
  }
  expect(whole).toBeGreaterThan(0);
});

test("a whole line that makes no sense is told, not passed over", () => {
  write(newLedger("s"), enqueued("a"));
  appendFileSync(file(), '{"record":"enqu\n');
  expect(other).toThrowError(
    expect.objectContaining({ code: "corrupt_file", hint: expect.stringContaining(".host/s/") }),
  );
});

test("a reader notices that the file was replaced or cut", () => {
  const reader = newLedger("s");
  write(newLedger("s"), enqueued("a"), enqueued("b"));
  refresh(reader, directory);
  const size = statSync(file()).size;
  truncateSync(file(), 0);
  refresh(reader, directory);
  expect(reader.state.count).toBe(0);
  write(newLedger("s"), enqueued("c".repeat(60)), enqueued("d".repeat(60)));
  expect(statSync(file()).size).toBeGreaterThan(size - 200);
  refresh(reader, directory);
  expect([...reader.state.open.keys()].map((id) => id[0])).toEqual(["c", "d"]);
});

describe("compaction", () => {
  test("keeps the file short, what is open whole, and every id for ever", () => {
    const ledger = newLedger("s");
    write(ledger, enqueued("open", "sleep 1"));
    for (let n = 0; n < 3_000; n += 100) {
      const batch = Array.from({ length: 100 }, (_, i) => `cmd-${n + i}`);
      write(ledger, ...batch.map((id) => enqueued(id, "x".repeat(500))));
      write(ledger, ...batch.map(ended));
      write(ledger, { record: "processed", drop: batch, sequence: 3 });
    }
    expect(statSync(file()).size).toBeLessThan(1_200_000);
    for (const each of [ledger, other()]) {
      expect(each.state.open.get("open")?.command).toEqual(command("open", "sleep 1"));
      expect(each.state.count).toBe(3_001);
      expect(isUsed(each.state, "cmd-0") && isUsed(each.state, "cmd-2999")).toBe(true);
      expect(each.state.ended.size).toBeLessThan(ENDED_KEPT * 3);
      expect(each.state.processed.size).toBe(0);
    }
    expect(readdirSync(place)).toEqual(["ledger.jsonl"]);
  });

  test("is followed by readers that were in the middle of the old file", () => {
    const ledger = newLedger("s");
    write(ledger, enqueued("first"));
    const reader = other();
    for (let n = 0; n < 2_000; n += 1)
      record(ledger, directory, [enqueued(`c${n}`, "y".repeat(300)), ended(`c${n}`)], { sync: false });
    refresh(reader, directory);
    expect(reader.state.count).toBe(2_001);
    expect(reader.state.open.has("first")).toBe(true);
  });
});

describe("what a killed process wrote and did not sync", () => {
  const generation = () => readFileSync(file(), "utf8").slice(0, 60);

  test("is written anew by the next one before it tells anybody, once", () => {
    write(newLedger("s"), enqueued("a"));
    const next = other();
    const before = generation();
    settleOnDisk(next, directory);
    expect(generation()).not.toBe(before);
    expect([...other().state.open.keys()]).toEqual(["a"]);
    const after = generation();
    settleOnDisk(next, directory);
    expect(generation()).toBe(after);
  });

  test("needs nothing where this process has synced it, or where it may be lost without harm", () => {
    const ledger = newLedger("s");
    write(ledger, enqueued("a"), ended("a"));
    const before = generation();
    record(ledger, directory, [{ record: "processed", drop: ["a"], sequence: 3 }], { sync: false });
    settleOnDisk(ledger, directory);
    const stranger = newLedger("s");
    refresh(stranger, directory);
    record(stranger, directory, [{ record: "processed", add: ["a"], sequence: 4 }], { sync: false });
    refresh(ledger, directory);
    settleOnDisk(ledger, directory);
    expect(generation()).toBe(before);
  });

  test("is not taken for synced because something harmless was written after it", () => {
    const ledger = newLedger("s");
    write(ledger, enqueued("a"));
    const killed = other();
    record(killed, directory, [ended("a")], { sync: false });
    refresh(ledger, directory);
    record(ledger, directory, [{ record: "processed", drop: ["a"], sequence: 4 }], { sync: false });
    const before = generation();
    settleOnDisk(ledger, directory);
    expect(generation()).not.toBe(before);
    expect(other().state.ended.has("a")).toBe(true);
  });
});

test("the sequence grows, also past one of a ledger that was lost", () => {
  const ledger = newLedger("s");
  const lost = nextSequence(ledger.state);
  write(ledger, { record: "closed", closed: true, sequence: lost + 1_000_000 });
  expect(nextSequence(other().state)).toBe(lost + 1_000_001);
  expect(nextSequence(newLedger("s").state)).toBeGreaterThanOrEqual(lost);
  expect(existsSync(file())).toBe(true);
});
