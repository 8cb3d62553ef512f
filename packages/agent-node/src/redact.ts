// Keeps the values of secret variables out of what the agent writes down for others (docs/protocol.md#secrets).

/** Shorter values stand in too much innocent text to be told from it. */
const SHORTEST = 4;

/** Makes a function that replaces every secret value in the strings of `value`, however deep, keys included. */
export function createRedactor(secrets: readonly (string | undefined)[]): <T>(value: T) => T {
  const values = secrets.filter((secret): secret is string => secret !== undefined && secret.length >= SHORTEST);
  if (values.length === 0) return (value) => value;
  // The longest first: one secret may be a part of another.
  values.sort((a, b) => b.length - a.length);
  const clean = (text: string) => values.reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text);

  const redact = (value: unknown): unknown => {
    if (typeof value === "string") return clean(value);
    if (Array.isArray(value)) return value.map(redact);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [clean(key), redact(item)]));
  };
  return (value) => redact(value) as typeof value;
}
