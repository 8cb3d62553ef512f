// Looks at one file of a case directory once, and says whether what a case expects of it holds.
import { join } from "node:path";
import type { Json, Look } from "./case.js";
import { byteLimit } from "./data.js";
import { describe, listNames, readBytes } from "./files.js";
import { predicateSchemas } from "./like.js";
import { pointTo } from "./pointer.js";
import { documentFault, schemaFault } from "./schemas.js";
import { CaseFault } from "./substitute.js";

/** One look: the value seen, and what is wrong with it, if anything. */
export interface Seen {
  value: Json;
  /** Why the look does not hold; undefined if it does. */
  fault?: string;
}

type Reading = NonNullable<Look["as"]>;

/** Looks at `look.file` below `directory`. Throws `CaseFault` where the case itself asks for something that there is not. */
export async function lookAt(directory: string, look: Look): Promise<Seen> {
  const read = await readAs(join(directory, look.file), look.as ?? readingOf(look.file));
  if (read.fault !== undefined) return read;
  return judge(read, look);
}

/** How a file is read where the case does not say. */
function readingOf(file: string): Reading {
  if (file.endsWith(".json")) return "json";
  return file.endsWith(".jsonl") ? "json_lines" : "text";
}

interface Read extends Seen {
  bytes?: number;
}

async function readAs(path: string, reading: Reading): Promise<Read> {
  if (reading === "entry") return { value: await describe(path) };
  if (reading === "names") {
    const names = await listNames(path);
    return names ? { value: names } : { value: undefined, fault: "it is not a directory" };
  }
  const bytes = await readBytes(path);
  if (!bytes) {
    const { type } = await describe(path);
    return { value: undefined, fault: type === "absent" ? "it is not there" : `it is a ${type} that cannot be read` };
  }
  if (reading === "hex") return { value: bytes.toString("hex"), bytes: bytes.length };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { value: bytes.toString("latin1"), fault: "it is not UTF-8" };
  }
  if (reading === "text") return { value: text, bytes: bytes.length };
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  if (reading === "lines") return { value: lines, bytes: bytes.length };
  try {
    const value = reading === "json" ? JSON.parse(text) : lines.map((line) => JSON.parse(line));
    return { value, bytes: bytes.length };
  } catch (error) {
    return { value: text, fault: `it is not JSON: ${(error as Error).message}` };
  }
}

function judge(read: Read, look: Look): Seen {
  const { value } = read;
  if (look.document !== undefined) {
    const fault = judgeDocument(
      look.document,
      read,
      Array.isArray(value) && (look.as ?? readingOf(look.file)) === "json_lines",
    );
    if (fault !== undefined) return { value, fault };
  }
  const fault = judgeValue(value, look);
  return fault === undefined ? { value } : { value, fault };
}

/** What is wrong with `value` by the predicates of `look`, or undefined. Shared with calls of the host. */
export function judgeValue(
  value: Json,
  look: Pick<Look, "at" | "like" | "contains" | "lacks" | "matches">,
): string | undefined {
  const part = look.at === undefined ? value : pointTo(value, look.at);
  const where = look.at === undefined ? "" : `${look.at}: `;
  for (const { schema, words } of predicateSchemas(look)) {
    if (part === undefined && words.startsWith("contains no item")) continue;
    if (part === undefined) return `${where}it is not there, and should be what ${words}`;
    let fault: string | undefined;
    try {
      fault = schemaFault(schema, part);
    } catch (error) {
      throw new CaseFault(`what the case expects is no JSON Schema: ${(error as Error).message}`);
    }
    if (fault !== undefined) return `${where}expected that it ${words}, but ${fault}`;
  }
  return undefined;
}

function judgeDocument(kind: string, read: Read, lines: boolean): string | undefined {
  const limit = byteLimit(kind);
  if (limit === undefined) throw new CaseFault(`there is no document of the kind ${kind}`);
  if (lines) {
    for (const [index, line] of (read.value as Json[]).entries()) {
      const fault = documentFault(kind, line);
      if (fault !== undefined) return `line ${index + 1} is no valid ${kind}: ${fault}`;
    }
    return undefined;
  }
  if (read.bytes !== undefined && read.bytes > limit)
    return `it has ${read.bytes} bytes; the limit of a ${kind} is ${limit}`;
  const fault = documentFault(kind, read.value);
  return fault === undefined ? undefined : `it is no valid ${kind}: ${fault}`;
}
