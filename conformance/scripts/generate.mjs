// Derives schemas/v1/conformance-case.schema.json from the types in src/case.ts: `node scripts/generate.mjs`; with `--check`, compares.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildGenerator, getProgramFromFiles } from "typescript-json-schema";

const packageDirectory = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(packageDirectory, "..", "schemas", "v1", "conformance-case.schema.json");

/** Keys in a fixed order, so that the file does not depend on the generator's. */
function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, ordered(value[key])]),
  );
}

export function caseSchemaText() {
  const options = { required: true, noExtraProps: true, titles: false, defaultNumberType: "number" };
  const program = getProgramFromFiles([join(packageDirectory, "src", "case.ts")], { strict: true, skipLibCheck: true });
  const generator = buildGenerator(program, options);
  if (!generator) throw new Error("src/case.ts has errors: no schema can be made from it");
  const { $schema, definitions, description, ...schema } = generator.getSchemaForSymbol("ConformanceCase");
  return `${JSON.stringify(
    {
      $schema,
      $id: "urn:para-docker:schema:v1:conformance-case",
      title: "ConformanceCase",
      description,
      ...ordered(schema),
      definitions: ordered(definitions),
    },
    null,
    2,
  )}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = caseSchemaText();
  if (!process.argv.includes("--check")) writeFileSync(target, text);
  else if (readFileSync(target, "utf8") !== text) {
    process.stderr.write(
      "schemas/v1/conformance-case.schema.json differs from src/case.ts: run `pnpm --filter @para-docker/conformance generate`\n",
    );
    process.exitCode = 1;
  }
}
