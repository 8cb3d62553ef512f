// The package as its users get it: packed, installed by npm into an empty project, and used from there.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const scratch = mkdtempSync(path.join(tmpdir(), "para-package-"));
const TSUP = path.resolve("../../node_modules/tsup/dist/cli-default.js");
const TYPESCRIPT = path.resolve("../../node_modules/typescript/bin/tsc");

function run(command: string, args: string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${error?.message ?? ""}${stdout}${stderr}`);
  return stdout;
}

/** Packs the package in `folder`; the tarball's path. */
function pack(folder: string): string {
  const into = mkdtempSync(path.join(scratch, "pack-"));
  run("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", into], folder);
  return path.join(into, readdirSync(into)[0] ?? "");
}

/** A tarball of the zod that is installed here; npm packs nothing within `node_modules`. */
function packZod(): string {
  const folder = path.join(scratch, "zod");
  cpSync(realpathSync("node_modules/zod"), path.join(folder, "package"), { recursive: true });
  run("tar", ["-czf", "zod.tgz", "package"], folder);
  return path.join(folder, "zod.tgz");
}

/** An empty project with the tarballs installed, without a network. */
function project(name: string, tarballs: string[]): string {
  const folder = path.join(scratch, name);
  mkdirSync(folder);
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name, private: true, type: "module" }));
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--silent", ...tarballs], folder);
  return folder;
}

const USER = `
import { type ContainerStatus, isProtocolError, LIMITS, type Parsed, parseStatus, ProtocolError } from "@para-docker/protocol";
import { ContainerStatusSchema } from "@para-docker/protocol/zod";
import limits from "@para-docker/protocol/limits.json" with { type: "json" };
import schema from "@para-docker/protocol/schemas/status.schema.json" with { type: "json" };

const text = '{"timestamp":"2024-01-20T10:30:00Z","status":"running","progress":{"current":45,"total":100}}';
const parsed: Parsed<ContainerStatus> = parseStatus(new TextEncoder().encode(text));
if (!parsed.ok) throw new Error(parsed.problems[0].code);
const current: number | undefined = parsed.value.progress?.current;
const byZod: ContainerStatus = ContainerStatusSchema.parse(JSON.parse(text));
const bytes: number = limits.bytes.status;
const title: string = schema.title;
console.log(JSON.stringify([current, byZod.status, bytes === LIMITS.bytes.status, title, isProtocolError(new ProtocolError("expired", "late"))]));
`;

const MISUSER = `
import { parseStatus } from "@para-docker/protocol";
const parsed = parseStatus(new Uint8Array());
export const status: string = parsed.value.status;
`;

const TSCONFIG = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: "ES2022",
    lib: ["ES2023", "DOM"],
    module: "NodeNext",
    moduleResolution: "NodeNext",
    resolveJsonModule: true,
    types: [],
    outDir: "out",
    rootDir: ".",
  },
};

let tarball = "";
let user = "";

beforeAll(() => {
  // Built beside, not in place: other packages may be using this one's dist.
  const stage = path.join(scratch, "stage");
  run(process.execPath, [TSUP, "--silent", "--out-dir", path.join(stage, "dist")], process.cwd());
  for (const file of ["package.json", "README.md"]) cpSync(file, path.join(stage, file));
  tarball = pack(stage);
  user = project("user", [tarball, packZod()]);
}, 120_000);

afterAll(() => rmSync(scratch, { recursive: true }));

describe("the packed package", () => {
  test("holds what its exports name, the schemas, and nothing of the sources", () => {
    const files = run("tar", ["-tzf", tarball], scratch).trim().split("\n");
    for (const file of [
      "dist/index.js",
      "dist/index.d.ts",
      "dist/zod.js",
      "dist/zod.d.ts",
      "dist/schemas/limits.json",
      "README.md",
    ]) {
      expect(files).toContain(`package/${file}`);
    }
    const schemas = readdirSync("../../schemas/v1").filter((name) => /^(?!conformance).*\.schema\.json$/.test(name));
    for (const name of schemas) expect(files).toContain(`package/dist/schemas/${name}`);
    expect(files.filter((file) => /src\/|scripts\/|test\//.test(file))).toEqual([]);
  });

  test("is typed, parses, validates by zod and hands out its schemas in an empty project", () => {
    writeFileSync(path.join(user, "tsconfig.json"), JSON.stringify({ ...TSCONFIG, files: ["user.ts"] }));
    writeFileSync(path.join(user, "user.ts"), USER);
    run(process.execPath, [TYPESCRIPT, "-p", "."], user);
    const printed = run(process.execPath, ["--no-warnings", "out/user.js"], user);
    expect(JSON.parse(printed)).toEqual([45, "running", true, "ContainerStatus", true]);
  });

  test("lets no value be read before its verdict", () => {
    writeFileSync(path.join(user, "tsconfig.bad.json"), JSON.stringify({ ...TSCONFIG, files: ["bad.ts"] }));
    writeFileSync(path.join(user, "bad.ts"), MISUSER);
    expect(() => run(process.execPath, [TYPESCRIPT, "-p", "tsconfig.bad.json"], user)).toThrow(/TS2339.*'value'/);
  });

  test("reads one kind of document from an entry of its own, which another copy's reader agrees with", () => {
    const program = `
      import { parseStatus } from "@para-docker/protocol/status";
      import { parseCommands } from "@para-docker/protocol/commands";
      import { parseResult } from "@para-docker/protocol/result";
      const bytes = (text) => new TextEncoder().encode(text);
      console.log(JSON.stringify([
        parseStatus(bytes('{"status":"running","timestamp":"2024-01-20T10:30:00Z"}')).ok,
        parseCommands(bytes('{"commands":[{"id":"a","type":"later"}]}')).value.entries[0].problem.code,
        parseResult(bytes('{"id":"a","state":7}')).problems[0].pointer,
      ]));`;
    const printed = run(process.execPath, ["--input-type=module", "-e", program], user);
    expect(JSON.parse(printed)).toEqual([true, "unsupported_command", "/state"]);
  });

  test("works without zod", () => {
    const plain = project("plain", [tarball]);
    const program = `import * as p from "@para-docker/protocol"; console.log(p.parseStatus(new Uint8Array()).problems[0].code)`;
    expect(run(process.execPath, ["--input-type=module", "-e", program], plain).trim()).toBe("missing");
    expect(readdirSync(path.join(plain, "node_modules"))).not.toContain("zod");
  });

  test("knows an error of another installed copy by its brand", () => {
    const other = path.join(scratch, "plain/node_modules/@para-docker/protocol/dist/index.js");
    const program = `
      import { isProtocolError, ProtocolError } from "@para-docker/protocol";
      const other = await import(${JSON.stringify(other)});
      const error = new other.ProtocolError("conflict", "a second result", { cause: new Error("why") });
      console.log(JSON.stringify([error instanceof ProtocolError, isProtocolError(error), error.code, error.cause.message, isProtocolError(new Error("x"))]));`;
    const printed = run(process.execPath, ["--input-type=module", "-e", program], user);
    expect(JSON.parse(printed)).toEqual([false, true, "conflict", "why", false]);
  });

  test("needs no package at run time", () => {
    const manifest = JSON.parse(
      readFileSync(path.join(user, "node_modules/@para-docker/protocol/package.json"), "utf8"),
    );
    expect(manifest.dependencies ?? {}).toEqual({});
    expect(manifest.sideEffects).toBe(false);
  });
});
