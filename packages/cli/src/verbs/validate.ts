// `para-docker validate`: is this file a valid document of the protocol?
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { type DocumentKind, LIMITS, type Problem, parseDocument } from "@para-docker/protocol";
import type { App } from "../app.js";
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { failure, usageError } from "../failure.js";
import { safeLine } from "../output/safe-text.js";
import { quote } from "../parse-value.js";

/** Every kind of document, as in the names of the schemas. */
export const DOCUMENT_KINDS = Object.keys(LIMITS.bytes) as DocumentKind[];

export const validate: Verb = {
  operands: [
    { usage: "[KIND]", completes: "document-kind" },
    { usage: "FILE…", completes: "file" },
  ],
  options: [
    { flags: "-q, --quiet", text: "print nothing: the exit code tells" },
    { flags: "--json", text: "print every problem as JSON, one file a line" },
  ],
  details: `KIND: ${DOCUMENT_KINDS.slice(0, 6).join(", ")},
${DOCUMENT_KINDS.slice(6).join(", ")}. Without it the
file's name tells: status.json, commands.json, …, NAME.docker, NAME.state.
FILE - is standard input.

Exit code: 0 all are valid, 1 one is not, 2 a mistake on the command line,
125 a file cannot be read.`,
  examples: [
    ["para-docker validate .para/state/docker/demo/status.json", "by its name"],
    ["my-agent --print-status | para-docker validate status -", "from a pipe"],
  ],
  run,
};

async function run({ app, operands, values }: Call): Promise<number> {
  const [first, ...others] = operands;
  if (first === undefined)
    throw usageError(
      "There is no file to check.",
      "Such as para-docker validate status.json, or para-docker validate status - for standard input.",
    );
  const kind = asKind(first);
  const files = kind === undefined ? operands : others;
  if (files.length === 0) {
    if (app.stdin.isTTY)
      throw usageError(
        "There is no file to check.",
        `Such as para-docker validate ${first} FILE, or - for standard input.`,
      );
    files.push("-");
  }
  let code: number = EXIT.ok;
  for (const file of files) {
    const kindHere = kind ?? kindOfName(file);
    const parsed = parseDocument(kindHere, await readBounded(app, file, LIMITS.bytes[kindHere] + 1));
    const problems = parsed.ok ? [] : parsed.problems;
    if (!parsed.ok) code = EXIT.no;
    if (values.flag("json")) app.print(JSON.stringify({ file, kind: kindHere, valid: parsed.ok, problems }));
    else if (!values.flag("quiet")) for (const line of lines(app, file, kindHere, problems)) app.print(line);
  }
  return code;
}

function lines(app: App, file: string, kind: DocumentKind, problems: Problem[]): string[] {
  const name = file === "-" ? "standard input" : safeLine(file);
  if (problems.length === 0) return [`${name}: ${app.style.green("valid")} ${app.style.dim(kind)}`];
  return problems.map((problem) => {
    const where = problem.pointer === "" ? "" : ` ${app.style.bold(safeLine(problem.pointer))}`;
    return `${name}: ${app.style.red(problem.code)}${where} ${safeLine(problem.message)}`;
  });
}

function asKind(word: string): DocumentKind | undefined {
  return DOCUMENT_KINDS.find((kind) => kind === word);
}

/** The kind of a document by the name of its file. */
function kindOfName(path: string): DocumentKind {
  const name = basename(path);
  const kind = name.endsWith(".docker")
    ? "container"
    : name.endsWith(".state")
      ? "session-state"
      : asKind(name.replace(/\.json$/, ""));
  if (kind === undefined) {
    throw usageError(
      `What kind of document is ${quote(path)}?`,
      `Say it before the file: ${DOCUMENT_KINDS.join(", ")}.`,
    );
  }
  return kind;
}

/** At most `limit` bytes of a file, or of standard input. */
async function readBounded(app: App, path: string, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const source = path === "-" ? app.stdin : (await open(path, "r")).createReadStream({ end: limit - 1 });
    for await (const chunk of source) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : (chunk as Uint8Array);
      chunks.push(bytes);
      size += bytes.length;
      if (size >= limit) break;
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === "ENOENT"
        ? "there is no such file"
        : code === "EISDIR"
          ? "it is a directory"
          : (code ?? "it cannot be read");
    throw failure(EXIT.failed, `${quote(path)}: ${why}.`, "Name a file, or - for standard input.");
  }
  return Buffer.concat(chunks).subarray(0, limit);
}
