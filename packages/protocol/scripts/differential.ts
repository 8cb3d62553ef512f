// Throws random documents at every validator and shows where two differ:
// `pnpm --filter @para-docker/protocol differential -- --documents 200000 --awk 20000 [--seed 1] [--from 0]`.
import process from "node:process";
import { parseArgs } from "node:util";
import {
  AWKS,
  type AwkCommand,
  awksHere,
  hasAwkLibrary,
  judgeByAwk,
  removeBatch,
  writeBatch,
} from "../test/differential/awk.js";
import { caseFor } from "../test/differential/cases.js";
import { add, compareInProcess, type Difference, difference, parseVerdict } from "../test/differential/compare.js";

const BATCH = 1000;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    documents: { type: "string", default: "20000" },
    awk: { type: "string", default: "0" },
    seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
    from: { type: "string", default: "0" },
  },
});
const [documents, awkDocuments, seed, from] = [values.documents, values.awk, values.seed, values.from].map(Number) as [
  number,
  number,
  number,
  number,
];

const say = (line: string) => process.stdout.write(`${line}\n`);
const differences: Difference[] = [];
const verdicts = new Map<string, number>();

function report(found: Difference[]): void {
  for (const { index, kind, verdicts: said, text } of found) {
    differences.push({ index, kind, verdicts: said, text });
    if (differences.length > 20) continue;
    say(`DIFFERENT: --seed ${seed} --from ${index} --documents 1 (${kind}): ${JSON.stringify(said)}\n  ${text}`);
  }
}

function inProcess(): void {
  for (let at = from; at < from + documents; at += BATCH) {
    const tally = compareInProcess(seed, at, Math.min(at + BATCH, from + documents));
    for (const [verdict, count] of tally.verdicts) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + count);
    report(tally.differences);
  }
  say(`parse, zod, published schemas: ${documents} documents, ${differences.length} differences`);
  for (const [verdict, count] of [...verdicts].sort(([, a], [, b]) => b - a)) say(`  ${verdict}: ${count}`);
}

function byAwk(command: AwkCommand): void {
  const name = command.join(" ");
  const said = new Map<string, number>();
  const before = differences.length;
  for (let at = from; at < from + awkDocuments; at += BATCH) {
    const size = Math.min(BATCH, from + awkDocuments - at);
    const cases = Array.from({ length: size }, (_, offset) => caseFor(seed, at + offset));
    const batch = writeBatch(cases);
    const answers = judgeByAwk(command, batch);
    removeBatch(batch);
    for (const [offset, document] of cases.entries()) {
      const parse = parseVerdict(document);
      const awk = answers[offset] ?? "nothing";
      add(said, awk);
      if (awk !== parse) report([difference(at + offset, document, { parse, [name]: awk })]);
    }
  }
  say(`parse, ${name}: ${awkDocuments} documents, ${differences.length - before} differences, ${said.size} verdicts`);
}

say(`seed ${seed}`);
inProcess();
if (awkDocuments > 0) {
  if (!hasAwkLibrary()) throw new Error("the shell agent's awk library is not there: run `pnpm generate`");
  const here = awksHere();
  for (const command of AWKS) if (!here.includes(command)) say(`skipped: ${command.join(" ")} is not on this machine`);
  for (const command of here) byAwk(command);
}
process.exitCode = differences.length === 0 ? 0 : 1;
