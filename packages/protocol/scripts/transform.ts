// The one transform from what typescript-json-schema gives to the schemas of v1.
//
// It turns our own tags into schema keywords (`@timestamp` and its like, `@keys`, `@values`), puts maps in place of references to them
// (draft-07 ignores what stands beside a `$ref`), and shortens the names of definitions.
import { PATTERNS } from "../src/names.js";

/** A JSON Schema of draft-07, as far as ours go. */
export interface Schema {
  $schema?: string;
  $id?: string;
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  not?: Schema;
  if?: Schema;
  then?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  minProperties?: number;
  maxProperties?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  examples?: unknown[];
  definitions?: Record<string, Schema>;
}

/** A schema with our own tags in it. */
type TaggedSchema = Schema & { keys?: Schema; values?: Schema; given?: Given } & {
  [tag in keyof typeof PATTERNS]?: unknown;
};

/** A field that must be there where another has a certain value: `{"signal":"cancel","required":"target"}`. */
type Given = { required: string } & Record<string, string>;

type PatternName = keyof typeof PATTERNS;

const PATTERN_NAMES = Object.keys(PATTERNS) as PatternName[];

/** Tags of ours that typescript-json-schema must let through. */
export const OWN_TAGS: string[] = [...PATTERN_NAMES, "keys", "values", "given"];

/** What no name and no timestamp holds: anything but printable ASCII. Says again, for every language, where a text ends. */
const NOT_PRINTABLE = "[^!-~]";

const shortName = (name: string): string => name.replace(/^.*\)\./, "");

const refName = (ref: string): string => shortName(decodeURIComponent(ref.replace("#/definitions/", "")));

/** The schema of one type, transformed; `definitions` of the result holds what it refers to, and nothing else. */
export function transform(raw: Schema): Schema {
  const definitions = new Map<string, TaggedSchema>();
  for (const [name, schema] of Object.entries(raw.definitions ?? {})) definitions.set(shortName(name), schema);
  const used = new Map<string, Schema>();
  const root = walk(withoutDefinitions(raw));
  if (used.size > 0) root.definitions = Object.fromEntries([...used].sort(([a], [b]) => (a < b ? -1 : 1)));
  return root;

  function walk(tagged: TaggedSchema): Schema {
    const { keys, values, given, ...rest } = inPlaceOfMap(tagged);
    const out: Schema = { ...withPattern(rest), ...(given === undefined ? {} : condition(given)) };
    if (out.$ref !== undefined) out.$ref = refer(out.$ref);
    if (keys !== undefined) out.propertyNames = withPattern(keys);
    if (values !== undefined) out.additionalProperties = { ...(out.additionalProperties as Schema), ...values };
    if (out.properties !== undefined) {
      out.properties = Object.fromEntries(Object.entries(out.properties).map(([name, of]) => [name, walk(of)]));
    }
    if (typeof out.additionalProperties === "object") {
      const any = Object.keys(out.additionalProperties).length === 0;
      out.additionalProperties = any ? true : walk(out.additionalProperties);
    }
    if (out.items !== undefined) out.items = walk(out.items);
    if (out.anyOf !== undefined) out.anyOf = out.anyOf.map(walk);
    return out;
  }

  function inPlaceOfMap(schema: TaggedSchema): TaggedSchema {
    if (schema.$ref === undefined) return schema;
    const target = definitions.get(refName(schema.$ref));
    if (target?.additionalProperties === undefined || target.properties !== undefined) return schema;
    const { $ref: _, ...beside } = schema;
    return { ...target, ...beside };
  }

  function refer(ref: string): string {
    const name = refName(ref);
    const target = definitions.get(name);
    if (target === undefined) throw new Error(`no definition is called ${name}`);
    if (!used.has(name)) {
      used.set(name, {});
      used.set(name, { title: name, ...walk(target) });
    }
    return `#/definitions/${name}`;
  }
}

function condition({ required, ...when }: Given): Schema {
  const properties = Object.fromEntries(Object.entries(when).map(([name, value]) => [name, { const: value }]));
  // biome-ignore lint/suspicious/noThenProperty: it is draft-07's word.
  return { if: { properties, required: Object.keys(when) }, then: { required: [required] } };
}

function withoutDefinitions(schema: Schema): TaggedSchema {
  const { definitions: _, $schema: __, ...rest } = schema;
  return rest;
}

/** Replaces pattern tags, and names of patterns in `pattern`, by the pattern they name. */
function withPattern(schema: TaggedSchema): Schema {
  const out: Record<string, unknown> & Schema = { ...schema };
  for (const name of PATTERN_NAMES) {
    if (schema[name] === undefined) continue;
    delete out[name];
    out.pattern = name;
  }
  if (out.pattern === undefined) return out;
  if (!(out.pattern in PATTERNS)) throw new Error(`no pattern is called ${out.pattern}`);
  out.pattern = PATTERNS[out.pattern as PatternName];
  if (out.pattern !== PATTERNS.noNul) out.not = { pattern: NOT_PRINTABLE };
  return out;
}
