// Noticing: nothing that came is lost, a storm turns into looking now and then, and calls are let through at a bounded rate.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { temporaryDirectory } from "../../test/support.js";
import { closeDirectory, openAnchor, walkTo } from "../confined/index.js";
import { directoryActivity, gatherer, limiter, waker } from "./activity.js";

async function took(act: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

test("a waker wakes at a call, before or after the wait began, at its time, or with its signal", async () => {
  const one = waker();
  one.wake();
  expect(await took(() => one.wait(5_000))).toBeLessThan(500);
  setTimeout(() => one.wake(), 10);
  expect(await took(() => one.wait(5_000))).toBeLessThan(500);
  expect(await took(() => one.wait(60))).toBeGreaterThan(50);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 10);
  expect(await took(() => one.wait(5_000, stop.signal))).toBeLessThan(500);
  expect(await took(() => one.wait(5_000, stop.signal))).toBeLessThan(500);
});

test("a gatherer acts on few at once, and on the rest together, each once, for as long as many come", async () => {
  const gather = gatherer(40, 1);
  const acts: string[] = [];
  const [one, two] = [() => void acts.push("one"), () => void acts.push("two")];
  gather(one);
  expect(acts).toEqual(["one"]);
  gather(two);
  gather(one);
  gather(two);
  expect(acts).toEqual(["one"]);
  await vi.waitUntil(() => acts.length > 1, { interval: 1 });
  expect(acts).toEqual(["one", "two", "one"]);
  await sleep(60);
  gather(two);
  expect(acts).toEqual(["one", "two", "one", "two"]);
});

test("a directory that comes later is watched then, only wanted names count, and what came before the watch may have happened", async () => {
  const place = temporaryDirectory();
  const anchor = openAnchor(place);
  const seen = vi.fn();
  const activity = directoryActivity(
    () => walkTo(anchor, ["later"]),
    (name) => name === "wanted",
    seen,
  );
  expect(activity.ensure()).toBe(false);
  expect([activity.take(), activity.take()]).toEqual([true, false]);
  mkdirSync(join(place, "later"));
  expect(activity.ensure()).toBe(true);
  expect([activity.take(), activity.take()]).toEqual([true, false]);
  writeFileSync(join(place, "later", "other"), "");
  await sleep(50);
  expect(seen).not.toHaveBeenCalled();
  writeFileSync(join(place, "later", "wanted"), "");
  await vi.waitUntil(() => seen.mock.calls.length > 0);
  expect(activity.take()).toBe(true);
  activity.close();
  expect(activity.ensure()).toBe(false);
  closeDirectory(anchor);
});

test("in a storm the watch is let go, and taken up again when it is over", async () => {
  const place = temporaryDirectory();
  const anchor = openAnchor(place);
  const activity = directoryActivity(
    () => walkTo(anchor, []),
    () => true,
    () => undefined,
  );
  activity.ensure();
  for (let n = 0; n < 400; n += 1) writeFileSync(join(place, `f${n % 2}`), String(n));
  await vi.waitUntil(() => !activity.ensure(), { timeout: 5_000 });
  await vi.waitUntil(() => activity.ensure(), { timeout: 5_000 });
  expect(activity.take()).toBe(true);
  activity.close();
  rmSync(place, { recursive: true });
  closeDirectory(anchor);
});

test("a limiter lets a burst through, then so many a second", async () => {
  const calls = limiter(50, 5);
  expect(Array.from({ length: 5 }, () => calls.take())).toEqual([0, 0, 0, 0, 0]);
  const pause = calls.take();
  expect(pause).toBeGreaterThan(0);
  expect(pause).toBeLessThanOrEqual(20);
  await sleep(pause + 5);
  expect(calls.take()).toBe(0);
});
