// What the zod schemas are made of: the rules of JSON Schema where zod's own differ.
import * as z from "zod";
import { codePoints } from "../code-points.js";
import { PATTERNS } from "../names.js";

/** Largest integer that every language holds exactly. */
export const MAX_INTEGER = 9_007_199_254_740_991;

/** Text of `min` to `max` code points; zod's own `min` and `max` count UTF-16 units. */
export function text(min: number, max: number) {
  return z.string().refine((value) => value.length >= min && (value.length <= max || codePoints(value) <= max), {
    error: `must have ${min} to ${max} characters`,
  });
}

/** Text of at most `max` code points without NUL. */
export function textWithoutNul(min: number, max: number) {
  return text(min, max).regex(new RegExp(PATTERNS.noNul, "u"));
}

/** Text of the form that one of the protocol's patterns gives. */
export function named(pattern: keyof typeof PATTERNS) {
  return z.string().regex(new RegExp(PATTERNS[pattern], "u"));
}

/** A number from `min` to `max`. */
export function number(min: number, max: number) {
  return z.number().min(min).max(max);
}

/** An integer from `min` to `max`. */
export function integer(min: number, max: number) {
  return z.int().min(min).max(max);
}

/** A count: an integer from 0 to 2^53 - 1. */
export const count = integer(0, MAX_INTEGER);

/**
 * A list of at most `max` items. zod's own `max` looks at `length` before it knows that it has an array, and throws where a
 * document makes that an object with a `toString`.
 */
export function list<Item extends z.ZodType>(item: Item, max: number) {
  return z.array(item).refine((items) => items.length <= max, { error: `must have at most ${max} items` });
}

/** A map with at most `max` keys. A key `__proto__` is dropped, unread, as parse drops it (docs/protocol.md#json). */
export function map<Key extends z.ZodType<string, string>, Value extends z.ZodType>(
  key: Key,
  value: Value,
  max: number,
) {
  return z.record(key, value).refine((found) => Object.keys(found).length <= max, {
    error: `must have at most ${max} keys`,
  });
}

/** A short name in free words: of a state, a code, a service. */
export const word = text(1, 64);
export const timestamp = named("timestamp");
export const commandId = named("commandId");
export const protocolVersion = named("protocolVersion");
