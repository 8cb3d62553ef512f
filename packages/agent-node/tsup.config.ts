// Builds the library with its types, and the agent as one file that needs nothing but Node.
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { agentDirectory as shellAgent } from "@para-docker/agent-sh";
import { defineConfig } from "tsup";

/** The entry point stands before the agent, in one file: to the shell the agent comes after the end, to Node the shell's part is a comment. */
const entryPoint = `#!/usr/bin/env sh
':' /*
${readFileSync("src/entry-point.sh", "utf8")}exit
*/`;

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
    // CommonJS: the loader of ECMAScript modules alone would cost the agent 1.8 MiB.
    format: ["cjs"],
    target: "node20",
    outExtension: () => ({ js: ".cjs" }),
    banner: { js: entryPoint },
    noExternal: [/.*/],
    minify: true,
    // The one script by which any program reports, to whichever agent.
    onSuccess: async () => copyFileSync(join(shellAgent, "para-report.sh"), "dist/para-report.sh"),
  },
]);
