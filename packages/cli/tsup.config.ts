// Builds the program and the library: ESM, a chunk for each verb, so that a call loads what it needs. The parser of the command
// line is bundled: as a package of its own it takes a fifth of the time of --help to find.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "tsup";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const BUNDLED = ["commander", "picocolors"];

export default defineConfig({
  entry: ["src/para-docker.ts", "src/index.ts"],
  format: ["esm"],
  target: "node20",
  dts: { entry: "src/index.ts" },
  clean: true,
  splitting: true,
  noExternal: BUNDLED,
  // Bundled CommonJS asks for Node's own modules by `require`.
  banner: {
    js: 'import { createRequire as paraRequire } from "node:module"; const require = paraRequire(import.meta.url);',
  },
  define: { PACKAGE_VERSION: JSON.stringify(version) },
  onSuccess: async () => writeFileSync("dist/THIRD-PARTY-LICENSES.txt", BUNDLED.map(licenceOf).join("\n")),
});

/** The licence that a bundled package wants kept with it. */
function licenceOf(name: string): string {
  return `${name}\n\n${readFileSync(join("node_modules", name, "LICENSE"), "utf8")}`;
}
