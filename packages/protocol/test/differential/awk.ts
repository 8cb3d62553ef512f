// The shell agent's validator as a judge: one awk process reads a whole batch of documents.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { LIMITS } from "../../src/limits.js";
import type { Case } from "./cases.js";
import type { Verdict } from "./judges.js";

/** The awks that agents meet, as they are called. */
export const AWKS = [["mawk"], ["gawk"], ["original-awk"], ["busybox", "awk"]] as const;

/** How one awk is called. */
export type AwkCommand = (typeof AWKS)[number];

const LIBRARY = ["lib/json.awk", "generated/validate.awk"].map((file) => path.resolve("../agent-sh", file));

/** Reads the list in LIST: kind, limit and file of each document, and prints a verdict for each. */
const PROGRAM = `
BEGIN {
  while ((getline line < LIST) > 0) {
    split(line, part, "\\t")
    if (!json_load(part[3], part[2]) || !json_parse()) print J_CODE
    else print validate(part[1], "") ? "ok" : V_CODE
  }
}
`;

/** The awks that this machine has. */
export function awksHere(): AwkCommand[] {
  return AWKS.filter((command) => spawnSync(command[0], [...command.slice(1), "BEGIN { exit }"]).status === 0);
}

/** Whether the shell agent's library is there to be asked. */
export function hasAwkLibrary(): boolean {
  return LIBRARY.every((file) => existsSync(file));
}

/** Documents as files in a folder of their own. */
export interface Batch {
  folder: string;
  list: string;
  program: string;
  size: number;
}

/** Writes documents where awk can read them. */
export function writeBatch(documents: readonly Case[]): Batch {
  const folder = mkdtempSync(path.join(tmpdir(), "para-differential-"));
  const lines = documents.map(({ kind, bytes }, index) => {
    const file = path.join(folder, String(index));
    writeFileSync(file, bytes);
    return `${kind}\t${LIMITS.bytes[kind]}\t${file}`;
  });
  const [list, program] = [path.join(folder, "list"), path.join(folder, "program.awk")];
  writeFileSync(list, `${lines.join("\n")}\n`);
  writeFileSync(program, PROGRAM);
  return { folder, list, program, size: documents.length };
}

/** Takes a batch away. */
export function removeBatch({ folder }: Batch): void {
  rmSync(folder, { recursive: true });
}

/** The verdicts of one awk on a batch; throws where it does not give one for each document. */
export function judgeByAwk([command, ...args]: AwkCommand, { list, program, size }: Batch): Verdict[] {
  const files = [...LIBRARY, program].flatMap((file) => ["-f", file]);
  const { stdout, stderr, status } = spawnSync(command, [...args, "-v", `LIST=${list}`, ...files], {
    env: { ...process.env, LC_ALL: "C" },
    encoding: "utf8",
    maxBuffer: 64 * size + 65_536,
  });
  const verdicts = stdout.split("\n").slice(0, -1);
  if (status !== 0 || verdicts.length !== size) {
    throw new Error(
      `${command} ended with ${status} after ${verdicts.length} of ${size} documents: ${stderr.slice(0, 500)}`,
    );
  }
  return verdicts;
}
