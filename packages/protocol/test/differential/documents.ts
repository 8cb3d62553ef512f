// Random documents from the JSON Schemas: valid ones with a taste for the bounds, and ones that break a rule here and there.
import type { Schema } from "../../scripts/transform.js";
import { PATTERNS } from "../../src/names.js";
import { type Node, nodeOf } from "./node.js";
import type { Random } from "./random.js";
import { makeNumber, makeString, STRANGE_NUMBERS, WORDS } from "./values.js";

/** What a document is made with. */
export interface Making {
  random: Random;
  /** Schema whose definitions are referred to. */
  root: Schema;
  /** Probability of breaking a rule, at each rule. */
  breaking: number;
}

const UNKNOWN_KEYS = [
  "unknown",
  "x-y",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "",
  "a/b~c",
  "é",
  "$ref",
  "hasOwnProperty",
  "__defineGetter__",
] as const;

/** A node that `schema` says yes to, unless a rule is broken on the way. */
export function make(schema: Schema, making: Making, depth = 0): Node {
  const { random, breaking } = making;
  if (random.chance(breaking / 4)) return anything(random, depth);
  if (schema.$ref !== undefined) return make(resolve(schema.$ref, making.root), making, depth);
  if (schema.anyOf !== undefined) return make(random.pick(schema.anyOf), making, depth);
  const list = schema.const === undefined ? schema.enum : [schema.const];
  if (list !== undefined) return nodeOf(random.pick(random.chance(breaking) ? WORDS : list));
  const type = Array.isArray(schema.type) ? random.pick(schema.type) : schema.type;
  switch (type) {
    case "object":
      return schema.properties === undefined ? makeMap(schema, making, depth) : makeObject(schema, making, depth);
    case "array":
      return makeArray(schema, making, depth);
    case "string":
      return { type: "string", value: makeString(schema, making) };
    case "integer":
    case "number":
      return { type: "raw", text: makeNumber(schema, making) };
    case "boolean":
      return nodeOf(random.chance(0.5));
    case "null":
      return nodeOf(null);
    default:
      return anything(random, depth);
  }
}

function resolve(ref: string, root: Schema): Schema {
  const found = root.definitions?.[ref.replace("#/definitions/", "")];
  if (found === undefined) throw new Error(`${ref} is not there`);
  return found;
}

function makeObject(schema: Schema, making: Making, depth: number): Node {
  const { random, breaking } = making;
  const wanted = random.pick([0.15, 0.5, 0.95]);
  const pairs: [string, Node][] = [];
  for (const [key, part] of Object.entries(schema.properties ?? {})) {
    const isRequired = schema.required?.includes(key) === true && !random.chance(breaking);
    if (isRequired || random.chance(wanted)) pairs.push([key, make(part, making, depth + 1)]);
  }
  fulfil(schema, pairs, making, depth);
  if (random.chance(0.15)) pairs.push([random.pick(UNKNOWN_KEYS), anything(random, depth + 1)]);
  if (random.chance(0.1)) repeatKey(pairs, random, depth);
  if (random.chance(0.3)) shuffle(pairs, random);
  return { type: "object", pairs };
}

/** Adds the field that `if` and `then` ask for. */
function fulfil(schema: Schema, pairs: [string, Node][], making: Making, depth: number): void {
  const [wanted] = schema.then?.required ?? [];
  if (wanted === undefined || pairs.some(([key]) => key === wanted) || making.random.chance(making.breaking * 4))
    return;
  for (const [name, { const: value }] of Object.entries(schema.if?.properties ?? {})) {
    const isGiven = pairs.some(([key, item]) => key === name && item.type === "string" && item.value === value);
    if (isGiven) pairs.push([wanted, make(schema.properties?.[wanted] ?? {}, making, depth + 1)]);
  }
}

/** Writes a key twice: in front with a value that must not count, or behind with one that must. */
function repeatKey(pairs: [string, Node][], random: Random, depth: number): void {
  const pair = pairs[random.int(pairs.length)];
  if (pair === undefined) return;
  if (random.chance(0.8)) pairs.unshift([pair[0], anything(random, depth + 1)]);
  else pairs.push([pair[0], anything(random, depth + 1)]);
}

function shuffle<T>(items: T[], random: Random): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    const [a, b] = [items[i], items[j]];
    if (a !== undefined && b !== undefined) [items[i], items[j]] = [b, a];
  }
}

function size(max: number, { random, breaking }: Making): number {
  if (random.chance(Math.min(breaking / 3, 2 / max))) return max + 1;
  if (random.chance(Math.min(0.03, 0.5 / max))) return max;
  return random.int(Math.min(max, 4) + 1);
}

function makeMap(schema: Schema, making: Making, depth: number): Node {
  const count = size(schema.maxProperties ?? 4, making);
  const pairs: [string, Node][] = [];
  const values = typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
  // A full map needs keys that differ; small ones may repeat theirs, or be of the reserved kind.
  for (let i = 0; i < count; i++) {
    const key = count > 6 ? distinctKey(schema.propertyNames, i) : makeString(schema.propertyNames ?? {}, making);
    pairs.push([key, make(values, making, depth + 1)]);
  }
  if (making.random.chance(0.05)) pairs.push(["__proto__", anything(making.random, depth + 1)]);
  if (making.random.chance(0.05)) repeatKey(pairs, making.random, depth);
  return { type: "object", pairs };
}

function distinctKey(names: Schema | undefined, i: number): string {
  return names?.pattern === PATTERNS.containerPort ? String(1000 + i) : `k${i}`;
}

function makeArray(schema: Schema, making: Making, depth: number): Node {
  const count = size(schema.maxItems ?? 4, making);
  const items: Node[] = [];
  const part = schema.items ?? {};
  const repeated = count > 40 ? make(part, { ...making, breaking: 0 }, depth + 1) : undefined;
  for (let i = 0; i < count; i++) items.push(repeated ?? make(part, making, depth + 1));
  return { type: "array", items };
}

/** Any value at all, not deep. */
export function anything(random: Random, depth: number): Node {
  const kind = random.int(depth > 4 ? 5 : 8);
  if (kind === 0) return nodeOf(null);
  if (kind === 1) return nodeOf(random.chance(0.5));
  if (kind === 2) return { type: "raw", text: random.pick(STRANGE_NUMBERS) };
  if (kind === 3) return nodeOf(random.pick(WORDS));
  if (kind === 4) return nodeOf(random.pick([[], {}, "x", 7]));
  if (kind === 5)
    return { type: "array", items: Array.from({ length: random.int(4) }, () => anything(random, depth + 1)) };
  const pairs = Array.from({ length: random.int(4) }, (): [string, Node] => {
    return [random.chance(0.5) ? random.pick(UNKNOWN_KEYS) : random.pick(WORDS), anything(random, depth + 1)];
  });
  return { type: "object", pairs };
}
