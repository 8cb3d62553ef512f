// From the schemas to rules for the shell agent: functions for POSIX awk over the tables of packages/agent-sh/lib/json.awk.
//
// Every keyword is either known here or an error, so that nothing a schema says is left unchecked.
import type { LIMITS } from "../src/limits.js";
import { PATTERNS } from "../src/names.js";
import { SUPPORTED_MAJOR } from "../src/version.js";
import { AWK_HELPERS } from "./awk-helpers.js";
import { awkPattern } from "./awk-pattern.js";
import type { SchemaName } from "./kinds.js";
import type { Schemas } from "./schemas.js";
import type { Schema } from "./transform.js";

/** An awk expression that is true where the value at the path (an expression too) is as it must be, or is not there. */
type Check = (path: string) => string;

const ANNOTATIONS = ["$schema", "$id", "title", "description", "examples", "definitions"];

/** What may stand beside `type`, in the order in which the other validators look. */
const KEYWORDS: Record<string, readonly string[]> = {
  string: ["maxLength", "minLength", "pattern", "not", "const", "enum"],
  number: ["maximum", "minimum"],
  integer: ["maximum", "minimum"],
  boolean: [],
  null: [],
  array: ["maxItems", "minItems", "items"],
  object: ["if", "then", "maxProperties", "required", "propertyNames", "additionalProperties", "properties"],
};

const NO_NUL = PATTERNS.noNul;

/** What every name's pattern says already: nothing but printable ASCII. */
const NOT_PRINTABLE = "[^!-~]";

/** packages/agent-sh/generated/validate.awk; throws at a schema with a rule that it cannot express. */
export function generateAwk(schemas: Schemas, limits: typeof LIMITS): string {
  const functions = new Map<string, string>();
  const names = new Map<string, string>();
  const kinds = Object.keys(schemas) as SchemaName[];
  const judges = kinds.map((kind) => {
    const call = kind === "commands" ? "v_commands(path)" : compile(schemas[kind], schemas[kind])("path");
    return `  if (kind == ${quoted(kind)}) return ${call}\n`;
  });
  const versioned = kinds.filter((kind) => schemas[kind].properties?.protocol_version !== undefined);
  return [
    "# Generated from the JSON Schemas by `pnpm generate`. Do not edit.\n",
    "BEGIN {\n",
    `  V_MAJOR = ${SUPPORTED_MAJOR}\n`,
    ...Object.entries(limits.bytes).map(([kind, bytes]) => `  V_LIMIT[${quoted(kind)}] = ${bytes}\n`),
    ...versioned.map((kind) => `  V_VERSIONED[${quoted(kind)}]\n`),
    ...Object.keys(KEYWORDS).flatMap((type) =>
      type === "integer" ? [] : `  V_TYPE["${letterOf(type)}"] = "${article(type)}"\n`,
    ),
    "}\n",
    AWK_HELPERS,
    "\nfunction v_judge(kind, path) {\n",
    '  if (!(path in J_TYPE)) return v_no(path, "not there")\n',
    ...judges,
    '  return v_no(path, "no kind is called " kind)\n}\n',
    ...[...functions.values()].map((text) => `\n${text}`),
  ].join("");

  function compile(schema: Schema, root: Schema): Check {
    const known = Object.keys(schema).filter((keyword) => !ANNOTATIONS.includes(keyword));
    if (schema.$ref !== undefined) {
      only(known, ["$ref"]);
      const target = root.definitions?.[schema.$ref.replace("#/definitions/", "")];
      if (target === undefined) throw new Error(`${schema.$ref} is not defined`);
      return compile(target, root);
    }
    if (schema.anyOf !== undefined) {
      only(known, ["anyOf"]);
      const branches = schema.anyOf.map((branch) => compile(branch, root)("path"));
      return define(
        schema,
        "shape",
        `  return ${[...branches, 'v_no(path, "of none of the shapes it may have")'].join(" || ")}\n`,
      );
    }
    if (known.length === 0) return () => "1";
    if (Array.isArray(schema.type)) {
      const others = schema.type.filter((type) => type !== "null");
      const [type] = others;
      if (type === undefined || others.length > 1) throw new Error(`unions of types but with null are not known here`);
      const check = compile({ ...schema, type }, root);
      return (path) => `(v_null(${path}) || ${check(path)})`;
    }
    const keywords = KEYWORDS[schema.type ?? ""];
    if (keywords === undefined) throw new Error(`the type ${schema.type} is not known here`);
    only(known, ["type", ...keywords]);
    if (schema.type === "string") return stringCheck(schema);
    if (schema.type === "object") return objectCheck(schema, root);
    if (schema.type === "array") return arrayCheck(schema, root);
    if (schema.type === "boolean" || schema.type === "null")
      return (path) => `v_type(${path}, "${letterOf(schema.type)}")`;
    const bounds = `${numeric(schema.minimum)}, ${numeric(schema.maximum)}`;
    return (path) => `v_${schema.type}(${path}, ${bounds})`;
  }

  function stringCheck(schema: Schema): Check {
    const words = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
    if (words !== undefined) {
      if (!words.every((word) => typeof word === "string" && !word.includes("|")))
        throw new Error("an enum of other than words");
      return (path) => `v_word(${path}, ${quoted(`|${words.join("|")}|`)})`;
    }
    const checks: Check[] = [];
    if (schema.minLength !== undefined || schema.maxLength !== undefined) {
      checks.push((path) => `v_text(${path}, ${schema.minLength ?? 0}, ${numeric(schema.maxLength)})`);
    }
    if (schema.pattern === NO_NUL) {
      if (schema.not !== undefined || checks.length === 0) throw new Error("free text takes a length, and no `not`");
      checks.push((path) => `v_no_nul(${path})`);
    } else if (schema.pattern !== undefined) {
      const test = patternFunction(schema);
      const name = test.replace("v_is_", "v_");
      functions.set(
        name,
        `function ${name}(path) {\n  return !(path in J_TYPE) || v_type(path, "s") && (${test}(J_VAL[path]) || v_no(path, "not of the form it must have"))\n}\n`,
      );
      checks.push((path) => `${name}(${path})`);
    }
    if (checks.length === 0) throw new Error("a string without a bound");
    return (path) => checks.map((check) => check(path)).join(" && ");
  }

  /** Name of the function that tells whether a text is of the schema's pattern. */
  function patternFunction({ pattern = "", not }: Schema): string {
    if (not !== undefined && JSON.stringify(not) !== JSON.stringify({ pattern: NOT_PRINTABLE })) {
      throw new Error(`not ${JSON.stringify(not)} is not known here`);
    }
    const key = Object.entries(PATTERNS).find(([, text]) => text === pattern)?.[0];
    if (key === undefined) throw new Error(`the pattern ${pattern} has no name`);
    const name = `v_is_${snake(key)}`;
    const { source, minLength, maxLength } = awkPattern(pattern);
    const length = maxLength === undefined ? "" : `length(s) >= ${minLength} && length(s) <= ${maxLength} && `;
    functions.set(name, `function ${name}(s) {\n  return ${length}s ~ /${source}/\n}\n`);
    return name;
  }

  function arrayCheck(schema: Schema, root: Schema): Check {
    const head = `v_items(path, ${schema.minItems ?? 0}, ${numeric(schema.maxItems)})`;
    const item = compile(schema.items ?? {}, root)("item");
    if (item === "1") return (path) => head.replace("path", path);
    return define(
      schema,
      "list",
      `  if (!(path in J_TYPE)) return 1\n  if (!${head}) return 0\n${each('item = path "/" i', quickCheck(schema.items) + item)}  return 1\n`,
      "i, item",
    );
  }

  /** Lets plain text pass without a call: there may be thousands of arguments, and the calls would cost most of all. */
  function quickCheck({ pattern, minLength = 0, maxLength }: Schema = {}): string {
    if (pattern !== NO_NUL || minLength > 0) return "";
    return `J_TYPE[item] == "s" && length(J_VAL[item]) <= ${numeric(maxLength)} && !index(J_VAL[item], J_NUL) || `;
  }

  function objectCheck(schema: Schema, root: Schema): Check {
    const { maxProperties, required = [], propertyNames, additionalProperties = true, properties = {} } = schema;
    const lines = ["  if (!(path in J_TYPE)) return 1\n", '  if (!v_type(path, "o")) return 0\n', condition(schema)];
    if (maxProperties !== undefined) lines.push(`  if (!v_keys(path, ${maxProperties})) return 0\n`);
    const needs = required.map((name) => `v_needs(path, ${quoted(name)})`);
    if (needs.length > 0) lines.push(`  if (!(${needs.join(" && ")})) return 0\n`);
    if (propertyNames !== undefined) lines.push(each("key = J_KEY[path, i]", keyCheck(propertyNames)));
    if (additionalProperties === false) throw new Error("additionalProperties: false is not known here");
    if (additionalProperties !== true) {
      if (Object.keys(properties).length > 0) throw new Error("a map beside properties is not known here");
      lines.push(each('key = path "/" j_escape(J_KEY[path, i])', compile(additionalProperties, root)("key")));
    }
    const fields = Object.entries(properties).map(([name, of]) =>
      compile(of, root)(`path ${quoted(`/${pointerOf(name)}`)}`),
    );
    const checks = fields.filter((check) => check !== "1");
    lines.push(`  return ${checks.length === 0 ? "1" : checks.join(" && \\\n    ")}\n`);
    return define(schema, "map", lines.join(""), lines.join("").includes("J_KEY") ? "i, key" : "");
  }

  /** `if` a field has a certain word `then` another field must be there; no other condition. */
  function condition({ if: when, then: must }: Schema): string {
    if (when === undefined && must === undefined) return "";
    const [name = "", ...others] = Object.keys(when?.properties ?? {});
    const [needed = "", ...more] = must?.required ?? [];
    const word = when?.properties?.[name]?.const;
    const said = JSON.stringify([
      { properties: { [name]: { const: word } }, required: [name] },
      { required: [needed] },
    ]);
    if (typeof word !== "string" || others.length + more.length > 0 || said !== JSON.stringify([when, must])) {
      throw new Error(`the condition ${JSON.stringify([when, must])} is not known here`);
    }
    return `  if (v_is(path ${quoted(`/${pointerOf(name)}`)}, ${quoted(word)}) && !v_needs(path, ${quoted(needed)})) return 0\n`;
  }

  function each(assign: string, check: string): string {
    return `  for (i = 0; i < J_LEN[path]; i++) {\n    ${assign}\n    if (!(${check})) return 0\n  }\n`;
  }

  function keyCheck(schema: Schema): string {
    only(Object.keys(schema), ["minLength", "maxLength", "pattern", "not"]);
    const checks: string[] = [];
    if (schema.minLength !== undefined || schema.maxLength !== undefined) {
      checks.push(`v_length(key, ${schema.minLength ?? 0}, ${numeric(schema.maxLength)}, path)`);
    }
    if (schema.pattern !== undefined) {
      checks.push(`(${patternFunction(schema)}(key) || v_no(path, "a key that is not allowed"))`);
    }
    return checks.join(" && ");
  }

  /** A function with that body, the same for the same body; named by the schema's title. */
  function define(schema: Schema, what: string, body: string, locals = ""): Check {
    const known = names.get(body);
    const name = known ?? `v_${schema.title === undefined ? `${what}_${names.size}` : snake(schema.title)}`;
    if (known === undefined) {
      if (functions.has(name) || AWK_HELPERS.includes(`function ${name}(`))
        throw new Error(`two rules are called ${name}`);
      names.set(body, name);
      functions.set(name, `function ${name}(path${locals === "" ? "" : `,   ${locals}`}) {\n${body}}\n`);
    }
    return (path) => `${name}(${path})`;
  }
}

function only(keywords: string[], allowed: readonly string[]): void {
  const other = keywords.filter((keyword) => !allowed.includes(keyword));
  if (other.length > 0) throw new Error(`${other.join(", ")} is not known here`);
}

function numeric(bound: number | undefined): number {
  if (bound === undefined) throw new Error("a number, a text or a list without a bound");
  return bound;
}

function letterOf(type: unknown): string {
  return type === "null" ? "z" : String(type).charAt(0);
}

function article(type: string): string {
  return type === "null" ? type : `${/^[ao]/.test(type) ? "an" : "a"} ${type}`;
}

function quoted(text: string): string {
  if (!/^[ -~]*$/.test(text) || /["\\]/.test(text)) throw new Error(`${text} is not for an awk string`);
  return `"${text}"`;
}

function pointerOf(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter, at: number) => `${at === 0 ? "" : "_"}${letter.toLowerCase()}`);
}
