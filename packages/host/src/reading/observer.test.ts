// A look that is told what has changed leaves the rest as it was, and only until the next look at all.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryDirectory } from "../../test/support.js";
import { closeDirectory, type Directory, openAnchor } from "../confined/index.js";
import { sessionObserver } from "./observer.js";

let root: Directory;
let place: string;
beforeEach(() => {
  root = openAnchor(temporaryDirectory());
  place = join(root.path, "docker", "demo");
  mkdirSync(place, { recursive: true });
});
afterEach(() => closeDirectory(root));

const write = (file: string, change: object) =>
  writeFileSync(join(place, file), JSON.stringify({ timestamp: "2026-01-01T00:00:00Z", ...change }));
const phase = (text: string) => write("status.json", { session_name: "demo", status: "running", phase: text });

test("what is named is read, the status is read always, the rest at the next look at all", () => {
  phase("one");
  write("metrics.json", { cpu: { usage_seconds: 1 } });
  const observer = sessionObserver(root, "demo");
  const first = observer.look(new Set(["status.json"]));
  expect(first.metrics?.cpu?.usage_seconds).toBe(1);

  phase("two, and longer");
  write("metrics.json", { cpu: { usage_seconds: 12.5 } });
  writeFileSync(join(place, "commands.json"), "{}");
  const second = observer.look(new Set(["status.json"]));
  expect([second.status?.phase, second.metrics?.cpu?.usage_seconds]).toEqual(["two, and longer", 1]);
  expect(second.queueStamp).toBe(first.queueStamp);

  phase("three, and longer still");
  const third = observer.look(new Set(["metrics.json", "commands.json"]));
  expect([third.status?.phase, third.metrics?.cpu?.usage_seconds]).toEqual(["three, and longer still", 12.5]);
  expect(third.queueStamp).not.toBe(first.queueStamp);

  rmSync(join(place, "metrics.json"));
  expect(observer.look(new Set(["status.json"])).metrics).toBeDefined();
  expect(observer.look().metrics).toBeUndefined();
});

test("a directory that went and came is looked at all over", () => {
  phase("one");
  write("metrics.json", { cpu: { usage_seconds: 1 } });
  const observer = sessionObserver(root, "demo");
  observer.look();
  rmSync(place, { recursive: true });
  expect(observer.look(new Set(["status.json"])).present).toBe(false);
  mkdirSync(place);
  phase("two");
  expect(observer.look(new Set(["status.json"]))).toMatchObject({ present: true, status: { phase: "two" } });
  expect(observer.look(new Set(["status.json"])).metrics).toBeUndefined();
});
