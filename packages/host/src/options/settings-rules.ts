// The shapes that a setting may have. A rule says what is wrong with a value, or nothing.

/** What is wrong: words, or `/key words` where the fault lies deeper. Nothing: the value is fine. */
export type Rule = (value: unknown) => string | undefined;

/** Whether `value` is an object with keys, no list and not null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Makers of rules, and the rules that need no bounds. */
export const rules = {
  oneOf:
    (...words: string[]): Rule =>
    (value) =>
      typeof value === "string" && words.includes(value) ? undefined : `is not one of ${words.join(", ")}`,

  text:
    (most: number, least = 1): Rule =>
    (value) => {
      if (typeof value !== "string") return "is no text";
      if (value.length < least || value.length > most) return `has ${value.length} characters, not ${least} to ${most}`;
      return value.includes("\0") ? "holds a NUL" : undefined;
    },

  number:
    (least: number, most: number): Rule =>
    (value) =>
      typeof value === "number" && value >= least && value <= most
        ? undefined
        : `is no number from ${least} to ${most}`,

  boolean: ((value) => (typeof value === "boolean" ? undefined : "is not true or false")) satisfies Rule,

  size: ((value) => {
    if (typeof value === "number")
      return Number.isSafeInteger(value) && value >= 0 ? undefined : "is no number of bytes";
    return typeof value === "string" && /^[0-9]{1,15}(\.[0-9]{1,3})?[kmgKMG]?[bB]?$/.test(value)
      ? undefined
      : "is no size such as 512m";
  }) satisfies Rule,

  listOf:
    (rule: Rule, most: number): Rule =>
    (value) => {
      if (!Array.isArray(value)) return "is no list";
      if (value.length > most) return `has more than ${most} entries`;
      return firstFault(
        value.map((each, index): [string, unknown] => [String(index), each]),
        rule,
      );
    },

  mapOf:
    (rule: Rule): Rule =>
    (value) => {
      if (!isRecord(value)) return "is no object";
      return firstFault(Object.entries(value), rule);
    },
} as const;

function firstFault(entries: [string, unknown][], rule: Rule): string | undefined {
  for (const [key, each] of entries) {
    const fault = rule(each);
    if (fault !== undefined) return `/${key.slice(0, 80)}${fault.startsWith("/") ? "" : " "}${fault}`;
  }
  return undefined;
}
