// Runs the package's tests. Few files at a time: those that run agents start many processes each.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["{src,test}/**/*.test.ts"], maxWorkers: 2, testTimeout: 120_000, hookTimeout: 120_000 },
});
