// Builds the package: ESM and its types, a chunk for each verb that is loaded when it is called.
import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts", "src/format.ts"],
  format: ["esm"],
  target: "node20",
  splitting: true,
  dts: true,
  clean: true,
  // Less to read for a call that ends at once; the names stay, for whoever sees a stack.
  esbuildOptions(options) {
    options.minifyWhitespace = true;
    options.minifySyntax = true;
  },
});
