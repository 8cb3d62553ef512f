// Runs the package's tests. Some pack, install and compile, which takes its time on a busy machine.
import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["{src,test}/**/*.test.ts"], testTimeout: 120_000 } });
