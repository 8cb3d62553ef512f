// Runs one of the TypeScript scripts beside it: `node scripts/run.mjs generate --check`. Bundles it first, since Node 20
// does not read TypeScript; packages stay outside the bundle.
import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "tsup";

const [name, ...args] = process.argv.slice(2);
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const outDir = path.join(root, "node_modules/.cache/scripts");
process.chdir(root);
if (name === undefined || !/^[a-z-]+$/.test(name)) {
  process.stderr.write(`usage: node scripts/run.mjs SCRIPT [ARGUMENT…]\n`);
  process.exit(2);
}
const { peerDependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
await build({
  config: false,
  entry: { [name]: `scripts/${name}.ts` },
  outDir,
  format: ["esm"],
  target: "node20",
  external: [...Object.keys({ ...peerDependencies, ...devDependencies }), "typescript", "fast-check", "tsup"],
  skipNodeModulesBundle: true,
  splitting: false,
  silent: true,
});
process.argv = [process.argv[0] ?? "node", name, ...args];
const cacheBuster = `?${process.pid}`;
await import(`${pathToFileURL(path.join(outDir, `${name}.js`)).href}${cacheBuster}`);
