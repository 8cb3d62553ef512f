// Runs the package's tests. Those that spawn the program share two cores with its agents: four files at a time: they mostly wait.
import { defineConfig } from "vitest/config";

export default defineConfig({
  define: { PACKAGE_VERSION: JSON.stringify("0.0.0-test") },
  test: { include: ["{src,test}/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 4 },
});
