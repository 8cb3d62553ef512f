// Takes own keys called `__proto__` out of parsed JSON, where they are plain data, before anything copies them onto an object.

/** Deletes every own `__proto__` in `value`, at any depth. The depth is bounded by then (docs/protocol.md#json). */
export function dropProto(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) dropProto(item);
    return;
  }
  // An own property of that name hides the inherited one, and deleting it touches no prototype.
  if (Object.hasOwn(value, "__proto__")) Reflect.deleteProperty(value, "__proto__");
  for (const item of Object.values(value)) dropProto(item);
}
