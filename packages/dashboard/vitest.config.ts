// Runs the package's tests. Those that drive a browser share two cores with it, its sessions and their agents.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["{src,test}/**/*.test.ts"], testTimeout: 90_000, hookTimeout: 90_000, maxWorkers: 2 },
});
