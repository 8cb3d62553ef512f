// Makes every string of a container's document safe to show, keys included, once, where the host reads it.
import { sanitizeText } from "@para-docker/protocol";

/** Fields whose text may have several lines: messages for people, and whatever a workload tells in its own words. */
const MULTILINE = new Set(["message", "reason", "custom"]);

/** Text that is safe as it is: nearly all there is, and nothing to look at twice. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * A copy of `document` in which no string can move a cursor, hide itself or pass for another line. Numbers and shape stay; a key
 * that loses all its characters becomes `?`, and of two keys that become one the last counts.
 */
export function safe<T>(document: T): T {
  // The shape is the same, so is the type.
  return copy(document, false) as T;
}

function copy(value: unknown, multiline: boolean): unknown {
  if (typeof value === "string") return PLAIN.test(value) ? value : sanitizeText(value, { multiline });
  if (Array.isArray(value)) return value.map((each) => copy(each, multiline));
  if (typeof value !== "object" || value === null) return value;
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const name = PLAIN.test(key) && key !== "" ? key : sanitizeText(key) || "?";
    const each = copy((value as Record<string, unknown>)[key], multiline || MULTILINE.has(key));
    if (name !== "__proto__") made[name] = each;
    // An own property, whatever the key: no prototype is reached.
    else Object.defineProperty(made, name, { value: each, writable: true, enumerable: true, configurable: true });
  }
  return made;
}
