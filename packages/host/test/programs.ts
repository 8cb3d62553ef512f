// Programs of TypeScript for processes that a test starts and kills.
import { createRequire } from "node:module";
import { join } from "node:path";

declare const TEST_FOLDER: string | undefined;

/** Where this file's folder is, also when it was bundled. */
const folder = typeof TEST_FOLDER === "string" ? TEST_FOLDER : import.meta.dirname;

let programs = 0;

/**
 * Makes a program of `code`, whose imports are relative to the package's `src`, in `place`. Bundled, so that each start takes tens of
 * milliseconds.
 */
export function program(code: string, place: string): string {
  const load = createRequire(createRequire(join(folder, "programs.ts")).resolve("tsup"));
  const { buildSync } = load("esbuild") as { buildSync(options: Record<string, unknown>): unknown };
  programs += 1;
  const outfile = join(place, `program-${programs}.mjs`);
  const banner = { js: 'import { createRequire as load } from "node:module"; const require = load(import.meta.url);' };
  const stdin = { contents: code, resolveDir: join(folder, "..", "src"), loader: "ts" };
  buildSync({ stdin, bundle: true, platform: "node", format: "esm", outfile, banner });
  return outfile;
}
