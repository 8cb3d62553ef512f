// Builds the library with its types, and the agent as one file that needs nothing but Node.
import { defineConfig } from "tsup";

export default defineConfig([
  {
    entry: ["src/index.ts", "src/path.ts"],
    format: ["esm"],
    target: "node20",
    dts: { resolve: ["@para-docker/protocol"] },
    noExternal: ["@para-docker/protocol"],
    clean: true,
  },
  {
    entry: { "para-agent": "src/main.ts" },
    format: ["esm"],
    target: "node20",
    outExtension: () => ({ js: ".mjs" }),
    banner: { js: "#!/usr/bin/env node" },
    noExternal: [/.*/],
    minify: true,
  },
]);
