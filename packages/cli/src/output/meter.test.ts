// A rate comes from the latest samples, and the time left from that rate.
import { expect, test } from "vitest";
import { createMeter } from "./meter.js";

test("a steady pace has its rate and its time left", () => {
  const meter = createMeter();
  for (let second = 0; second <= 10; second += 1) meter.see(second * 5, 100, second * 1000);
  expect(meter.rate(10_000)).toBeCloseTo(5);
  expect(meter.left(10_000)).toBeCloseTo(10_000);
  // Nothing more came for five seconds: it is slower than it was, and part of the time has passed.
  expect(meter.rate(15_000)).toBeCloseTo(50 / 15);
  expect(meter.left(15_000)).toBeCloseTo(10_000);
});

test("nothing is told of the first second, nor of what does not move", () => {
  const meter = createMeter();
  meter.see(0, 100, 0);
  meter.see(50, 100, 500);
  expect(meter.rate(500)).toBeUndefined();
  const still = createMeter();
  for (let second = 0; second < 5; second += 1) still.see(7, 100, second * 1000);
  expect(still.rate(5000)).toBeUndefined();
  expect(still.left(5000)).toBeUndefined();
});

test("less than before, or another total, begins anew", () => {
  const meter = createMeter();
  for (let second = 0; second <= 10; second += 1) meter.see(second * 5, 100, second * 1000);
  meter.see(1, 100, 11_000);
  expect(meter.rate(11_000)).toBeUndefined();
  meter.see(3, 100, 13_000);
  expect(meter.rate(13_000)).toBeCloseTo(1);
  meter.see(3, 8, 14_000);
  expect(meter.rate(14_000)).toBeUndefined();
});

test("old samples are forgotten where there are newer ones, and few are kept of many", () => {
  const meter = createMeter();
  meter.see(0, 10_000, 0);
  for (let at = 0; at < 100_000; at += 10) meter.see(100 + at / 100, 10_000, 60_000 + at);
  expect(meter.rate(160_000)).toBeCloseTo(10, 0);
  const slow = createMeter();
  for (const minute of [0, 1, 2, 3]) slow.see(minute, 60, minute * 60_000);
  expect(slow.rate(180_000)).toBeCloseTo(1 / 60);
});
