// Runs the package's tests.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["{src,test}/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 },
});
