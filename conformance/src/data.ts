// Finds what the package carries beside its code: schemas, limits, cases, fixtures.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DocumentKind } from "@para-docker/protocol";

/** The package's own directory: the nearest above this file that has a package.json. */
export const packageDirectory: string = findPackage(dirname(fileURLToPath(import.meta.url)));

function findPackage(from: string): string {
  if (existsSync(join(from, "package.json"))) return from;
  const parent = dirname(from);
  if (parent === from)
    throw new Error("the package @para-docker/conformance is incomplete: its package.json is not there");
  return findPackage(parent);
}

/** The protocol's schemas: in the repository the generated ones, in the installed package the copy made by its build. */
export const schemaDirectory: string =
  [join(packageDirectory, "..", "schemas", "v1"), join(packageDirectory, "dist", "schemas")].find((directory) =>
    existsSync(join(directory, "limits.json")),
  ) ?? join(packageDirectory, "dist", "schemas");

/** Reads a JSON file of the package. */
export function readData(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

interface LimitsFile {
  bytes: Record<DocumentKind, number>;
}

let limits: LimitsFile | undefined;

/** Largest size of a document in bytes (docs/protocol.md#limits); undefined for a kind that there is not. */
export function byteLimit(kind: string): number | undefined {
  limits ??= readData(join(schemaDirectory, "limits.json")) as LimitsFile;
  return Object.hasOwn(limits.bytes, kind) ? limits.bytes[kind as DocumentKind] : undefined;
}
