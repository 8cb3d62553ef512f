// Runs all judges over the documents of a seed and tells where they differ.
import { parseDocument } from "../../src/parse.js";
import { type Case, caseFor } from "./cases.js";
import { judge, publishedShape, readPlainly, type Verdict, zodShape } from "./judges.js";

/** A document on which two judges differ. */
export interface Difference {
  index: number;
  kind: string;
  verdicts: Record<string, Verdict>;
  text: string;
}

/** What a run came to. */
export interface Tally {
  documents: number;
  /** Documents by verdict of parse. */
  verdicts: Map<Verdict, number>;
  /** Documents by what was done to them. */
  kinds: Map<string, number>;
  differences: Difference[];
}

/** The verdict of parse: generated ajv code behind the stages of reading. Throws what parse throws, which is a failure. */
export function parseVerdict({ kind, bytes }: Case): Verdict {
  const parsed = parseDocument(kind, bytes);
  return parsed.ok ? "ok" : parsed.problems[0].code;
}

/** Judges documents `from` up to `to` of the run of `seed` by parse, by zod and by the published schemas. */
export function compareInProcess(seed: number, from: number, to: number): Tally {
  const tally: Tally = { documents: to - from, verdicts: new Map(), kinds: new Map(), differences: [] };
  for (let index = from; index < to; index++) {
    const document = caseFor(seed, index);
    const parse = parseVerdict(document);
    const reading = readPlainly(document.kind, document.bytes);
    const verdicts = {
      parse,
      zod: settled(judge(document.kind, reading, zodShape), parse),
      "published schema": settled(judge(document.kind, reading, publishedShape), parse),
    };
    add(tally.verdicts, parse);
    add(tally.kinds, `${document.kind}, ${document.how}`);
    if (new Set(Object.values(verdicts)).size > 1) tally.differences.push(difference(index, document, verdicts));
  }
  return tally;
}

/** A text that JSON.parse refuses is malformed or too deep; which of the two, only a reader of its own can say (awk's does). */
function settled(verdict: Verdict, parse: Verdict): Verdict {
  return verdict === "either" && (parse === "invalid_json" || parse === "too_deep") ? parse : verdict;
}

/** Describes a difference so that it can be looked at. */
export function difference(index: number, { kind, bytes }: Case, verdicts: Record<string, Verdict>): Difference {
  const text = JSON.stringify(Buffer.from(bytes).toString("latin1"));
  return { index, kind, verdicts, text: text.length > 600 ? `${text.slice(0, 600)}… (${bytes.length} bytes)` : text };
}

/** Adds one to the count of `key`. */
export function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
