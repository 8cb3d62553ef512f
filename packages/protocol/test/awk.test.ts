// The generator of the awk validator: what it refuses, and that its patterns are the schemas'. Its verdicts are in differential.test.ts.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { generateAwk } from "../scripts/awk.js";
import { awkPattern } from "../scripts/awk-pattern.js";
import { SCHEMA_NAMES } from "../scripts/kinds.js";
import type { Schemas } from "../scripts/schemas.js";
import type { Schema } from "../scripts/transform.js";
import { LIMITS } from "../src/limits.js";
import { PATTERNS } from "../src/names.js";

const read = (name: string): Schema =>
  JSON.parse(readFileSync(path.resolve(`../../schemas/v1/${name}.schema.json`), "utf8")) as Schema;

const schemas = Object.fromEntries(SCHEMA_NAMES.map((name) => [name, read(name)])) as Schemas;

/** What comes of the status's schema with one field more. */
function withField(field: Record<string, unknown>): string {
  const properties = { ...schemas.status.properties, more: field as Schema };
  return generateAwk({ ...schemas, status: { ...schemas.status, properties } }, LIMITS);
}

describe("the generator", () => {
  test("gives what lies in the shell agent", () => {
    const file = path.resolve("../agent-sh/generated/validate.awk");
    expect(generateAwk(schemas, LIMITS)).toBe(readFileSync(file, "utf8"));
  });

  test("writes nothing that is more than a line of awk", () => {
    expect(withField({ type: "string", enum: ["a", "b"] })).toContain('v_word(path "/more", "|a|b|")');
    expect(() => withField({ type: "string", enum: ['a"; system("id")'] })).toThrow("not for an awk string");
  });

  test.each([
    ["format", { type: "string", maxLength: 5, format: "date-time" }],
    ["uniqueItems", { type: "array", maxItems: 5, uniqueItems: true }],
    ["exclusiveMinimum", { type: "number", exclusiveMinimum: 0, minimum: 0, maximum: 5 }],
    ["multipleOf", { type: "integer", minimum: 0, maximum: 5, multipleOf: 2 }],
    ["oneOf", { oneOf: [{ type: "null" }] }],
    ["$ref beside others", { $ref: "#/definitions/Progress", type: "object" }],
    ["a reference to nothing", { $ref: "#/definitions/Nothing" }],
    ["additionalProperties: false", { type: "object", additionalProperties: false }],
    ["patternProperties", { type: "object", patternProperties: {} }],
    ["a text without a bound", { type: "string" }],
    ["a text with a least length alone", { type: "string", minLength: 1 }],
    ["a list without a bound", { type: "array", items: { type: "boolean" } }],
    ["a number without a bound", { type: "number", minimum: 0 }],
    ["a pattern without a name", { type: "string", pattern: "^x$" }],
    ["another not", { type: "string", pattern: PATTERNS.commandId, not: { pattern: "x" } }],
    ["words that are not texts", { type: "string", enum: ["a", 1] }],
    ["two types", { type: ["string", "number"], maxLength: 5 }],
    ["a type without a rule", { type: "any" }],
    ["else", { type: "object", if: { properties: { a: { const: "b" } }, required: ["a"] }, else: { required: ["c"] } }],
    // biome-ignore lint/suspicious/noThenProperty: it is draft-07's word.
    ["a wider if", { type: "object", if: { properties: { a: { const: "b" } } }, then: { required: ["c"] } }],
  ])("refuses %s", (_, field) => {
    expect(() => withField(field)).toThrow();
  });
});

describe("patterns", () => {
  const named = Object.entries(PATTERNS).filter(([name]) => name !== "noNul");

  test.each(named)("%s has nothing that an old awk does not know", (_, pattern) => {
    expect(awkPattern(pattern).source).not.toMatch(/\{|\\[^./]|\(\?|\[\^/);
  });

  test.each(named)("%s says the same as before", (_, pattern) => {
    const { source, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = awkPattern(pattern);
    const [before, after] = [new RegExp(pattern), new RegExp(source)];
    const letters = [...'09AZaz_-.:+/"é\n T'];
    const texts = [
      "2024-02-29T23:59:59Z",
      "2023-02-29T00:00:00Z",
      "2024-01-20T10:30:00.123456789+05:30",
      "1.0",
      "9999.9999",
      "53/udp",
      "65535",
      "cmd-1",
    ];
    for (const text of [...texts]) {
      for (let at = 0; at <= text.length; at++) {
        for (const letter of letters)
          texts.push(text.slice(0, at) + letter + text.slice(at), text.slice(0, at) + letter + text.slice(at + 1));
        texts.push(text.slice(0, at) + text.slice(at + 1), text.slice(0, at));
      }
    }
    for (let length = 0; length < 140; length++)
      texts.push("a".repeat(length), "1".repeat(length), `1.${"2".repeat(length)}`);
    for (const text of texts) {
      const bytes = Buffer.byteLength(text);
      expect([text, bytes >= minLength && bytes <= maxLength && after.test(text)]).toEqual([text, before.test(text)]);
    }
  });

  test.each([
    "a",
    "^a",
    "^\\d$",
    "^.$",
    "^[^a]$",
    "^(?=a)$",
    "^(?:a)$",
    "^a{2,}$",
    "^a{0,99}b$",
    "^(ab){0,99}$",
    "^a|b$",
    "^(a$",
    "^a)$",
    "^é$",
    "^[/]$",
    "^a**$",
  ])("%s is refused", (pattern) => {
    expect(() => awkPattern(pattern)).toThrow();
  });
});
