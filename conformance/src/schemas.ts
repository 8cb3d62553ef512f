// Asks ajv, over the published schemas, whether a value is valid. Own code of the judge: nothing here comes from the judged.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import type { JsonSchema } from "./case.js";
import { readData, schemaDirectory } from "./data.js";

const ajv = new Ajv({ strict: false, allErrors: false, ownProperties: true, addUsedSchema: false });
(formats as unknown as (instance: Ajv) => void)(ajv);

const compiled = new Map<string, ValidateFunction>();

/** Checks `value` against `schema`; undefined if it is valid, else the first fault in words. Throws if the schema is none. */
export function schemaFault(schema: JsonSchema, value: unknown): string | undefined {
  return fault(
    compile(JSON.stringify(schema), () => schema),
    value,
  );
}

/** Checks `value` against a schema that is known by a name, so that it is made and compiled once. */
export function namedSchemaFault(name: string, schema: () => JsonSchema, value: unknown): string | undefined {
  return fault(compile(`named ${name}`, schema), value);
}

/** Checks `value` against the schema of a document, by its kind; undefined if valid, else the first fault. Throws if there is no such kind. */
export function documentFault(kind: string, value: unknown): string | undefined {
  const path = join(schemaDirectory, `${kind}.schema.json`);
  const validate = compile(`document ${kind}`, () => {
    if (!existsSync(path)) throw new Error(`there is no schema for documents of the kind ${kind}`);
    return readData(path) as JsonSchema;
  });
  return fault(validate, value);
}

function compile(key: string, schema: () => JsonSchema): ValidateFunction {
  const known = compiled.get(key);
  if (known) return known;
  const validate = ajv.compile(schema());
  compiled.set(key, validate);
  return validate;
}

function fault(validate: ValidateFunction, value: unknown): string | undefined {
  if (validate(value)) return undefined;
  return (validate.errors ?? []).map(inWords).slice(0, 3).join("; ");
}

function inWords({ instancePath, message, params }: ErrorObject): string {
  const detail = "allowedValue" in params ? ` ${JSON.stringify(params.allowedValue)}` : "";
  return `${instancePath || "the value"} ${message ?? "is invalid"}${detail}`;
}
