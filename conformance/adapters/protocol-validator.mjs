// Judges documents with @para-docker/protocol, for the role `validate`; built into one file, for it is started for each fixture.
import { readFileSync } from "node:fs";
import { parseDocument } from "@para-docker/protocol";

const read = parseDocument(process.argv.at(-1), readFileSync(0));
if (!read.ok) {
  process.stdout.write(`${JSON.stringify(read.problems[0])}\n`);
  process.exitCode = 1;
}
