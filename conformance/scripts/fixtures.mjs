// Makes the fixtures of the role `validate` and the manifest that says what is expected of each: `node scripts/fixtures.mjs`.
// Bounds come from the schemas; faults of bytes, JSON and versions, which no schema can say, are written out here.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { byteFaults } from "./byte-faults.mjs";
import { atBounds, schemaFaults } from "./schema-faults.mjs";
import { formatted, packageDirectory } from "./spec.mjs";
import { least, whole } from "./whole-documents.mjs";

const root = join(packageDirectory, "..", "schemas", "v1");
const limits = JSON.parse(readFileSync(join(root, "limits.json"), "utf8"));

/** All fixtures: `{document, name, code?, fact, spec, bytes, pad_to_limit?, fill?}`; without a code it is valid. */
export function allFixtures() {
  const found = [];
  const add = (document, name, fact, spec, content, more = {}) => {
    const bytes = Buffer.isBuffer(content)
      ? content
      : Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
    found.push({ document, name, fact, spec, bytes, ...more });
  };
  for (const document of Object.keys(whole)) {
    const schema = JSON.parse(readFileSync(join(root, `${document}.schema.json`), "utf8"));
    add(document, "every-field", `a ${document} with every field`, ["shape"], whole[document]);
    add(document, "least", `a ${document} with nothing but what must be there`, ["shape"], least[document]);
    add(
      document,
      "upper-bounds",
      `a ${document} with every field at its upper bound`,
      ["shape"],
      atBounds(schema, whole[document], true),
    );
    add(
      document,
      "lower-bounds",
      `a ${document} with every field at its lower bound`,
      ["shape"],
      atBounds(schema, whole[document], false),
    );
    add(document, "unknown-fields", `a ${document} with fields that v1 does not know`, ["shape", "versions"], {
      ...whole[document],
      from_later: { a: [1] },
      "": null,
    });
    add(
      document,
      "at-the-limit",
      `a ${document} of exactly its limit in bytes`,
      ["oversize", "limits"],
      whole[document],
      { pad_to_limit: 0 },
    );
    add(document, "over-the-limit", `a ${document} one byte over its limit`, ["oversize", "limits"], whole[document], {
      pad_to_limit: 1,
      code: "oversize",
    });
    add(document, "top-level-list", `a list in place of a ${document}`, ["shape"], [whole[document]], {
      code: "invalid_schema",
    });
    schemaFaults(
      schema,
      whole[document],
      (name, fact, value, more) => {
        // In the queue the id and the type of an entry are looked at before its shape (docs/protocol.md#entries).
        const entry = document === "commands" && /^commands-(item|other)-(id|type)-(missing|malformed)$/.exec(name);
        const code = { id: "invalid_id", type: "unsupported_command" }[entry?.[2]];
        add(document, name, fact, code ? ["entries"] : ["shape"], value, code ? { ...more, code } : more);
      },
      document === "status",
    );
  }
  byteFaults(whole, limits, add);
  return found;
}

/** The manifest's entry of one fixture. */
function entryOf({ document, name, code, fact, spec, pad_to_limit, fill }) {
  const verdict = code ? "invalid" : "valid";
  return {
    id: `validate/${document}/${verdict}/${name}`,
    file: `fixtures/${document}/${verdict}/${name}.json`,
    document,
    fact,
    spec,
    ...(code ? { code } : {}),
    ...(pad_to_limit === undefined ? {} : { pad_to_limit }),
    ...(fill ? { fill } : {}),
  };
}

/** Every file of the fixtures by its path, and the manifest. */
export function fixtureFiles() {
  const fixtures = allFixtures();
  const files = new Map();
  for (const fixture of fixtures) {
    const { file } = entryOf(fixture);
    if (files.has(file)) throw new Error(`two fixtures are called ${file}`);
    files.set(file, fixture.bytes);
  }
  const manifest = {
    manifest_version: "1.0",
    protocol_version: "1.0",
    fixtures: fixtures.map(entryOf).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
  files.set("manifest.json", Buffer.from(formatted(manifest)));
  return files;
}

if (process.argv[1]?.endsWith("fixtures.mjs")) {
  const files = fixtureFiles();
  rmSync(join(packageDirectory, "fixtures"), { recursive: true, force: true });
  for (const [file, bytes] of files) {
    mkdirSync(dirname(join(packageDirectory, file)), { recursive: true });
    writeFileSync(join(packageDirectory, file), bytes);
  }
  process.stdout.write(`${files.size - 1} fixtures\n`);
}
