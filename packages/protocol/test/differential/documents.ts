// Random documents from the JSON Schemas: valid ones with a taste for the bounds, and ones that break a rule here and there.

import type { Schema } from "../../scripts/transform.js";
import { PATTERNS } from "../../src/names.js";
import { type Node, nodeOf } from "./node.js";
import type { Random } from "./random.js";

/** What a document is made with. */
export interface Making {
  random: Random;
  /** Schema whose definitions are referred to. */
  root: Schema;
  /** Probability of breaking a rule, at each rule. */
  breaking: number;
}

const CHARACTERS = [
  "a",
  "Z",
  "0",
  "_",
  "-",
  ".",
  "/",
  " ",
  '"',
  "\\",
  "\n",
  "\t",
  "\r",
  "\0",
  "\x1b",
  "\x7f",
  "\u0085",
  "é",
  "\u0301",
  "ß",
  "中",
  "\u2028",
  "\u202e",
  "\ufeff",
  "\uffff",
  "😀",
  "\u{10ffff}",
  "$",
  "(",
  "[",
  "{",
  "~",
  "'",
  "`",
  "\x01",
] as const;

const WORDS = [
  "",
  "a",
  "running",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "length",
  "0",
  "-1",
  "x".repeat(64),
  "x".repeat(65),
  "😀".repeat(64),
  "é".repeat(65),
] as const;

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

function makeString(schema: Schema, making: Making): string {
  const { random, breaking } = making;
  const { pattern } = schema;
  if (pattern !== undefined && pattern !== PATTERNS.noNul) {
    const good = makeNamed(pattern, random);
    return random.chance(breaking) ? spoil(good, random) : good;
  }
  if (random.chance(0.1)) return random.pick(WORDS);
  let length = random.pick([schema.minLength ?? 0, (schema.minLength ?? 0) + 1, 3, 12]);
  const max = schema.maxLength ?? 64;
  if (random.chance(Math.min(0.08, 16 / max))) length = max;
  if (random.chance(Math.min(breaking, 64 / max))) length = random.pick([max + 1, max + 1, 0]);
  const isPlain = random.chance(0.4);
  const filler = random.pick(CHARACTERS);
  let value = "";
  for (let i = 0; i < length; i++) {
    const character = isPlain ? "x" : length > 200 ? filler : random.pick(CHARACTERS);
    value += character === "\0" && pattern !== undefined && !random.chance(breaking) ? "n" : character;
  }
  return value;
}

/** Small changes that make a name none, or another one. */
function spoil(value: string, random: Random): string {
  const at = random.int(value.length + 1);
  return random.pick([
    "",
    `${value}\n`,
    `${value}\r`,
    `${value}\u2028`,
    `${value}\0`,
    `\n${value}`,
    ` ${value}`,
    value.slice(1),
    value.slice(0, -1),
    value.slice(0, at) + random.pick(CHARACTERS) + value.slice(at),
    value.slice(0, at) + random.pick(["0", "9", "5", "T", "Z", "-", ":"]) + value.slice(at + 1),
    value.toLowerCase(),
    value.toUpperCase(),
    value.repeat(5),
    value.repeat(70),
  ]);
}

const two = (value: number) => String(value).padStart(2, "0");

function makeNamed(pattern: string, random: Random): string {
  switch (pattern) {
    case PATTERNS.timestamp: {
      const year = random.pick([
        "2024",
        "2023",
        "1900",
        "2000",
        "0000",
        "9999",
        "1970",
        String(1000 + random.int(9000)),
      ]);
      const date = `${year}-${two(1 + random.int(12))}-${two(1 + random.int(random.pick([28, 31, 31])))}`;
      const time = `${two(random.int(24))}:${two(random.int(60))}:${two(random.int(random.chance(0.02) ? 61 : 60))}`;
      const fraction = random.chance(0.4)
        ? `.${String(random.int(1e9))
            .padStart(9, "0")
            .slice(0, 1 + random.int(9))}`
        : "";
      return `${date}T${time}${fraction}${random.pick(["Z", "Z", "Z", "+00:00", "-23:59", "+05:30"])}`;
    }
    case PATTERNS.protocolVersion:
      return random.chance(0.05)
        ? random.pick(["2.0", "0002.0", "9999.1"])
        : random.pick(["1.0", "1.9999", "0.1", "01.00"]);
    case PATTERNS.signalName:
      return random.pick(["ping", "shutdown", "cancel", "reload_config", "x", "a".repeat(64), "a-b_9"]);
    case PATTERNS.envName:
      return random.pick(["PATH", "_", "__proto__", "a1", "A".repeat(128), "NODE_ENV"]);
    case PATTERNS.containerPort:
      return random.pick(["3000", "53/udp", "0", "99999/sctp", "8080/tcp"]);
    case PATTERNS.hostPort:
      return random.pick(["3000", "0", "99999"]);
    case PATTERNS.sessionName:
      return random.pick(["feature-auth", "x", "A".repeat(50), "9_-", "shared"]);
    case PATTERNS.commandId:
      return random.chance(0.3) ? "cmd-1" : `c${random.int(1e6)}${random.pick(["", ".", "_-", "x".repeat(57)])}`;
    default:
      throw new Error(`no generator for the pattern ${pattern}`);
  }
}

const STRANGE_NUMBERS = [
  "1e400",
  "-1e400",
  "1e308",
  "1.7976931348623157e308",
  "1.8e308",
  "1e-400",
  "-0",
  "-0.0",
  "0e0",
  "9007199254740991",
  "9007199254740992",
  "9007199254740993",
  "9007199254740991.0",
  "1e15",
  "9.007199254740991e15",
  "1E2",
  "1.0",
  "100e-2",
  "0.1",
  "-1",
  "0.05",
  "0.049",
  "0.3e1",
  `1${"0".repeat(308)}`,
  `1${"0".repeat(309)}`,
  `0.${"3".repeat(400)}`,
  "4294967296",
  "-9007199254740993",
  "123456789012345678901234567890",
  "5e-324",
  "0.5",
  "2.5",
] as const;

function makeNumber(schema: Schema, { random, breaking }: Making): string {
  const { minimum: min = 0, maximum: max = 100 } = schema;
  if (random.chance(breaking)) return random.pick(STRANGE_NUMBERS);
  if (random.chance(breaking))
    return random.pick([String(min - 1), String(max + 1), String(max + 0.5), String(min + 0.5)]);
  const value = random.pick([
    min,
    max,
    min,
    Math.ceil(min) + random.int(Math.min(max - min, 1e9) + 1),
    Math.ceil(min) + random.int(100),
  ]);
  const kept = Math.min(Math.max(value, min), max);
  const written = schema.type === "number" && random.chance(0.3) && kept + 0.25 <= max ? kept + 0.25 : kept;
  return random.chance(0.1) ? otherNotation(written, random) : String(written);
}

/** The same number, written another way. */
function otherNotation(value: number, random: Random): string {
  const text = String(value);
  if (!Number.isInteger(value)) return value.toExponential();
  return random.pick([`${text}.0`, `${text}e0`, `${text}E+0`, `${text}.00e-0`, value === 0 ? "-0" : `${text}0e-1`]);
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
