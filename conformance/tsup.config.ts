// Builds the package: the program, the library and its types, and a copy of the protocol's schemas for whoever installs it.
import { cpSync } from "node:fs";
import { defineConfig } from "tsup";

export default defineConfig([
  {
    entry: ["src/index.ts", "src/para-conformance.ts"],
    format: ["esm"],
    target: "node20",
    dts: { entry: "src/index.ts" },
    clean: ["dist/*.js", "dist/*.d.ts"],
    onSuccess: async () => {
      cpSync("../schemas/v1", "dist/schemas", { recursive: true });
    },
  },
  {
    // Started once for each fixture: one small file that loads no other costs a third less.
    entry: { "protocol-validator": "adapters/protocol-validator.mjs" },
    format: ["cjs"],
    target: "node20",
    minify: true,
    noExternal: [/./],
    outDir: "dist/adapters",
  },
]);
