// The agent's log as the host reads it: whole records only, made safe, followed across a rotation.
import { appendFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LogRecord } from "@para-docker/protocol";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeSession, type SessionFiles } from "../../test/session-support.js";
import { openDescriptors } from "../../test/support.js";
import { openSession, type Session } from "../sessions/session.js";

let files: SessionFiles;
let session: Session;
const log = () => join(files.path, "logs/agent.jsonl");
const line = (event: string, more: object = {}) =>
  `${JSON.stringify({ timestamp: "2024-01-20T10:30:00Z", level: "info", event, ...more })}\n`;

beforeEach(async () => {
  files = await makeSession();
  session = await openSession(files.stateRoot, files.name, { engine: null });
});
afterEach(async () => {
  await session.close();
  expect(openDescriptors(files.stateRoot.workspace)).toBe(0);
});

async function events(records: AsyncIterable<LogRecord>): Promise<string[]> {
  const names: string[] = [];
  for await (const record of records) names.push(record.event);
  return names;
}

test("no log is no records", async () => {
  expect(await events(session.logs())).toEqual([]);
});

test("the last records are given, lines that are none passed over, strings made safe", async () => {
  writeFileSync(
    log(),
    `${line("a")}${line("b")}no record\n{"level":"info"}\n${line("c", { message: "\u001b[2Jx" })}{"half`,
  );
  expect(await events(session.logs())).toEqual(["a", "b", "c"]);
  expect(await events(session.logs({ last: 2 }))).toEqual(["b", "c"]);
  for await (const record of session.logs({ last: 1 })) expect(record.message).toBe("x");
});

test("of a large log the end is read", async () => {
  writeFileSync(log(), Array.from({ length: 20_000 }, (_, n) => line(`e${n}`)).join(""));
  expect(await events(session.logs({ last: 3 }))).toEqual(["e19997", "e19998", "e19999"]);
});

test("followed, it goes on with what comes, half lines when they are whole, also across a rotation", async () => {
  const stop = new AbortController();
  const seen: string[] = [];
  writeFileSync(log(), line("first"));
  const following = (async () => {
    for await (const { event } of session.logs({ follow: true, signal: stop.signal })) seen.push(event);
  })();
  await vi.waitUntil(() => seen.length === 1);
  const half = line("second");
  appendFileSync(log(), half.slice(0, 20));
  appendFileSync(log(), half.slice(20));
  await vi.waitUntil(() => seen.length === 2, { timeout: 3_000 });
  appendFileSync(log(), line("third"));
  renameSync(log(), `${log()}.1`);
  writeFileSync(log(), line("fourth"));
  await vi.waitUntil(() => seen.length === 4, { timeout: 3_000 });
  stop.abort();
  await following;
  expect(seen).toEqual(["first", "second", "third", "fourth"]);
});

test("a link in its place is not followed", async () => {
  writeFileSync(join(files.stateRoot.workspace, "secret"), line("secret"));
  symlinkSync(join(files.stateRoot.workspace, "secret"), log());
  expect(await events(session.logs())).toEqual([]);
});
