// From the schemas to validators that need no ajv at run time: one ES module a schema, in src/generated.
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { PATTERNS } from "../src/names.js";
import { SCHEMA_NAMES, SCHEMA_TYPES, type SchemaName } from "./kinds.js";
import type { Output } from "./output.js";
import { type Schemas, schemaId } from "./schemas.js";
import type { Schema } from "./transform.js";

const FOLDER = "packages/protocol/src/generated";
const HEAD = "// Generated from src/documents by `pnpm generate`. Do not edit.\n";

/** The whole queue is read in two steps, by the envelope and by entry; nothing asks its schema at run time. */
const NAMES = SCHEMA_NAMES.filter((name) => name !== "commands");

/** The validators' files. */
export function validatorFiles(schemas: Schemas): Output[] {
  const modules = NAMES.flatMap((name) => [
    { path: `${FOLDER}/${name}.js`, content: HEAD + moduleOf(name, schemas[name]) },
    { path: `${FOLDER}/${name}.d.ts`, content: HEAD + typesOf(name) },
  ]);
  return [...modules, { path: `${FOLDER}/patterns.js`, content: HEAD + patterns() }];
}

/** The patterns that the modules share: each is read and compiled once. */
function patterns(): string {
  return Object.entries(PATTERNS)
    .map(([name, source]) => `export const ${name} = ${literal(source)};\n`)
    .join("");
}

/** The name of the pattern that a literal is. */
function patternName(regExp: string): string {
  const found = Object.entries(PATTERNS).find(([, source]) => literal(source) === regExp);
  if (found === undefined) throw new Error(`the pattern ${regExp} is none of names.ts`);
  return found[0];
}

/** Name of the function in the module of a schema: `validateExecCommand`. */
function functionName(name: SchemaName): string {
  return `validate${name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}`;
}

function moduleOf(name: SchemaName, schema: Schema): string {
  const ajv = new Ajv({
    schemas: [lean(schema)],
    code: { source: true, esm: true, lines: true },
    ownProperties: true,
    inlineRefs: false,
    allowUnionTypes: true,
    messages: false,
  });
  return portable(standalone.default(ajv, { [functionName(name)]: schemaId(name) }));
}

function typesOf(name: SchemaName): string {
  const type = SCHEMA_TYPES[name];
  return [
    `import type { ${type} } from "../documents/index.js";`,
    `import type { Validator } from "../validator.js";`,
    `export declare const ${functionName(name)}: Validator<${type}>;`,
    "",
  ].join("\n");
}

/** The schema without what only people read, and without what only other languages need to be told (`not`). */
function lean(schema: Schema): Schema {
  const { title: _, description: __, examples: ___, ...out } = schema;
  if (out.pattern !== undefined) delete out.not;
  const each = (map: Record<string, Schema>) =>
    Object.fromEntries(Object.entries(map).map(([name, of]) => [name, lean(of)]));
  if (out.properties !== undefined) out.properties = each(out.properties);
  if (out.definitions !== undefined) out.definitions = each(out.definitions);
  if (out.items !== undefined) out.items = lean(out.items);
  if (out.anyOf !== undefined) out.anyOf = out.anyOf.map(lean);
  if (out.propertyNames !== undefined) out.propertyNames = lean(out.propertyNames);
  if (typeof out.additionalProperties === "object") out.additionalProperties = lean(out.additionalProperties);
  return out;
}

/**
 * Takes ajv's `require` and the top-level calls out, so that the module runs in a browser and can be shaken off; and makes three
 * things quicker without changing what they say: lengths are counted only where the number of UTF-16 units could be too many, the keys
 * of a map are listed once, and a field is asked to be the object's own only where it could be inherited (what JSON.parse makes
 * inherits from `Object.prototype` alone). What stands hundreds of times, a fault and a pattern, is said once elsewhere: reading the
 * code is most of what a first verdict costs.
 */
function portable(code: string): string {
  const out = code
    .replace('"use strict";', "")
    .replace(
      /const (func\d+) = require\("ajv\/dist\/runtime\/ucs2length"\)\.default;/g,
      'import { codePoints as $1 } from "../code-points.js";',
    )
    .replace(/new RegExp\(("(?:[^"\\]|\\.)*"), "u"\)/g, (_, source: string) => literal(JSON.parse(source) as string))
    .replace(/func\d+\((\w+)\) < 1\b/g, "$1.length < 1")
    .replace(/(func\d+)\((\w+)\) > (\d+)/g, "$2.length > $3 && $1($2) > $3")
    .replace(/^if\(Object\.keys\((\w+)\)\.length/gm, "const $1Keys = Object.keys($1);\nif($1Keys.length")
    .replace(/ of Object\.keys\((\w+)\)/g, " of $1Keys")
    .replace(
      /const (func\d+) = Object\.prototype\.hasOwnProperty;/g,
      "const base = Object.prototype;\nconst $1 = base.hasOwnProperty;",
    )
    .replace(/func\d+\.call\((\w+), "(\w+)"\)/g, "($1.$2 !== base.$2 || $&)")
    .replace(/schemaPath:"(?:[^"\\]|\\.)*",/g, "")
    .replace(/,params:\{pattern: "(?:[^"\\]|\\.)*"\}/g, ",params:{}")
    .replace(/params:\{comparison: "[<>]=", /g, "params:{")
    .replace(
      /^(validate\d+)\.errors = \[\{instancePath(?::(.*))?,keyword:("\w+"),params:(\{.*\})\}\];\nreturn false;/gm,
      (_, self: string, pointer = "instancePath", keyword: string, params: string) =>
        `return fault(${self}, ${pointer}, ${keyword}, ${params});`,
    )
    .replace(/\/\*# sourceURL=.*?\*\/;?/g, "")
    .replace(/^const (schema\d+) = .*;\n/gm, (line, name: string) => (code.split(name).length > 2 ? line : ""))
    .replace(
      /^const (pattern\d+) = (.*);$/gm,
      (_, name: string, regExp: string) => `import { ${patternName(regExp)} as ${name} } from "./patterns.js";`,
    );
  if (/require\(|new Function|eval\(/.test(out)) throw new Error("a validator needs ajv at run time");
  return `import { fault } from "../fault.js";\n${out}`;
}

/** A pattern as a literal, its groups not capturing: quicker, and nothing that a bundler must keep. */
function literal(pattern: string): string {
  if (/\\[()/]|\[[^\]]*[()]/.test(pattern)) throw new Error(`the pattern ${pattern} cannot be written as a literal`);
  const inClasses = pattern.replace(/\[[^\]]*\]|\//g, (part) => (part === "/" ? "\\/" : part));
  return `/${inClasses.replaceAll("(", "(?:")}/u`;
}
