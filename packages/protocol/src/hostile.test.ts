// Documents as large as they may be and made to be slow: a verdict for each, in time that grows with their size alone.
import { describe, expect, test } from "vitest";
import { LIMITS } from "./limits.js";
import { parseDocument } from "./parse.js";
import { parseCommands } from "./parse-commands.js";

const encode = (text: string) => new TextEncoder().encode(text);
const SIZE = LIMITS.bytes.commands - 64;
const fill = (unit: string) => unit.repeat(Math.floor(SIZE / unit.length));

const BOMBS: [string, string, string][] = [
  ["brackets that open", "[".repeat(SIZE), "too_deep"],
  ["objects that open", fill('{"a":'), "too_deep"],
  ["brackets that close", "]".repeat(SIZE), "invalid_json"],
  ["quotes", '"'.repeat(SIZE), "invalid_json"],
  ["backslashes", `"${"\\".repeat(SIZE)}`, "invalid_json"],
  ["escaped surrogates in pairs", `{"commands":[],"a":"${fill("\\ud83d\\ude00").slice(0, -12 * 8)}"}`, "ok"],
  [
    "escaped surrogates, the last one alone",
    `{"commands":[],"a":"${fill("\\ud83d\\ude00").slice(0, -12 * 8)}\\ud83d"}`,
    "invalid_json",
  ],
  ["digits", `{"commands":[],"a":${"1".repeat(SIZE - 40)}}`, "invalid_json"],
  ["digits behind the point", `{"commands":[],"a":0.${"1".repeat(SIZE - 40)}}`, "ok"],
  [
    "numbers just long enough to be looked at",
    `{"commands":[],"a":[${fill(`${"1".repeat(299)},`).slice(0, -700)}1]}`,
    "ok",
  ],
  ["exponents", `{"commands":[],"a":[${fill("1e5,").slice(0, -60)}1]}`, "ok"],
  ["one key again and again", `{"commands":[],${fill('"a":1,').slice(0, -60)}"b":1}`, "ok"],
  [
    "as many keys as there is room for",
    `{"commands":[],${Array.from({ length: 80_000 }, (_, i) => `"${i.toString(36)}x":1`).join(",")}}`,
    "ok",
  ],
  ["`__proto__` again and again", `{"commands":[],${fill('"__proto__":{},').slice(0, -60)}"b":1}`, "ok"],
  ["entries that are nothing", `{"commands":[${"0,".repeat(287)}0]}`, "invalid_id"],
  ["more entries than the queue holds", `{"commands":[${"0,".repeat(400_000)}0]}`, "invalid_schema"],
  ["white space", " ".repeat(SIZE), "invalid_json"],
];

describe("a verdict within a second for", () => {
  test.each(BOMBS)("%s", (_, text, code) => {
    const bytes = encode(text);
    expect(bytes.length).toBeLessThanOrEqual(LIMITS.bytes.commands);
    const started = performance.now();
    const parsed = parseDocument("commands", bytes);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(parsed.ok ? "ok" : parsed.problems[0].code).toBe(code);
  });
});

test("every truncation of a queue has a verdict and none is accepted", () => {
  const text =
    '{"commands":[{"id":"a","timestamp":"2024-01-20T10:31:00Z","type":"exec","command":"\\u00e9\\ud83d\\ude00","args":["é😀"]}]}';
  const bytes = encode(text);
  expect(parseCommands(bytes).ok).toBe(true);
  for (let length = 0; length < bytes.length; length++) {
    const parsed = parseCommands(bytes.subarray(0, length));
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(["missing", "invalid_utf8", "invalid_json"]).toContain(parsed.problems[0].code);
  }
});
