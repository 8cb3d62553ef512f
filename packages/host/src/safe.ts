// Makes every string of a container's document safe to show, keys included, once, where the host reads it.
import { sanitizeText } from "@para-docker/protocol";

/** Fields whose text may have several lines: messages for people, and whatever a workload tells in its own words. */
const MULTILINE = new Set(["message", "reason", "custom"]);

/**
 * A copy of `document` in which no string can move a cursor, hide itself or pass for another line. Numbers and shape stay; a key
 * that loses all its characters becomes `?`, and of two keys that become one the last counts.
 */
export function safe<T>(document: T): T {
  // The shape is the same, so is the type.
  return copy(document, false) as T;
}

function copy(value: unknown, multiline: boolean): unknown {
  if (typeof value === "string") return sanitizeText(value, { multiline });
  if (Array.isArray(value)) return value.map((each) => copy(each, multiline));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => {
    return [sanitizeText(key) || "?", copy(each, multiline || MULTILINE.has(key))] as const;
  });
  // Own properties only, whatever the key: `__proto__` reaches no prototype.
  return Object.fromEntries(entries);
}
