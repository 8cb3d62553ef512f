// The slow path: finds the first place where a text stops being JSON of the protocol, byte by byte, without recursion.
//
// JSON.parse gives no reliable place, accepts lone surrogates and infinities, and has no limit of depth. This reader builds nothing;
// it is asked only when something looks wrong, and its answer is the verdict.
import { LIMITS } from "./limits.js";

/** The first fault of a text. */
export interface JsonFault {
  code: "invalid_json" | "too_deep";
  message: string;
  /** Byte at which it shows. */
  offset: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ESCAPED = new Set([...'"\\/bfnrt'].map((character) => character.charCodeAt(0)));

/** The first fault in `bytes`, which are UTF-8; nothing where there is none (docs/protocol.md#json). */
export function firstFault(bytes: Uint8Array): JsonFault | undefined {
  const open: number[] = [];
  let at = skipSpace(bytes, 0);
  // What may stand here: a value; a value or the end of an array; a key or the end of an object; a key; what follows a value.
  let expect: "value" | "item" | "member" | "key" | "after" = "value";
  for (;;) {
    const byte = bytes[at];
    if (expect === "after") {
      const container = open.at(-1);
      if (container === undefined) return at === bytes.length ? undefined : invalid("something after the document", at);
      if (byte === 0x2c) expect = container === 0x7b ? "key" : "value";
      else if (byte === (container === 0x7b ? 0x7d : 0x5d)) open.pop();
      else return invalid(container === 0x7b ? "neither , nor }" : "neither , nor ]", at);
      at = skipSpace(bytes, at + 1);
    } else if ((expect === "item" && byte === 0x5d) || (expect === "member" && byte === 0x7d)) {
      open.pop();
      expect = "after";
      at = skipSpace(bytes, at + 1);
    } else if (expect === "member" || expect === "key") {
      if (byte !== QUOTE) return invalid("no key", at);
      const end = readString(bytes, at);
      if (typeof end !== "number") return end;
      at = skipSpace(bytes, end);
      if (bytes[at] !== 0x3a) return invalid("no colon after a key", at);
      expect = "value";
      at = skipSpace(bytes, at + 1);
    } else if (byte === 0x7b || byte === 0x5b) {
      if (open.length === LIMITS.depth) {
        return { code: "too_deep", message: `deeper than ${LIMITS.depth} at byte ${at}`, offset: at };
      }
      open.push(byte);
      expect = byte === 0x7b ? "member" : "item";
      at = skipSpace(bytes, at + 1);
    } else {
      const end = byte === QUOTE ? readString(bytes, at) : readScalar(bytes, at);
      if (typeof end !== "number") return end;
      expect = "after";
      at = skipSpace(bytes, end);
    }
  }
}

/** The byte after the string that begins at `start`, or the fault in it. */
function readString(bytes: Uint8Array, start: number): number | JsonFault {
  let high = false;
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === BACKSLASH) {
      const next = bytes[at + 1] ?? 0;
      if (next !== 0x75) {
        if (!ESCAPED.has(next)) return invalid("no such escape", at);
        if (high) return invalid("a lone surrogate", at);
        at++;
        continue;
      }
      const unit = hexUnit(bytes, at + 2);
      if (unit === undefined) return invalid("no such escape", at);
      const isLow = unit >= 0xdc00 && unit <= 0xdfff;
      if (isLow !== high) return invalid("a lone surrogate", at);
      high = unit >= 0xd800 && unit <= 0xdbff;
      at += 5;
      continue;
    }
    if (high) return invalid("a lone surrogate", at);
    if (byte === QUOTE) return at + 1;
    if (byte < 0x20) return invalid("a control character in a string", at);
  }
  return invalid("a string without an end", bytes.length);
}

function hexUnit(bytes: Uint8Array, at: number): number | undefined {
  if (at + 4 > bytes.length) return undefined;
  const digits = String.fromCharCode(...bytes.subarray(at, at + 4));
  return /^[0-9A-Fa-f]{4}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
}

/** The byte after the number or the word that begins at `start`, or the fault in it. */
function readScalar(bytes: Uint8Array, start: number): number | JsonFault {
  let end = start;
  while (end < bytes.length && isScalarByte(bytes[end] ?? 0)) end++;
  if (end === start) return invalid(start === bytes.length ? "the text ends early" : "no value", start);
  const word = ascii(bytes, start, end);
  if (word === "true" || word === "false" || word === "null") return end;
  if (!/^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/.test(word)) return invalid("no value", start);
  return Number.isFinite(Number(word)) ? end : invalid("a number beyond a double", start);
}

/** Letters, digits, signs and points: what a number or a word is made of. */
function isScalarByte(byte: number): boolean {
  const letter = byte | 0x20;
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (letter >= 0x61 && letter <= 0x7a) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e
  );
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + 4096, end)));
  return text;
}

function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at++;
  return at;
}

function invalid(what: string, offset: number): JsonFault {
  return { code: "invalid_json", message: `not JSON: ${what}, at byte ${offset}`, offset };
}
