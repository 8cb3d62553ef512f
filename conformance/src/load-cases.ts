// Finds the cases on disk, reads them, and says what is wrong with one that is no case.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { ConformanceCase, JsonSchema } from "./case.js";
import { packageDirectory, readData, schemaDirectory } from "./data.js";
import { namedSchemaFault } from "./schemas.js";

/** A case and its id. */
export interface NamedCase {
  /** Path below the folder of cases, without the ending: `agent/exec/exit-code-is-reported`. */
  id: string;
  conformanceCase: ConformanceCase;
}

/** Something the caller gave is wrong: an option, a file, an argument. */
export class UsageError extends Error {}

const ENDING = ".case.json";

/** The folder with this suite's cases. */
export const caseDirectory: string = join(packageDirectory, "cases");

/** Every case of `role` below `directory`, sorted by id. Throws `UsageError` for a file that is no case, or a folder without cases. */
export function loadCases(role: ConformanceCase["role"] | undefined, directory: string = caseDirectory): NamedCase[] {
  const files = [...caseFiles(directory)].sort();
  if (files.length === 0) throw new UsageError(`there is no file *${ENDING} below ${directory}`);
  return files
    .map((file) => ({
      id: relative(directory, file).slice(0, -ENDING.length).split(sep).join("/"),
      conformanceCase: readCase(file),
    }))
    .filter(({ conformanceCase }) => role === undefined || conformanceCase.role === role);
}

function* caseFiles(directory: string): Generator<string> {
  let entries: ReturnType<typeof listEntries>;
  try {
    entries = listEntries(directory);
  } catch (error) {
    throw new UsageError(`cannot list ${directory}: ${(error as Error).message}`);
  }
  for (const entry of entries) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* caseFiles(path);
    else if (entry.name.endsWith(ENDING)) yield path;
  }
}

function listEntries(directory: string) {
  return readdirSync(directory, { withFileTypes: true });
}

/** Reads one case. Throws `UsageError` with the place of the first fault. */
export function readCase(file: string): ConformanceCase {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}`);
  }
  const fault = caseFault(value);
  if (fault !== undefined) throw new UsageError(`${file} is no case: ${fault}`);
  return value as ConformanceCase;
}

interface CaseSchema extends JsonSchema {
  definitions: Record<string, JsonSchema>;
}

let caseSchema: CaseSchema | undefined;

function readCaseSchema(): CaseSchema {
  caseSchema ??= readData(join(schemaDirectory, "conformance-case.schema.json")) as CaseSchema;
  return caseSchema;
}

/** What is wrong with `value` as a case, by its schema; undefined if nothing is. */
export function caseFault(value: unknown): string | undefined {
  const steps = (value as { steps?: unknown } | null)?.steps;
  if (Array.isArray(steps)) {
    // Each step is asked about alone: of the whole, ajv would only say that none of fourteen forms fits.
    for (const [index, step] of steps.entries()) {
      const fault = stepFault(step);
      if (fault !== undefined) return `/steps/${index}: ${fault}`;
    }
  }
  return namedSchemaFault("case", readCaseSchema, value);
}

function stepFault(step: unknown): string | undefined {
  const keys = typeof step === "object" && step !== null ? Object.keys(step) : [];
  const key = keys[0];
  if (keys.length !== 1 || key === undefined)
    return "a step is an object with exactly one key, which says what is done";
  const definition = `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
  const { definitions } = readCaseSchema();
  if (!Object.hasOwn(definitions, definition)) return `there is no step called ${key}`;
  const form = () => ({ $ref: `#/definitions/${definition}`, definitions });
  const fault = namedSchemaFault(`step ${key}`, form, (step as Record<string, unknown>)[key]);
  return fault === undefined ? undefined : `${key}: ${fault}`;
}

/** The cases or checks that match one of `filters`: a whole id, a part of one, or a pattern with `*`. No filter: all. */
export function filterById<T extends { id: string }>(cases: T[], filters: readonly string[]): T[] {
  if (filters.length === 0) return cases;
  const exact = cases.filter(({ id }) => filters.includes(id));
  if (exact.length === filters.length) return exact;
  const patterns = filters.map((filter) => {
    const parts = filter.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return parts.length === 1 ? new RegExp(parts[0] ?? "") : new RegExp(`^${parts.join(".*")}$`);
  });
  return cases.filter(({ id }) => patterns.some((pattern) => pattern.test(id)));
}
