// The stages of reading, in the order of docs/protocol.md#reading; the first fault ends it.

import { dropProto } from "./drop-proto.js";
import type { ErrorCode, Problem } from "./errors.js";
import { firstFault } from "./json-fault.js";
import { type DocumentKind, LIMITS } from "./limits.js";
import { needsCloseLook } from "./scan.js";
import type { SchemaFault, Validator } from "./validator.js";
import { SUPPORTED_MAJOR } from "./version.js";

/** A document, or what is wrong with it; the first problem is the first fault. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: [Problem, ...Problem[]] };

const DECODER = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Kinds whose documents carry no version: `protocol_version` is an unknown field there. */
const UNVERSIONED: readonly DocumentKind[] = ["session-state", "log-record"];

/** Reads `bytes` as a document of `kind` that `validate` judges. Never throws. */
export function readDocument<T>(kind: DocumentKind, bytes: Uint8Array, validate: Validator<T>): Parsed<T> {
  const limit = LIMITS.bytes[kind];
  if (bytes.length === 0) return failed("missing", "the document is empty");
  if (bytes.length > limit) return failed("oversize", `more than ${limit} bytes`);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return failed("invalid_utf8", "a byte order mark");
  let text: string;
  try {
    text = DECODER.decode(bytes);
  } catch {
    return failed("invalid_utf8", "not UTF-8");
  }
  if (needsCloseLook(bytes)) {
    const fault = firstFault(bytes);
    if (fault !== undefined) return failed(fault.code, fault.message);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failed("invalid_json", firstFault(bytes)?.message ?? "not JSON");
  }
  if (text.includes("__proto__") || text.includes("\\u")) dropProto(value);
  if (!UNVERSIONED.includes(kind) && isNewerMajor(value)) {
    return failed("unsupported_version", `only major version ${SUPPORTED_MAJOR} is read here`, "/protocol_version");
  }
  if (validate(value)) return { ok: true, value };
  return { ok: false, problems: [shapeProblem(validate.errors, "")] };
}

/** The problem that a validator's first fault is, found in what `pointer` names. */
export function shapeProblem(faults: SchemaFault[] | null | undefined, pointer: string): Problem {
  // The last one is the one asked for, but `if` only says that `then` was not met.
  const fault = faults?.findLast(({ keyword }) => keyword !== "if");
  if (fault === undefined) return { code: "invalid_schema", pointer, message: "not of the document's shape" };
  return { code: "invalid_schema", pointer: pointer + fault.instancePath, message: describe(fault) };
}

function describe({ keyword, params }: SchemaFault): string {
  switch (keyword) {
    case "required":
      return `${String(params.missingProperty)} is missing`;
    case "type":
      return `not of type ${String(params.type)}`;
    case "pattern":
      return "not of the form it must have";
    case "propertyNames":
      return "a key that is not allowed";
    case "enum":
      return `not one of ${String(params.allowedValues)}`;
    case "const":
      return `not ${String(params.allowedValue)}`;
    case "anyOf":
      return "of none of the shapes it may have";
    default:
      return `beyond its limit: ${keyword} ${String(params.limit)}`;
  }
}

function isNewerMajor(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "protocol_version")) return false;
  const version: unknown = (value as { protocol_version?: unknown }).protocol_version;
  const major = typeof version === "string" ? /^([0-9]{1,4})\.[0-9]{1,4}$/.exec(version)?.[1] : undefined;
  return major !== undefined && Number(major) > SUPPORTED_MAJOR;
}

function failed(code: ErrorCode, message: string, pointer = ""): { ok: false; problems: [Problem] } {
  return { ok: false, problems: [{ code, pointer, message }] };
}
