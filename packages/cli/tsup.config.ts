// Builds the program and the library: ESM, with the parser of the command line bundled, so that one file is loaded for --help.
import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

export default defineConfig({
  entry: ["src/para-docker.ts", "src/index.ts"],
  format: ["esm"],
  target: "node20",
  dts: { entry: "src/index.ts" },
  clean: true,
  splitting: true,
  noExternal: ["commander", "picocolors"],
  // Bundled CommonJS asks for Node's own modules by `require`.
  banner: {
    js: 'import { createRequire as paraRequire } from "node:module"; const require = paraRequire(import.meta.url);',
  },
  define: { PACKAGE_VERSION: JSON.stringify(version) },
});
