// How each language's validator is made ready, from that language's own registry, and how it is run on a list of documents.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import path from "node:path";

/** A validator of another language. */
export interface Validator {
  language: string;
  library: string;
  /** Programs without which it cannot be tried, as they are called to say their version. */
  needs: [string, ...string[]][];
  /** Makes it ready in `folder`, where its sources are; the command that judges a list. */
  ready(folder: string): [string, ...string[]];
}

/** All of them. */
export const VALIDATORS: Validator[] = [
  {
    language: "Python",
    library: "jsonschema 4.26.0",
    needs: [["python3", "-m", "venv", "--help"]],
    ready(folder) {
      const python = path.join(folder, "venv/bin/python");
      if (!existsSync(python)) run(folder, "python3", "-m", "venv", "venv");
      run(folder, python, "-m", "pip", "install", "--quiet", "-r", "requirements.txt");
      return [python, path.join(folder, "check.py")];
    },
  },
  {
    language: "Go",
    library: "santhosh-tekuri/jsonschema 6.0.2",
    needs: [["go", "version"]],
    ready(folder) {
      run(folder, "go", "mod", "tidy");
      run(folder, "go", "build", "-o", "check", ".");
      return [path.join(folder, "check")];
    },
  },
  {
    language: "Rust",
    library: "jsonschema 0.61.2",
    needs: [["cargo", "--version"]],
    ready(folder) {
      run(folder, "cargo", "build", "--quiet", "--target-dir", "target");
      return [path.join(folder, "target/debug/languages")];
    },
  },
  {
    language: "Java",
    library: "networknt json-schema-validator 1.5.9",
    needs: [
      ["mvn", "--version"],
      ["java", "--version"],
      ["javac", "--version"],
    ],
    ready(folder) {
      run(folder, "mvn", "-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=lib");
      run(folder, "javac", "-cp", "lib/*", "-d", "classes", "Check.java");
      return ["java", "-cp", `${path.join(folder, "lib/*")}${path.delimiter}${path.join(folder, "classes")}`, "Check"];
    },
  },
];

/** The first program that this machine lacks for it; nothing where it has all. */
export function lacking({ needs }: Validator): string | undefined {
  return needs.find(([command, ...args]) => spawnSync(command, args, { stdio: "ignore" }).status !== 0)?.[0];
}

/** The verdicts of a validator on a list of `count` documents; throws where it cannot be made ready, or gives fewer. */
export function ask(validator: Validator, cache: string, list: string, count: number): string[] {
  const folder = path.join(cache, validator.language.toLowerCase());
  cpSync(path.resolve("scripts/languages", validator.language.toLowerCase()), folder, { recursive: true });
  const [command, ...args] = validator.ready(folder);
  const verdicts = run(folder, command, ...args, list)
    .split("\n")
    .slice(0, -1);
  if (verdicts.length !== count)
    throw new Error(`${validator.language}: ${verdicts.length} verdicts on ${count} documents`);
  return verdicts;
}

function run(cwd: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${error?.message ?? ""}${stdout}${stderr}`);
  return stdout;
}
