// The documents that validators in other languages are asked about, with our own verdict on each.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type DocumentKind, LIMITS } from "../../src/limits.js";
import { parseDocument } from "../../src/parse.js";
import { caseFor } from "../../test/differential/cases.js";
import { SCHEMA_NAMES, SCHEMA_TYPES, type SchemaName } from "../kinds.js";
import { schemaMaker } from "../schemas.js";

/** A document, the schema it is asked against, and what we say. */
export interface Asked {
  name: string;
  schemaFile: string;
  file: string;
  verdict: "valid" | "invalid";
  /** Why a draft-07 schema cannot judge it; absent: it can. */
  beyond?: string;
}

/** Codes of stages before the shape, or beside it (docs/protocol.md#beyond-schema). */
const BEYOND: Record<string, string> = {
  missing: "no bytes: there is nothing to parse",
  oversize: "its size in bytes",
  invalid_utf8: "its encoding: JSON parsers differ",
  too_deep: "its depth: JSON parsers have limits of their own",
  unsupported_version: "a version that is unsupported, not wrong",
  duplicate_id: "an id that stands twice in the queue",
};

/** All examples, all fixtures, and random documents; `folder` takes what has to be written to be read. */
export function collect(folder: string): Asked[] {
  return [...examples(folder), ...fixtures(folder), ...randomDocuments(folder)];
}

function examples(folder: string): Asked[] {
  const root = path.resolve("../../schemas/v1");
  const make = schemaMaker();
  const schemaOf = new Map<string, SchemaName>(SCHEMA_NAMES.map((name) => [SCHEMA_TYPES[name], name]));
  return readdirSync(path.join(root, "examples")).flatMap((type) => {
    const name = schemaOf.get(type);
    const schemaFile =
      name === undefined ? path.join(folder, `${type}.schema.json`) : path.join(root, `${name}.schema.json`);
    // A type within documents has no schema of its own; it is asked against what the generator makes of it alone.
    if (name === undefined) writeFileSync(schemaFile, JSON.stringify({ $schema: DRAFT, ...make(type) }));
    return readdirSync(path.join(root, "examples", type)).map((file): Asked => {
      const full = path.join(root, "examples", type, file);
      return { name: `examples/${type}/${file}`, schemaFile, file: full, verdict: "valid" };
    });
  });
}

const DRAFT = "http://json-schema.org/draft-07/schema#";

/** A fixture as the conformance suite lists it: `@@fill@@` in its file stands for a long text, or blanks come behind it. */
interface Fixture {
  file: string;
  document: DocumentKind;
  fill?: { text: string; times: number };
  pad_to_limit?: number;
}

function fixtures(folder: string): Asked[] {
  const root = path.resolve("../../conformance");
  const manifest = path.join(root, "manifest.json");
  if (!existsSync(manifest)) return [];
  const { fixtures: listed } = JSON.parse(readFileSync(manifest, "utf8")) as { fixtures: Fixture[] };
  return listed.map((fixture): Asked => {
    const { file, document, fill, pad_to_limit } = fixture;
    const content = readFileSync(path.join(root, file));
    let bytes: Buffer = content;
    if (fill !== undefined)
      bytes = Buffer.from(content.toString().replace("@@fill@@", () => fill.text.repeat(fill.times)));
    if (pad_to_limit !== undefined) {
      bytes = Buffer.concat([content, Buffer.alloc(LIMITS.bytes[document] + pad_to_limit - content.length, " ")]);
    }
    const expanded = path.join(folder, file);
    mkdirSync(path.dirname(expanded), { recursive: true });
    writeFileSync(expanded, bytes);
    const schemaFile = path.resolve(`../../schemas/v1/${document}.schema.json`);
    return { name: file, schemaFile, file: expanded, ...ours(document, bytes) };
  });
}

/** Random documents that are whole, some of them breaking a rule: always the same ones. */
function randomDocuments(folder: string): Asked[] {
  const asked: Asked[] = [];
  for (let index = 0; asked.length < RANDOM; index++) {
    const { kind, bytes, how } = caseFor(SEED, index);
    if (how !== "valid" && how !== "broken rules") continue;
    const file = path.join(folder, `random-${index}.json`);
    writeFileSync(file, bytes);
    const schemaFile = path.resolve(`../../schemas/v1/${kind}.schema.json`);
    const wider = WIDER_RANDOM.find(({ pattern }) => pattern.test(Buffer.from(bytes).toString()));
    const judged =
      wider === undefined ? ours(kind, Buffer.from(bytes)) : { verdict: "valid" as const, beyond: wider.why };
    asked.push({ name: `random document ${index} (${kind})`, schemaFile, file, ...judged });
  }
  return asked;
}

const SEED = 1;
const RANDOM = 1500;
const WIDER_RANDOM = [
  { pattern: /_*proto__"|u005f/i, why: "a key `__proto__`, which is dropped unread" },
  { pattern: /[0-9]{16}|[eE][-+]?[0-9]{3}/, why: "a number with more digits than a double holds" },
];

function ours(kind: DocumentKind, bytes: Buffer): Pick<Asked, "verdict" | "beyond"> {
  const parsed = parseDocument(kind, bytes);
  if (parsed.ok) return { verdict: "valid" };
  const { code } = parsed.problems[0];
  const beyond = BEYOND[code] ?? (code === "invalid_json" && parses(bytes) ? WIDER_JSON : undefined);
  return beyond === undefined ? { verdict: "invalid" } : { verdict: "invalid", beyond };
}

const WIDER_JSON = "a lone surrogate, or a number beyond a double: JSON parsers differ";

function parses(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString());
    return true;
  } catch {
    return false;
  }
}
