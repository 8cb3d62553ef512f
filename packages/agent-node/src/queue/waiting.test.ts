// The order in which waiting commands start.
import type { ExecCommand, Priority } from "@para-docker/protocol";
import { expect, test } from "vitest";
import { createWaiting, isExpired } from "./waiting.js";

const AT = "2024-01-20T10:30:00Z";
const command = (id: string, priority?: Priority, ttl?: number): ExecCommand => ({
  id,
  timestamp: AT,
  type: "exec",
  command: "true",
  ...(priority === undefined ? {} : { priority }),
  ...(ttl === undefined ? {} : { queue_ttl_seconds: ttl }),
});

test("high comes before normal before low, and within one the first comes first", () => {
  const waiting = createWaiting();
  for (const [id, priority] of [["l", "low"], ["n1"], ["h1", "high"], ["n2", "normal"], ["h2", "high"]] as const) {
    waiting.add(command(id, priority));
  }
  const order = Array.from({ length: 6 }, () => waiting.next()?.id);
  expect(order).toEqual(["h1", "h2", "n1", "n2", "l", undefined]);
});

test("one that is put back is the next of its priority", () => {
  const waiting = createWaiting();
  waiting.add(command("a"));
  waiting.add(command("b"));
  const first = waiting.next();
  if (first !== undefined) waiting.putBack(first);
  expect([waiting.next()?.id, waiting.size]).toEqual(["a", 1]);
});

test("one that is taken is gone, and so are those that expired", () => {
  const waiting = createWaiting();
  for (const [id, ttl] of [["a", 5], ["b"], ["c", 500]] as const) waiting.add(command(id, undefined, ttl));
  expect(waiting.takeExpired(Date.parse(AT) + 6000).map(({ id }) => id)).toEqual(["a"]);
  expect([waiting.take("b")?.id, waiting.take("b"), waiting.has("c")]).toEqual(["b", undefined, true]);
  expect(waiting.takeAll().map(({ id }) => id)).toEqual(["c"]);
});

test("a command without a time to live waits for ever", () => {
  expect(isExpired(command("a"), Number.MAX_SAFE_INTEGER)).toBe(false);
});
