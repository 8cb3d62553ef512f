// Turns the short forms of a case (`like`, `contains`, `lacks`) into the JSON Schema they stand for.
import type { Json, JsonSchema } from "./case.js";

/** The schema of values like `example`: objects have at least its keys, each like its value; anything else equals it. */
export function likeSchema(example: Json): JsonSchema {
  if (typeof example !== "object" || example === null) return { const: example };
  if (Array.isArray(example)) {
    if (example.length === 0) return { const: [] };
    return { type: "array", minItems: example.length, maxItems: example.length, items: example.map(likeSchema) };
  }
  const entries = Object.entries(example);
  return {
    type: "object",
    required: entries.map(([key]) => key),
    properties: Object.fromEntries(entries.map(([key, value]) => [key, likeSchema(value)])),
  };
}

/** Predicates on one value. */
export interface Predicates {
  like?: Json;
  contains?: Json;
  lacks?: Json;
  matches?: JsonSchema;
}

/** All predicates as schemas, each with the words for a report. */
export function predicateSchemas(predicates: Predicates): { schema: JsonSchema; words: string }[] {
  const found: { schema: JsonSchema; words: string }[] = [];
  const { like, contains, lacks, matches } = predicates;
  if (like !== undefined) found.push({ schema: likeSchema(like), words: `is like ${JSON.stringify(like)}` });
  if (contains !== undefined) {
    found.push({
      schema: { type: "array", contains: likeSchema(contains) },
      words: `contains an item like ${JSON.stringify(contains)}`,
    });
  }
  if (lacks !== undefined) {
    found.push({
      schema: { not: { type: "array", contains: likeSchema(lacks) } },
      words: `contains no item like ${JSON.stringify(lacks)}`,
    });
  }
  if (matches !== undefined) found.push({ schema: matches, words: `is valid by ${JSON.stringify(matches)}` });
  return found;
}
