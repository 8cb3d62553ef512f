// Random strings and numbers: at their bounds, past them, and of every kind that makes a reader stumble.
import type { Schema } from "../../scripts/transform.js";
import { PATTERNS } from "../../src/names.js";
import type { Making } from "./documents.js";
import type { Random } from "./random.js";

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

/** Words that programs take for something else. */
export const WORDS = [
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

/** A string that `schema` says yes to, or nearly. */
export function makeString(schema: Schema, making: Making): string {
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

/** Numbers at the ends of what a double holds. */
export const STRANGE_NUMBERS = [
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

/** A number, as text, that `schema` says yes to, or nearly. */
export function makeNumber(schema: Schema, { random, breaking }: Making): string {
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
