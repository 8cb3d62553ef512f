// Reads documents in the protocol's stages (docs/protocol.md#reading), for the plain agent.
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";

const here = dirname(fileURLToPath(import.meta.url));
const schemas = [join(here, "../../../schemas/v1"), join(here, "../../dist/schemas")].find((path) => existsSync(path));
export const LIMITS = JSON.parse(readFileSync(join(schemas, "limits.json"), "utf8"));

const ajv = new Ajv({ strict: false, ownProperties: true, addUsedSchema: false });
const compiled = new Map();

/** Whether `value` is a valid document of `kind`. */
export function isValid(kind, value) {
  if (!compiled.has(kind))
    compiled.set(kind, ajv.compile(JSON.parse(readFileSync(join(schemas, `${kind}.schema.json`), "utf8"))));
  return compiled.get(kind)(value);
}

/** Bytes of a document, or why there are none: `{bytes}` or `{code}`. */
function readBytes(path, limit, rules) {
  let stat;
  try {
    stat = lstatSync(path);
  } catch {
    return { code: "missing" };
  }
  if (stat.isSymbolicLink() && rules.followsLinks()) return { bytes: readFileSync(path) };
  if (!stat.isFile() || stat.nlink !== 1) return { code: "unsafe_file" };
  let descriptor;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    if (!fstatSync(descriptor).isFile()) return { code: "unsafe_file" };
    const most = rules.readLimit(limit);
    const bytes = Buffer.alloc(most + 1);
    let size = 0;
    for (let got = -1; got !== 0 && size <= most; size += got)
      got = readSync(descriptor, bytes, size, most + 1 - size, null);
    if (size > most) return { code: "oversize" };
    return size === 0 ? { code: "missing" } : { bytes: bytes.subarray(0, size) };
  } catch {
    return { code: "missing" };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Whether JSON text is nested too deep before its first fault. */
function tooDeep(text, limit) {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index];
    if (letter === '"') {
      for (index += 1; index < text.length && text[index] !== '"'; index += 1) if (text[index] === "\\") index += 1;
    } else if (letter === "{" || letter === "[") {
      depth += 1;
      if (depth > limit) return soundSoFar(text.slice(0, index));
    } else if (letter === "}" || letter === "]") depth -= 1;
  }
  return false;
}

/** Whether a text is the beginning of JSON. */
function soundSoFar(beginning) {
  try {
    JSON.parse(beginning);
    return false;
  } catch (error) {
    return error.message.includes("end of JSON input");
  }
}

/** Reads a document: `{value, bytes}` or `{code}`. `kind` names the limit, `schema` the form. */
export function readDocument(path, kind, rules, schema = kind) {
  const { bytes, code } = readBytes(path, LIMITS.bytes[kind], rules);
  return code ? { code } : readDocumentBytes(bytes, kind, rules, schema);
}

/** Reads a document's bytes, their size judged already: `{value, bytes}` or `{code, bytes}`. */
export function readDocumentBytes(bytes, kind, rules, schema = kind) {
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: !rules.acceptsMark() }).decode(bytes);
  } catch {
    return { code: "invalid_utf8", bytes };
  }
  if (text.startsWith("\u{feff}")) return { code: "invalid_utf8", bytes };
  if (tooDeep(text, rules.depth(LIMITS.depth))) return { code: "too_deep", bytes };
  let value;
  try {
    value = rules.parse(text, (key, item) => {
      if (typeof item === "number" && !Number.isFinite(item)) throw new Error("a number that no double holds");
      if (typeof item === "string" && !item.isWellFormed()) throw new Error("a lone surrogate");
      if (!key.isWellFormed()) throw new Error("a lone surrogate");
      return item;
    });
  } catch {
    return { code: "invalid_json", bytes };
  }
  if (!rules.supports(value?.protocol_version)) return { code: "unsupported_version", bytes };
  return isValid(schema, value) ? { value, bytes } : { code: "invalid_schema", bytes };
}

/** Sorted names in a directory, none if it is not there. */
export function namesIn(path) {
  try {
    return readdirSync(path).sort();
  } catch {
    return [];
  }
}
