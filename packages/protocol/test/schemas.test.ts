// The schemas as data: every bound is there, every type has examples that are valid, and the limits agree with limits.ts.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { SCHEMA_NAMES, SCHEMA_TYPES } from "../scripts/kinds.js";
import { documentFiles, schemaMaker } from "../scripts/schemas.js";
import type { Schema } from "../scripts/transform.js";
import { type DocumentKind, LIMITS } from "../src/limits.js";
import { parseDocument } from "../src/parse.js";

const SCHEMAS = path.resolve("../../schemas/v1");
const EXAMPLES = path.join(SCHEMAS, "examples");

/** Types that other types extend, and no schema stands for. */
const BASES = ["Versioned", "CommandBase"];

const readSchema = (name: string) =>
  JSON.parse(readFileSync(path.join(SCHEMAS, `${name}.schema.json`), "utf8")) as Schema;
const schemas = SCHEMA_NAMES.map((name) => [name, readSchema(name)] as const);

const types = documentFiles().flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/^export interface (\w+)/gm)].map((match) => match[1] ?? ""),
);
const examplesOf = (type: string) =>
  existsSync(path.join(EXAMPLES, type)) ? readdirSync(path.join(EXAMPLES, type)) : [];

/** Every schema within `schema`, with its place. */
function* parts(schema: Schema, at: string): Generator<[string, Schema]> {
  yield [at, schema];
  const maps = { properties: schema.properties, definitions: schema.definitions };
  for (const [keyword, map] of Object.entries(maps)) {
    for (const [name, part] of Object.entries(map ?? {})) yield* parts(part, `${at}/${keyword}/${name}`);
  }
  for (const keyword of ["items", "additionalProperties", "propertyNames"] as const) {
    const part = schema[keyword];
    if (typeof part === "object") yield* parts(part, `${at}/${keyword}`);
  }
  for (const [index, part] of (schema.anyOf ?? []).entries()) yield* parts(part, `${at}/anyOf/${index}`);
}

const all = schemas.flatMap(([name, schema]) => [...parts(schema, name)]);
const hasType = (schema: Schema, type: string) => [schema.type].flat().includes(type);

describe("bounds", () => {
  test("every string is bounded by a length, a pattern without * and +, or a list", () => {
    const open = all.filter(([, part]) => {
      const byPattern = part.pattern !== undefined && /\$$/.test(part.pattern) && !/[*+](?![^[]*\])/.test(part.pattern);
      const byList = part.enum !== undefined || part.const !== undefined;
      return hasType(part, "string") && part.maxLength === undefined && !byPattern && !byList;
    });
    expect(open.map(([at]) => at)).toEqual([]);
  });

  test("every array and every number is bounded", () => {
    const arrays = all.filter(([, part]) => hasType(part, "array") && part.maxItems === undefined);
    const numbers = all.filter(
      ([, part]) =>
        (hasType(part, "number") || hasType(part, "integer")) &&
        (part.minimum === undefined || part.maximum === undefined),
    );
    expect([...arrays, ...numbers].map(([at]) => at)).toEqual([]);
  });

  test("every object is a map with bounded keys or has named fields, and lets unknown fields be", () => {
    for (const [at, part] of all.filter(([, part]) => hasType(part, "object"))) {
      if (part.properties === undefined) {
        expect(part.maxProperties, at).toBeDefined();
        expect(part.propertyNames, at).toBeDefined();
        expect(part.additionalProperties, at).toBeDefined();
      } else expect(part.additionalProperties, at).toBeUndefined();
    }
  });

  test("beside a reference stands nothing that draft-07 would not see", () => {
    for (const [at, part] of all.filter(([, part]) => part.$ref !== undefined)) {
      expect(
        Object.keys(part).filter((key) => key !== "$ref" && key !== "description"),
        at,
      ).toEqual([]);
    }
  });

  test("a pattern of a name says for every language where the text ends", () => {
    for (const [at, part] of all.filter(([, part]) => part.pattern !== undefined && part.maxLength === undefined)) {
      expect(part.not, at).toEqual({ pattern: "[^!-~]" });
    }
  });

  test("lists are as long as the limits say", () => {
    const status = readSchema("status").properties;
    const queue = readSchema("commands").properties;
    expect(status?.errors?.maxItems).toBe(LIMITS.notices);
    expect(status?.warnings?.maxItems).toBe(LIMITS.notices);
    expect(queue?.commands?.maxItems).toBe(LIMITS.queue_entries + LIMITS.queue_signal_reserve);
    expect(queue?.processed?.maxItems).toBe(LIMITS.processed_entries);
    expect(JSON.parse(readFileSync(path.join(SCHEMAS, "limits.json"), "utf8"))).toEqual(LIMITS);
  });
});

describe("examples", () => {
  const make = schemaMaker();
  const ajv = new Ajv({ allowUnionTypes: true });

  test.each(types.filter((type) => !BASES.includes(type)))("%s has examples, and they are valid", (type) => {
    const validate = ajv.compile(make(type));
    const files = examplesOf(type);
    expect(files).not.toEqual([]);
    for (const file of files) {
      const document: unknown = JSON.parse(readFileSync(path.join(EXAMPLES, type, file), "utf8"));
      expect(validate(document) || `${file}: ${ajv.errorsText(validate.errors)}`).toBe(true);
    }
  });

  test("are named for what they show, below types that exist", () => {
    expect(readdirSync(EXAMPLES).filter((type) => !types.includes(type))).toEqual([]);
    for (const type of types) for (const file of examplesOf(type)) expect(file).toMatch(/^[a-z][a-z0-9-]*\.json$/);
  });

  test("are cited by the documentation of their types", () => {
    for (const file of documentFiles()) {
      const text = readFileSync(file, "utf8");
      for (const [, cited] of text.matchAll(/@includeCode ([^}]+)\}/g)) {
        expect(existsSync(path.join(path.dirname(file), cited ?? "")), `${file}: ${cited}`).toBe(true);
      }
      for (const [, doc, type] of text.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*?\*\/\n)export interface (\w+)/g)) {
        if (!BASES.includes(type ?? "")) expect(doc, type).toContain(`schemas/v1/examples/${type}/`);
      }
    }
  });

  test("of whole documents are read by parse", () => {
    const kinds = Object.keys(LIMITS.bytes) as DocumentKind[];
    for (const kind of kinds) {
      const type = SCHEMA_TYPES[kind];
      for (const file of examplesOf(type)) {
        const parsed = parseDocument(kind, readFileSync(path.join(EXAMPLES, type, file)));
        expect(parsed.ok || parsed.problems, `${type}/${file}`).toBe(true);
      }
    }
  });

  test("stand in the schemas of their types", () => {
    for (const [name, schema] of schemas) expect(schema.examples?.length).toBe(examplesOf(SCHEMA_TYPES[name]).length);
  });
});
