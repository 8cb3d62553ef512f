// Builds the program and the library: ESM, a chunk for each verb, so that a call loads what it needs; and the quick programs, one CommonJS
// file each. The parser of the command line is bundled: as a package of its own it takes a fifth of the time of --help to find.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Options } from "tsup";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const BUNDLED = ["commander"];
const define = { PACKAGE_VERSION: JSON.stringify(version) };

/** What exec loads on demand: itself, the host, and the host's way to the engine. */
const LOADED_BY_EXEC = /^(\.\/exec\.js|@para-docker\/host|\.\/(endpoint|http)(-.+)?\.js)$/;
const NOTHING = /$^/;

/** One CommonJS file of all that is loaded at once, and on demand of what `asked` names; for the rest the program is never asked. */
function quick(asked: RegExp): Options {
  return {
    format: ["cjs"],
    outExtension: () => ({ js: ".cjs" }),
    target: "node20",
    minify: true,
    splitting: false,
    noExternal: [/./],
    esbuildPlugins: [
      {
        name: "only-what-is-asked-for",
        setup(build) {
          build.onResolve({ filter: /./ }, ({ kind, path }) =>
            kind === "dynamic-import" && !asked.test(path) ? { path, external: true } : undefined,
          );
        },
      },
    ],
    define,
  };
}

export default defineConfig([
  {
    entry: ["src/para-docker.ts", "src/index.ts"],
    format: ["esm"],
    target: "node20",
    dts: { entry: "src/index.ts" },
    clean: true,
    splitting: true,
    noExternal: BUNDLED,
    // Bundled CommonJS asks for Node's own modules by `require`.
    banner: {
      js: 'import { createRequire as paraRequire } from "node:module"; const require = paraRequire(import.meta.url);',
    },
    define,
    onSuccess: async () => writeFileSync("dist/THIRD-PARTY-LICENSES.txt", BUNDLED.map(licenceOf).join("\n")),
  },
  { entry: ["src/quick.ts"], ...quick(LOADED_BY_EXEC) },
  { entry: ["src/quick-help.ts"], ...quick(NOTHING) },
]);

/** The licence that a bundled package wants kept with it. */
function licenceOf(name: string): string {
  return `${name}\n\n${readFileSync(join("node_modules", name, "LICENSE"), "utf8")}`;
}
