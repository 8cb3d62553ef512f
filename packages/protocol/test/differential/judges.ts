// Judges that share no code with parse: zod over a plain reading of the text, and ajv at run time over the published schemas.
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import type * as z from "zod";
import type { Schema } from "../../scripts/transform.js";
import { type DocumentKind, LIMITS } from "../../src/limits.js";
import * as zod from "../../src/zod/index.js";

/** `ok`, or the code of the first fault. */
export type Verdict = string;

const ZOD: Record<Exclude<DocumentKind, "commands">, z.ZodType> = {
  status: zod.ContainerStatusSchema,
  result: zod.CommandResultSchema,
  metrics: zod.ContainerMetricsSchema,
  registry: zod.ContainerRegistrySchema,
  container: zod.ContainerMetadataSchema,
  "session-state": zod.SessionStateSchema,
  "log-record": zod.LogRecordSchema,
  report: zod.ReportSchema,
  "agent-config": zod.AgentConfigSchema,
};

/** A schema as it is published. */
export function publishedSchema(name: string): Schema {
  return JSON.parse(readFileSync(new URL(`../../schemas/v1/${name}.schema.json`, root()), "utf8")) as Schema;
}

/** The package's folder, wherever this module was bundled to. */
function root(): URL {
  return new URL(`file://${process.cwd()}/`);
}

const compiled = new Map<string, ValidateFunction>();

function published(name: string): ValidateFunction {
  let validate = compiled.get(name);
  if (validate === undefined) {
    validate = new Ajv({ allowUnionTypes: true, ownProperties: true }).compile(publishedSchema(name));
    compiled.set(name, validate);
  }
  return validate;
}

/** What can be said of the bytes without a JSON parser of one's own. `either` is `invalid_json` or `too_deep`. */
type Reading = { code: Verdict | "either" } | { value: unknown };

/** Reads in the order of docs/protocol.md#reading, by JSON.parse and a look at the tokens of a text that is JSON. */
export function readPlainly(kind: DocumentKind, bytes: Uint8Array): Reading {
  if (bytes.length === 0) return { code: "missing" };
  if (bytes.length > LIMITS.bytes[kind]) return { code: "oversize" };
  if (!isUtf8(bytes)) return { code: "invalid_utf8" };
  const text = Buffer.from(bytes).toString("utf8");
  if (text.startsWith("\ufeff")) return { code: "invalid_utf8" };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { code: "either" };
  }
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]|-?[0-9][0-9.eE+-]*/g)) {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    else if (token.startsWith('"')) {
      if (/\p{Surrogate}/u.test(JSON.parse(token) as string)) return { code: "invalid_json" };
    } else if (!Number.isFinite(Number(token))) return { code: "invalid_json" };
    if (depth > LIMITS.depth) return { code: "too_deep" };
  }
  return { value: withoutProto(value) };
}

/** A copy without keys called `__proto__`. */
function withoutProto(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, item: unknown) => (key === "__proto__" ? undefined : item)) as unknown;
}

type Shape = (name: string, value: unknown) => boolean;

/** By zod. */
export const zodShape: Shape = (name, value) => {
  if (name === "commands-envelope") return zod.CommandQueueEnvelopeSchema.safeParse(value).success;
  if (name === "exec-command") return zod.ExecCommandSchema.safeParse(value).success;
  if (name === "signal-command") return zod.SignalCommandSchema.safeParse(value).success;
  return ZOD[name as keyof typeof ZOD].safeParse(value).success;
};

/** By the published schemas and ajv at run time. */
export const publishedShape: Shape = (name, value) => published(name)(value) === true;

/** The verdict on a document that was read, by the judge of shapes given. */
export function judge(kind: DocumentKind, reading: Reading, shape: Shape): Verdict {
  if ("code" in reading) return reading.code;
  const { value } = reading;
  const record = fields(value);
  const version: unknown = kind === "session-state" || kind === "log-record" ? undefined : record.protocol_version;
  const major = typeof version === "string" ? /^(\d{1,4})\.\d{1,4}$/.exec(version)?.[1] : undefined;
  if (major !== undefined && Number.parseInt(major, 10) >= 2) return "unsupported_version";
  if (kind !== "commands") return shape(kind, value) ? "ok" : "invalid_schema";
  return shape("commands-envelope", value) ? judgeEntries(record.commands as unknown[], shape) : "invalid_schema";
}

function judgeEntries(entries: unknown[], shape: Shape): Verdict {
  const seen: unknown[] = [];
  for (const entry of entries) {
    const { id, type } = fields(entry);
    if (typeof id !== "string" || !/^[A-Za-z0-9][\w.-]{0,63}$/.test(id)) return "invalid_id";
    if (seen.includes(id)) return "duplicate_id";
    seen.push(id);
    if (type !== "exec" && type !== "signal") return "unsupported_command";
    if (!shape(`${type}-command`, entry)) return "invalid_schema";
  }
  return "ok";
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
