// Documents as they are written rather than as they are read: with repeated keys, numbers in any notation, escapes in any form.
import type { Random } from "./random.js";

/** A JSON value as text would have it. `raw` is written as it stands. */
export type Node =
  | { type: "object"; pairs: [string, Node][] }
  | { type: "array"; items: Node[] }
  | { type: "string"; value: string }
  | { type: "raw"; text: string };

/** A node for a value that JSON has. */
export function nodeOf(value: unknown): Node {
  if (typeof value === "string") return { type: "string", value };
  if (Array.isArray(value)) return { type: "array", items: value.map(nodeOf) };
  if (typeof value === "object" && value !== null) {
    return { type: "object", pairs: Object.entries(value).map(([key, item]) => [key, nodeOf(item)]) };
  }
  return { type: "raw", text: JSON.stringify(value) };
}

/** Every node of a document, the whole first. */
export function allNodes(node: Node): Node[] {
  if (node.type === "object") return [node, ...node.pairs.flatMap(([, item]) => allNodes(item))];
  if (node.type === "array") return [node, ...node.items.flatMap(allNodes)];
  return [node];
}

/** How a document is laid out. */
interface Style {
  random: Random;
  /** Probability of white space between two tokens. */
  space: number;
  /** Probability of an escape where none is needed. */
  escapes: number;
}

/** The document's text, in a layout of random's choice. */
export function write(node: Node, random: Random): string {
  const style = { random, space: random.pick([0, 0, 0.1, 0.9]), escapes: random.pick([0, 0, 0.02, 0.5]) };
  return space(style) + writeNode(node, style) + space(style);
}

function writeNode(node: Node, style: Style): string {
  if (node.type === "raw") return node.text;
  if (node.type === "string") return writeString(node.value, style);
  if (node.type === "array") {
    return `[${node.items.map((item) => space(style) + writeNode(item, style) + space(style)).join(",") || space(style)}]`;
  }
  const pairs = node.pairs.map(
    ([key, item]) =>
      `${space(style)}${writeString(key, style)}${space(style)}:${space(style)}${writeNode(item, style)}${space(style)}`,
  );
  return `{${pairs.join(",") || space(style)}}`;
}

function space({ random, space: probability }: Style): string {
  return random.chance(probability) ? random.pick(["\n  ", " ", "\t", "\r\n", "\n\n        "]) : "";
}

const SHORT: Record<string, string> = {
  "\b": "b",
  "\f": "f",
  "\n": "n",
  "\r": "r",
  "\t": "t",
  '"': '"',
  "\\": "\\",
  "/": "/",
};

/** A string literal. Lone surrogates come out as escapes, which is how they get into a text at all. */
function writeString(value: string, { random, escapes }: Style): string {
  if (escapes === 0 && value.length > 4096) return JSON.stringify(value);
  let out = '"';
  for (const character of value) {
    const unit = character.charCodeAt(0);
    const must =
      unit < 0x20 ||
      character === '"' ||
      character === "\\" ||
      (character.length === 1 && unit >= 0xd800 && unit <= 0xdfff);
    if (!must && !random.chance(escapes)) {
      out += character;
      continue;
    }
    const short = SHORT[character];
    if (short !== undefined && random.chance(0.7)) out += `\\${short}`;
    else for (let i = 0; i < character.length; i++) out += hex(character.charCodeAt(i), random);
  }
  return `${out}"`;
}

function hex(unit: number, random: Random): string {
  const digits = unit.toString(16).padStart(4, "0");
  return `\\u${random.chance(0.5) ? digits : digits.toUpperCase()}`;
}
