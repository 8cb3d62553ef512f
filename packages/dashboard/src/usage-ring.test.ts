// An hour is kept, in the same bytes from the first sample to the millionth.
import { expect, test } from "vitest";
import { STEP_SECONDS, STEPS, usageRing } from "./usage-ring.js";

const START = Date.UTC(2026, 0, 1);

test("what was measured stands where it was measured, and holds until the next measurement", () => {
  const ring = usageRing();
  ring.add(START, { cpu: 10, memory: 1000 });
  ring.add(START + 10_000, { cpu: 30 });
  const { start, step, cpu, memory, sent } = ring.usage(START + 15_000, 5);
  expect({ start, step }).toEqual({ start: START / 1000 - 5, step: STEP_SECONDS });
  expect(cpu).toEqual([null, 10, 10, 30, 30]);
  expect(memory).toEqual([null, 1000, 1000, 1000, 1000]);
  expect(sent).toEqual([null, null, null, null, null]);
});

test("several measurements in one step become their mean; numbers that are none are left out", () => {
  const ring = usageRing();
  for (const cpu of [10, 20, 60]) ring.add(START, { cpu });
  ring.add(START, { memory: Number.NaN, sent: Number.POSITIVE_INFINITY });
  expect(ring.usage(START, 1)).toMatchObject({ cpu: [30], memory: [null], sent: [null] });
});

test("a session that is silent leaves a gap", () => {
  const ring = usageRing();
  ring.add(START, { cpu: 10 });
  ring.add(START + 60_000, { cpu: 20 });
  const { cpu } = ring.usage(START + 60_000, 13);
  expect(cpu).toEqual([10, 10, 10, 10, 10, null, null, null, null, null, null, null, 20]);
});

test("a day of a sample a second takes the bytes of none, and the last hour of it is told", () => {
  const ring = usageRing();
  const { bytes } = ring;
  for (let second = 0; second < 86_400; second += 1) ring.add(START + second * 1000, { cpu: second });
  expect(ring.bytes).toBe(bytes);
  expect(bytes).toBeLessThan(20_000);
  const { cpu } = ring.usage(START + 86_399_000);
  expect(cpu).toHaveLength(STEPS);
  expect(cpu[0]).toBe(82_802);
  expect(cpu.at(-1)).toBe(86_397);
});
