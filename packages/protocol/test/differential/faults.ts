// Faults below the level of documents: of depth, of text, of bytes.
import { LIMITS } from "../../src/limits.js";
import type { Node } from "./node.js";
import { allNodes } from "./node.js";
import type { Random } from "./random.js";

/** Nests something in `document` near the limit of depth. */
export function deepen(document: Node, random: Random): void {
  const target = random.pick([document, ...allNodes(document)]);
  const levels = random.pick([
    LIMITS.depth - 4,
    LIMITS.depth - 3,
    LIMITS.depth - 2,
    LIMITS.depth - 1,
    LIMITS.depth,
    33,
    40,
    500,
  ]);
  let inside: Node = { type: "raw", text: random.pick(["1", "null", "1e400", '"\\ud800"', "[]", "{}", "x"]) };
  for (let i = 0; i < levels; i++) {
    inside = random.chance(0.5) ? { type: "array", items: [inside] } : { type: "object", pairs: [["k", inside]] };
  }
  if (target.type === "object") target.pairs.push([random.pick(["deep", "custom", "__proto__"]), inside]);
  else if (target.type === "array") target.items.push(inside);
}

const SNIPPETS = [
  "\\ud800",
  "\\udc00",
  "\\ud83d\\ude00",
  '"\\ud800"',
  '"\\ud83dx"',
  "\\u12",
  "\\x",
  "\\",
  '"',
  "'",
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  ",,",
  "//x\n",
  "/**/",
  "NaN",
  "Infinity",
  "-",
  "+1",
  "01",
  "1.",
  ".5",
  "1e",
  "1e400",
  "0x1",
  "true",
  "nul",
  "\0",
  "\x01",
  "\t",
  "\n",
  "\x0b",
  "\u00a0",
  "\u2028",
  "\ufeff",
  "é",
  "😀",
  '{"a":1}',
  "undefined",
  " ",
] as const;

/** Changes a text in one place. */
export function spoilText(text: string, random: Random): string {
  const at = random.int(text.length + 1);
  switch (random.int(6)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + random.int(3));
    case 2:
      return `${text}${random.pick(SNIPPETS)}`;
    case 3:
      return random.pick(SNIPPETS) + text;
    case 4:
      return text.slice(0, at) + random.pick(SNIPPETS) + text.slice(at + random.int(2));
    default:
      return text.slice(0, at) + "[".repeat(random.pick([1, 30, 40])) + text.slice(at);
  }
}

const BYTES = [
  [0xff],
  [0xfe],
  [0xc0, 0x80],
  [0xc3],
  [0x80],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xf8, 0x88, 0x80, 0x80, 0x80],
  [0xe2, 0x82],
  [0xf0, 0x9f],
  [0],
  [0x1b],
  [0x0a],
  [0xef, 0xbb, 0xbf],
  [0xed, 0x9f, 0xbf],
  [0xf4, 0x8f, 0xbf, 0xbf],
] as const;

/** Changes bytes, whatever they stand for. */
export function spoilBytes(bytes: Uint8Array, limit: number, random: Random): Uint8Array {
  const at = random.int(bytes.length + 1);
  switch (random.int(8)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]);
    case 2:
      return new Uint8Array(Buffer.from(Buffer.from(bytes).toString("utf8"), "utf16le"));
    case 3:
      return bytes.length > limit ? bytes : padded(bytes, random.pick([limit - 1, limit, limit + 1, limit + 1]));
    case 4:
      return new Uint8Array();
    case 5:
      return bytes.length === 0 ? bytes : bytes.with(Math.min(at, bytes.length - 1), random.int(256));
    default:
      return Uint8Array.from([...bytes.slice(0, at), ...random.pick(BYTES), ...bytes.slice(at + random.int(2))]);
  }
}

/** Padded with blanks where JSON allows them; only rarely, since the documents get as large as they may be. */
function padded(bytes: Uint8Array, size: number): Uint8Array {
  if (size > 300_000 || size < bytes.length) return bytes;
  const out = new Uint8Array(size).fill(0x20);
  out.set(bytes);
  return out;
}
