// Asks validators in four languages about every example, every fixture and some random documents, and compares their verdicts with ours:
// `pnpm --filter @para-docker/protocol validate-languages [-- LANGUAGE…]`.
//
// A difference is a defect of the schema, unless draft-07 cannot say it (docs/protocol.md#beyond-schema): those documents are named.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { type Asked, collect } from "./languages/documents.js";
import { ask, lacking, VALIDATORS, type Validator } from "./languages/validators.js";

const say = (line: string) => process.stdout.write(`${line}\n`);
const names = process.argv.slice(2).filter((argument) => argument !== "--");
const chosen = VALIDATORS.filter(({ language }) => names.length === 0 || names.includes(language.toLowerCase()));
if (chosen.length === 0)
  throw new Error(`no such language; there are ${VALIDATORS.map(({ language }) => language.toLowerCase()).join(", ")}`);

const scratch = mkdtempSync(path.join(tmpdir(), "para-languages-"));
const cache = path.resolve("node_modules/.cache/languages");
mkdirSync(cache, { recursive: true });
try {
  const all = collect(scratch);
  const asked = all.filter(({ beyond }) => beyond === undefined);
  tellBeyond(all);
  const list = path.join(scratch, "list");
  writeFileSync(list, `${asked.map(({ schemaFile, file }) => `${schemaFile}\t${file}`).join("\n")}\n`);
  const rows = chosen.map((validator) => row(validator, asked, list));
  say("");
  say("| language | validator | documents | valid | invalid | differences |");
  say("|---|---|---|---|---|---|");
  say(`| TypeScript | this package | ${asked.length} | ${count(asked, "valid")} | ${count(asked, "invalid")} | – |`);
  for (const line of rows) say(line);
} finally {
  rmSync(scratch, { recursive: true });
}

function tellBeyond(all: Asked[]): void {
  say("not asked, since draft-07 cannot judge them (docs/protocol.md#beyond-schema):");
  for (const { name, beyond } of all)
    if (beyond !== undefined && !name.startsWith("random")) say(`  ${name}: ${beyond}`);
  const random = all.filter(({ name, beyond }) => beyond !== undefined && name.startsWith("random"));
  for (const reason of new Set(random.map(({ beyond }) => beyond))) {
    say(`  ${random.filter(({ beyond }) => beyond === reason).length} random documents: ${reason}`);
  }
}

function count(asked: Asked[], verdict: string): number {
  return asked.filter((document) => document.verdict === verdict).length;
}

/** One line of the table. What cannot be parsed is invalid; `unreadable` only says by whom. */
function row(validator: Validator, asked: Asked[], list: string): string {
  const { language, library } = validator;
  const missing = lacking(validator);
  if (missing !== undefined) return `| ${language} | ${library} | skipped: no ${missing} here | | | |`;
  const verdicts = ask(validator, cache, list, asked.length).map((word) => (word === "unreadable" ? "invalid" : word));
  const different = asked.filter(({ verdict }, index) => verdict !== verdicts[index]);
  for (const { name, verdict } of different) say(`DIFFERENT: ${language} does not find ${name} ${verdict}`);
  if (different.length > 0) process.exitCode = 1;
  const valid = verdicts.filter((verdict) => verdict === "valid").length;
  return `| ${language} | ${library} | ${verdicts.length} | ${valid} | ${verdicts.length - valid} | ${different.length} |`;
}
