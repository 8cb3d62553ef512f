// The parse functions by kind: the seed's own documents, and one fault of each stage.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { DocumentKind } from "./limits.js";
import { LIMITS } from "./limits.js";
import { parseDocument, parseStatus } from "./parse.js";

const encode = (text: string) => new TextEncoder().encode(text);
const example = (name: string) => readFileSync(new URL(`../../../schemas/v1/examples/${name}`, import.meta.url));
const STATUS = '{"timestamp":"2024-01-20T10:30:00Z","status":"running"}';

function verdict(kind: DocumentKind, bytes: Uint8Array): string {
  const parsed = parseDocument(kind, bytes);
  return parsed.ok ? "ok" : `${parsed.problems[0].code} ${parsed.problems[0].pointer}`.trim();
}

const statusVerdict = (text: string) => verdict("status", encode(text));

describe("the seed's documents", () => {
  test("are valid to the letter", () => {
    expect(verdict("status", example("ContainerStatus/seed.json"))).toBe("ok");
    expect(verdict("commands", example("CommandQueue/seed.json"))).toBe("ok");
    expect(verdict("registry", example("ContainerRegistry/seed.json"))).toBe("ok");
  });

  test("come out as they went in", () => {
    const bytes = example("ContainerStatus/seed.json");
    expect(parseStatus(bytes)).toEqual({ ok: true, value: JSON.parse(bytes.toString("utf8")) });
  });
});

describe("stages", () => {
  test("nothing is missing", () => expect(statusVerdict("")).toBe("missing"));

  test("a document at its limit passes and one byte more is oversize", () => {
    const padded = STATUS.padEnd(LIMITS.bytes.status, " ");
    expect(statusVerdict(padded)).toBe("ok");
    expect(statusVerdict(`${padded} `)).toBe("oversize");
  });

  test("encodings other than UTF-8 without a mark are refused", () => {
    expect(verdict("status", new Uint8Array([0xef, 0xbb, 0xbf, ...encode(STATUS)]))).toBe("invalid_utf8");
    expect(verdict("status", new Uint8Array([0xff, 0xfe, 0x7b, 0x00]))).toBe("invalid_utf8");
    expect(verdict("status", encode(STATUS).with(30, 0xc3))).toBe("invalid_utf8");
    expect(verdict("status", new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]))).toBe("invalid_utf8");
  });

  test("a newer major is unsupported before its shape is looked at", () => {
    expect(statusVerdict('{"protocol_version":"2.0"}')).toBe("unsupported_version /protocol_version");
    expect(statusVerdict(STATUS.replace("{", '{"protocol_version":"1.99",'))).toBe("ok");
    expect(statusVerdict(STATUS.replace("{", '{"protocol_version":"two",'))).toBe("invalid_schema /protocol_version");
  });

  test("a shape that is wrong is told by a pointer", () => {
    expect(statusVerdict("[]")).toBe("invalid_schema");
    expect(statusVerdict(STATUS.replace("}", ',"progress":{"current":-1,"total":0}}'))).toBe(
      "invalid_schema /progress/current",
    );
  });

  test("the days of the calendar are known", () => {
    const on = (day: string) => statusVerdict(STATUS.replace("2024-01-20", day));
    expect(on("2024-02-29")).toBe("ok");
    expect(on("2000-02-29")).toBe("ok");
    for (const day of [
      "2023-02-29",
      "1900-02-29",
      "2024-02-30",
      "2024-04-31",
      "2024-13-01",
      "2024-00-10",
      "2024-01-00",
    ]) {
      expect(on(day)).toBe("invalid_schema /timestamp");
    }
  });
});
