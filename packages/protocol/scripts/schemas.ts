// From the types in src/documents to the thirteen JSON Schemas of v1.
import { readdirSync } from "node:fs";
import { Ajv } from "ajv";
import { buildGenerator, getProgramFromFiles } from "typescript-json-schema";
import type { Examples } from "./examples.js";
import { SCHEMA_NAMES, SCHEMA_TYPES, type SchemaName } from "./kinds.js";
import type { Output } from "./output.js";
import { OWN_TAGS, type Schema, transform } from "./transform.js";

/** All schemas by name. */
export type Schemas = Record<SchemaName, Schema>;

const FOLDER = "src/documents";

const COMPILER = {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: "ES2022",
  module: "NodeNext",
  moduleResolution: "NodeNext",
  skipLibCheck: true,
  // Node's own types have a `SessionState` too, and the generator looks types up by name alone.
  types: [],
  lib: ["es2023"],
};

/** `$id` of a schema. A name, not a place: nothing is to be fetched. */
export function schemaId(name: SchemaName): string {
  return `urn:para-docker:schema:v1:${name}`;
}

/** Makes the schema of any type of src/documents by its name; throws where the types cannot be read. */
export function schemaMaker(): (type: string) => Schema {
  const files = documentFiles();
  const generator = buildGenerator(
    getProgramFromFiles(files, COMPILER),
    { required: true, ref: true, strictNullChecks: true, validationKeywords: OWN_TAGS },
    files,
  );
  if (generator === null) throw new Error("the types of src/documents have errors");
  return (type) => transform(generator.getSchemaForSymbol(type) as Schema);
}

/** The files of the types, from the package's folder. */
export function documentFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .sort()
    .map((file) => `${FOLDER}/${file}`);
}

/** Generates all schemas; throws where the types cannot be read or a result is not draft-07. */
export function buildSchemas(examples: Examples): Schemas {
  const make = schemaMaker();
  const ajv = new Ajv({ allowUnionTypes: true });
  const built = SCHEMA_NAMES.map((name): [SchemaName, Schema] => {
    const type = SCHEMA_TYPES[name];
    const schema = withExamples(make(type), type, examples);
    const whole = { $schema: "http://json-schema.org/draft-07/schema#", $id: schemaId(name), title: type, ...schema };
    if (ajv.validateSchema(whole) !== true) throw new Error(`${name}: ${ajv.errorsText()}`);
    return [name, whole];
  });
  return Object.fromEntries(built) as Schemas;
}

function withExamples(schema: Schema, type: string, examples: Examples): Schema {
  const { definitions, ...root } = schema;
  const out = { ...root, ...examplesOf(type, examples) };
  if (definitions === undefined) return out;
  const named = Object.entries(definitions).map(([name, of]) => [name, { ...of, ...examplesOf(name, examples) }]);
  return { ...out, definitions: Object.fromEntries(named) };
}

function examplesOf(type: string, examples: Examples): { examples?: unknown[] } {
  const found = examples.get(type);
  return found === undefined ? {} : { examples: found };
}

/** The files of all schemas. */
export function schemaFiles(schemas: Schemas): Output[] {
  return SCHEMA_NAMES.map((name) => ({
    path: `schemas/v1/${name}.schema.json`,
    content: `${JSON.stringify(schemas[name], null, 2)}\n`,
  }));
}
