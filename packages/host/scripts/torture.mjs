// The long forms of the tests: hours if you like, the same harness.
//
// usage: pnpm --filter @para-docker/host torture race    [--ops 100000] [--engine]   swaps in a container with --engine
//        pnpm --filter @para-docker/host torture remove  [--trials 1000]             removal and archive with canaries
//        pnpm --filter @para-docker/host torture enqueue [--processes 32] [--each 500]
//        pnpm --filter @para-docker/host torture kill    [--points 2000]             SIGKILL at system calls (strace)
//        pnpm --filter @para-docker/host torture power   [--cuts 100]                power cuts of a loop-mounted ext4 (root)
//
// Prints one line for each cell, then what it found; exit 1 if anything was lost, doubled or escaped.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const load = createRequire(createRequire(import.meta.url).resolve("tsup"));
const { buildSync } = load("esbuild");
const folder = mkdtempSync(join(tmpdir(), "para-torture-"));
const outfile = join(folder, "main.mjs");
buildSync({
  entryPoints: [join(root, "test/torture/main.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  define: { TEST_FOLDER: JSON.stringify(join(root, "test")) },
  banner: { js: 'import { createRequire as load } from "node:module"; const require = load(import.meta.url);' },
  logLevel: "error",
});
try {
  const { main } = await import(pathToFileURL(outfile).href);
  process.exitCode = await main(process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
