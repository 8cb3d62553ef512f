// The long forms of the tests: hours if you like, the same harness.
//
// usage: pnpm torture host race    [--ops 100000] [--engine] [--only read --only leaf-link …]   swaps in a container with --engine
//        pnpm torture host remove  [--trials 1000]             removal and archive with canaries
//        pnpm torture host enqueue [--processes 32] [--each 500]
//        pnpm torture host kill    [--points 2000]             SIGKILL at system calls (strace) of enqueue and acknowledge
//        pnpm torture host end     [--points 2000]             the same of registry, finish, archive and clean
//        pnpm torture host power   [--cuts 100]                power cuts of a loop-mounted ext4 (root)
//
// With `TMPDIR` in memory a cell of 100,000 removals takes two minutes; on a disk it can take an hour.
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
