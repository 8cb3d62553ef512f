// Builds the server: ESM and its types. What Prometheus needs is a chunk of its own, loaded at the first scrape; the ring of the plots
// is one too, for the benchmark that fills it.
import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts", "src/usage-ring.ts"],
  format: ["esm"],
  target: "node20",
  splitting: true,
  dts: { entry: "src/index.ts" },
  clean: true,
});
