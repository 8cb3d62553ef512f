// Looking at the queue: what is handed on, and how often a fault is told.
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { openQueueFile } from "./queue-file.js";
import { openSequenceFile } from "./sequence-file.js";

function setUp() {
  const directory = mkdtempSync(`${tmpdir()}/queue-`);
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const path = `${directory}/commands.json`;
  const faults: string[] = [];
  const open = () => openQueueFile(path, openSequenceFile(`${directory}/.sequence`), ({ code }) => faults.push(code));
  const write = (text: string) => {
    writeFileSync(`${directory}/.new`, text);
    renameSync(`${directory}/.new`, path);
  };
  return { path, faults, open, write, queue: open() };
}

test("a document is handed on once, and again when it changed", () => {
  const { queue, write, faults } = setUp();
  expect(queue.look()).toBeUndefined();
  write('{"commands":[],"sequence":1}');
  expect(queue.look()).toMatchObject({ sequence: 1 });
  expect(queue.look()).toBeUndefined();
  write('{"commands":[],"sequence":2}');
  expect(queue.look()).toMatchObject({ sequence: 2 });
  expect(faults).toEqual([]);
});

test("a fault is told once for each content", () => {
  const { queue, write, faults } = setUp();
  for (const text of ["{", "{", "[", "\u{feff}{}", '{"protocol_version":"2.0"}']) {
    write(text);
    queue.look();
    queue.look();
  }
  expect(faults).toEqual(["invalid_json", "invalid_json", "invalid_utf8", "unsupported_version"]);
});

test("an older document is told as stale, by this life of the agent and by the next", () => {
  const { queue, open, write, faults } = setUp();
  write('{"commands":[],"sequence":10}');
  queue.look();
  write('{"commands":[],"sequence":9}');
  expect(queue.look()).toBeUndefined();
  expect(open().look()).toBeUndefined();
  write('{"commands":[]}');
  expect(queue.look()).toBeDefined();
  expect(faults).toEqual(["stale_document", "stale_document"]);
});

test("links, directories and files with two names are unsafe", () => {
  const { queue, path, write, faults } = setUp();
  writeFileSync(`${path}.other`, '{"commands":[]}');
  symlinkSync(`${path}.other`, path);
  expect(queue.look()).toBeUndefined();
  rmSync(path);
  mkdirSync(path);
  expect(queue.look()).toBeUndefined();
  queue.look();
  rmSync(path, { recursive: true });
  expect(faults).toEqual(["unsafe_file", "unsafe_file"]);
  write('{"commands":[]}');
  expect(queue.look()).toBeDefined();
});
