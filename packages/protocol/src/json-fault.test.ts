// The reader of the slow path against JSON.parse, and against the protocol's rules that JSON.parse does not know.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstFault } from "./json-fault.js";
import { needsCloseLook } from "./scan.js";

const encode = (text: string) => new TextEncoder().encode(text);
const fault = (text: string) => {
  const found = firstFault(encode(text));
  return found === undefined ? "none" : `${found.code} ${found.offset}`;
};

/** What `readDocument` makes of a text: the quick look, then JSON.parse. */
function quickVerdict(text: string): string {
  const bytes = encode(text);
  if (needsCloseLook(bytes)) return firstFault(bytes)?.code ?? "none";
  try {
    JSON.parse(text);
    return "none";
  } catch {
    return "invalid_json";
  }
}

function accepts(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const nested = (depth: number, inside = "") => "[".repeat(depth) + inside + "]".repeat(depth);

describe("depth", () => {
  test("32 levels pass and 33 are too deep", () => {
    expect(fault(nested(32))).toBe("none");
    expect(fault(nested(33))).toBe("too_deep 32");
    expect(fault(nested(32, "{}"))).toBe("too_deep 32");
  });

  test("brackets in strings do not count", () => {
    const text = JSON.stringify({ a: nested(100), b: '\\"[[[[' });
    expect(fault(text)).toBe("none");
    expect(quickVerdict(text)).toBe("none");
  });

  test("many siblings are not deep", () => expect(quickVerdict(`[${"[],".repeat(5000)}{}]`)).toBe("none"));

  test("a million levels end in a verdict", () => {
    expect(quickVerdict("[".repeat(1_000_000))).toBe("too_deep");
    expect(quickVerdict('{"a":'.repeat(200_000))).toBe("too_deep");
  });
});

describe("a text that is both malformed and too deep", () => {
  test.each([
    [`[1 ${nested(40)}]`, "invalid_json"],
    [`${"[".repeat(40)}x`, "too_deep"],
    [`{"a" ${nested(40)}}`, "invalid_json"],
    [`"\\ud800"${nested(40)}`, "invalid_json"],
    [`[1e400,${nested(40)}]`, "invalid_json"],
    [`[${nested(40)},1e400]`, "too_deep"],
    [`[${nested(40)},"\\ud800"]`, "too_deep"],
    [`]${nested(40)}`, "invalid_json"],
    [`["unended ${nested(40)}`, "invalid_json"],
    [`[01,${nested(40)}]`, "invalid_json"],
    [`{"a":1,}${nested(40)}`, "invalid_json"],
  ])("%j is judged by its first fault", (text, code) => expect(quickVerdict(text)).toBe(code));
});

describe("what JSON.parse lets pass", () => {
  test.each([
    '"\\ud800"',
    '"\\udc00"',
    '"\\ud800x"',
    '"\\ud800\\ud800"',
    '"\\ud800\\n"',
    '"\\uD83D \\uDE00"',
    '{"\\udfff":1}',
    '{"a":"\\ud800","a":"ok"}',
    "1e400",
    "-1e400",
    "[1E+309]",
    `1${"0".repeat(309)}`,
    `{"a":-${"9".repeat(400)}.5}`,
    '{"__proto__":1e999}',
  ])("%s is no JSON of the protocol", (text) => {
    expect(accepts(text)).toBe(true);
    expect(quickVerdict(text)).toBe("invalid_json");
  });

  test.each([
    '"\\ud83d\\ude00"',
    '"\\\\ud800"',
    "1e308",
    "1e-400",
    "-0",
    "0e5",
    `0.${"1".repeat(400)}`,
    `"${"1".repeat(400)}"`,
  ])("%s is", (text) => expect(quickVerdict(text)).toBe("none"));
});

describe("the quick look, the slow reader and JSON.parse agree", () => {
  const pieces = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"',
    '"a"',
    "\\",
    "\\u",
    "d83d",
    "\\ude00",
    "1",
    "-",
    ".",
    "e",
    "E+",
    "0",
    " ",
    "\n",
  ];
  const words = [
    "true",
    "false",
    "null",
    "\u0000",
    "\t",
    "é",
    "😀",
    "nul",
    "Infinity",
    "NaN",
    "'",
    "/",
    "\u00a0",
    "9".repeat(310),
  ];
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...pieces, ...words), { maxLength: 24 }).map((parts) => parts.join("")),
    fc.json({ maxDepth: 5 }),
    fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom(...pieces, ...words, ""), fc.nat({ max: 3 }))
      .map(
        ([text, at, piece, cut]) =>
          text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + cut),
      ),
  );

  test("on random texts and their mutations", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const slow = firstFault(encode(text))?.code ?? "none";
        expect(quickVerdict(text)).toBe(slow);
        if (slow === "none") expect(accepts(text)).toBe(true);
        else if (accepts(text)) expect(/\\u[dD][89a-fA-F]|[eE]|\d{300}|[[{]/.test(text)).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  test("on every prefix of a document", () => {
    const text = JSON.stringify({ a: [1.5e3, true, null, { b: 'x"\\\n😀' }], c: -0.1 });
    for (let length = 0; length < text.length; length++) {
      expect(quickVerdict(text.slice(0, length))).toBe("invalid_json");
      expect(fault(text.slice(0, length))).toMatch(/^invalid_json/);
    }
  });
});
