// Builds the package: the program, the library and its types, and a copy of the protocol's schemas for whoever installs it.
import { cpSync } from "node:fs";
import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts", "src/para-conformance.ts"],
  format: ["esm"],
  target: "node20",
  dts: { entry: "src/index.ts" },
  clean: true,
  onSuccess: async () => {
    cpSync("../schemas/v1", "dist/schemas", { recursive: true });
  },
});
