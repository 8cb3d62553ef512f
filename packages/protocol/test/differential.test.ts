// The short form of the differential run; `pnpm --filter @para-docker/protocol differential` is the long one.
import { afterAll, describe, expect, test } from "vitest";
import { parseStatus } from "../src/parse.js";
import { AWKS, awksHere, judgeByAwk, removeBatch, writeBatch } from "./differential/awk.js";
import { caseFor } from "./differential/cases.js";
import { compareInProcess, parseVerdict } from "./differential/compare.js";

const SEED = Number(process.env.PARA_DIFFERENTIAL_SEED ?? Date.now() % 1_000_000_000);
const DOCUMENTS = 4000;

describe(`parse, zod and the published schemas (seed ${SEED})`, () => {
  const tally = compareInProcess(SEED, 0, DOCUMENTS);

  test("say the same of random documents, valid and spoilt", () => {
    process.stdout.write(`differential: seed ${SEED}, ${DOCUMENTS} documents\n`);
    expect(tally.differences).toEqual([]);
  });

  test("see every verdict that bytes alone can bring about", () => {
    const codes = [
      "ok",
      "missing",
      "oversize",
      "invalid_utf8",
      "invalid_json",
      "too_deep",
      "invalid_schema",
      "unsupported_version",
    ];
    for (const code of [...codes, "unsupported_command", "invalid_id", "duplicate_id"]) {
      expect(tally.verdicts.get(code) ?? 0, code).toBeGreaterThan(0);
    }
    expect(tally.verdicts.get("ok")).toBeGreaterThan(DOCUMENTS / 10);
  });
});

describe(`parse and the shell agent's rules (seed ${SEED})`, () => {
  const cases = Array.from({ length: 300 }, (_, index) => caseFor(SEED, index));
  const batch = writeBatch(cases);
  afterAll(() => removeBatch(batch));
  const here = awksHere();

  test.for(AWKS.map((command) => command.join(" ")))("say the same under %s", (name, { skip }) => {
    const command = here.find((awk) => awk.join(" ") === name);
    if (command === undefined) return skip(`${name} is not on this machine`);
    const verdicts = judgeByAwk(command, batch);
    const different = cases.flatMap((document, index) => {
      const parse = parseVerdict(document);
      return parse === verdicts[index] ? [] : [{ index, kind: document.kind, parse, awk: verdicts[index] }];
    });
    expect(different).toEqual([]);
  });
});

test("nothing that a document holds reaches a prototype", () => {
  const text =
    '{"timestamp":"2024-01-20T10:30:00Z","status":"running","__proto__":{"polluted":1},"custom":{"__proto__":{"polluted":1},"\\u005f_proto__":[]}}';
  const parsed = parseStatus(new TextEncoder().encode(text));
  expect(parsed.ok && Object.keys(parsed.value)).toEqual(["timestamp", "status", "custom"]);
  expect(parsed.ok && Object.keys(parsed.value.custom ?? {})).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(Object.assign({}, parsed.ok && parsed.value)).not.toHaveProperty("polluted");
});
