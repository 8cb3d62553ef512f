// One random document: its kind and its bytes, by seed and number.
import type { DocumentKind } from "../../src/limits.js";
import { LIMITS } from "../../src/limits.js";
import { make } from "./documents.js";
import { deepen, spoilBytes, spoilText } from "./faults.js";
import { publishedSchema } from "./judges.js";
import { write } from "./node.js";
import { type Random, randomFor } from "./random.js";

/** A document to be judged. */
export interface Case {
  kind: DocumentKind;
  bytes: Uint8Array;
  /** What was done to it, for the count. */
  how: "valid" | "broken rules" | "depth" | "text" | "bytes";
}

const KINDS = Object.keys(LIMITS.bytes) as [DocumentKind, ...DocumentKind[]];
const schemas = new Map<string, ReturnType<typeof publishedSchema>>();

function schemaFor(kind: DocumentKind, random: Random) {
  const name = kind === "commands" && random.chance(0.2) ? "commands-envelope" : kind;
  const schema = schemas.get(name) ?? publishedSchema(name);
  schemas.set(name, schema);
  return schema;
}

/** The document of this number in the run of this seed. */
export function caseFor(seed: number, index: number): Case {
  const random = randomFor(seed, index);
  const kind = random.chance(0.3) ? random.pick(["status", "commands"]) : random.pick(KINDS);
  const root = schemaFor(kind, random);
  const how = random.pick([
    "valid",
    "valid",
    "broken rules",
    "broken rules",
    "broken rules",
    "depth",
    "text",
    "text",
    "bytes",
    "bytes",
  ]);
  const breaking = how === "broken rules" ? random.pick([0.01, 0.03, 0.1]) : 0;
  const document = make(root, { random, root, breaking });
  if (how === "depth") deepen(document, random);
  const text = write(document, random);
  const bytes = new TextEncoder().encode(how === "text" ? spoilText(text, random) : text);
  return { kind, bytes: how === "bytes" ? spoilBytes(bytes, LIMITS.bytes[kind], random) : bytes, how };
}
