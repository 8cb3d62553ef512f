// Derives the schemas of a case and of a report from their types: `node scripts/generate.mjs`; with `--check`, compares.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildGenerator, getProgramFromFiles } from "typescript-json-schema";

const packageDirectory = dirname(dirname(fileURLToPath(import.meta.url)));
/** Which type of which source stands in which file of schemas/v1. */
const SCHEMAS = [
  { name: "conformance-case", source: "src/case.ts", type: "ConformanceCase" },
  { name: "conformance-report", source: "src/report/document.ts", type: "ConformanceReport", open: true },
];

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

/** The text of a schema. `open`: fields that it does not name are allowed. */
function schemaText({ name, source, type, open = false }) {
  const options = { required: true, noExtraProps: !open, titles: false, defaultNumberType: "number" };
  const program = getProgramFromFiles([join(packageDirectory, source)], { strict: true, skipLibCheck: true });
  const generator = buildGenerator(program, options);
  if (!generator) throw new Error(`${source} has errors: no schema can be made from it`);
  const { $schema, definitions, description, ...schema } = generator.getSchemaForSymbol(type);
  return `${JSON.stringify(
    {
      $schema,
      $id: `urn:para-docker:schema:v1:${name}`,
      title: type,
      description,
      ...ordered(schema),
      definitions: ordered(definitions),
    },
    null,
    2,
  )}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const schema of SCHEMAS) {
    const text = schemaText(schema);
    const target = join(packageDirectory, "..", "schemas", "v1", `${schema.name}.schema.json`);
    if (!process.argv.includes("--check")) writeFileSync(target, text);
    else if (!existsSync(target) || readFileSync(target, "utf8") !== text) {
      process.stderr.write(
        `schemas/v1/${schema.name}.schema.json differs from ${schema.source}: run \`pnpm --filter @para-docker/conformance generate\`\n`,
      );
      process.exitCode = 1;
    }
  }
}
