// Faults that a schema forbids, derived from it: each bound of each field, one step beyond; and, valid, all fields at their bounds.
const LARGEST_IN_FILE = 2048;
const WRONG_TYPE = { string: 7, integer: "7", number: "7", boolean: "yes", object: [], array: {} };

/** A copy of `value` with the part at `path` replaced; undefined takes it away. */
function replaced(value, path, part) {
  const copy = structuredClone(value);
  let here = copy;
  for (const key of path.slice(0, -1)) here = here[key];
  const last = path.at(-1);
  if (part !== undefined) here[last] = part;
  else delete here[last];
  return copy;
}

/** The document with every text, number and list of `example` at its upper bound, or at its lower one. */
export function atBounds(schema, example, upper) {
  const resolve = (node) => (node.$ref ? schema.definitions[node.$ref.split("/").at(-1)] : node);
  const bound = (raw, value) => {
    // What a free-form value holds has no bounds.
    const form = resolve(raw ?? {});
    if (form.anyOf) {
      const forms = form.anyOf.map(resolve);
      return bound(forms.find((one) => one.properties?.type?.const === value?.type) ?? forms[0], value);
    }
    if (Array.isArray(value)) return upper ? value.map((item) => bound(form.items, item)) : [];
    if (typeof value === "object" && value !== null) {
      const parts = Object.entries(value).map(([key, item]) => [
        key,
        bound(form.properties?.[key] ?? form.additionalProperties ?? {}, item),
      ]);
      return Object.fromEntries(form.properties || upper ? parts : []);
    }
    if (typeof value === "number") return (upper ? form.maximum : form.minimum) ?? value;
    if (typeof value !== "string" || form.enum || form.const || form.pattern?.includes("0-9")) return value;
    if (!upper) return "x".repeat(form.minLength ?? 0);
    return form.maxLength && form.maxLength <= LARGEST_IN_FILE ? "é".repeat(form.maxLength) : value;
  };
  return bound(schema, example);
}

/**
 * Calls `add(name, fact, value, more)` for each fault that `schema` forbids in the document `example`. Wrong types are tried where it is
 * `thorough`: a validator checks them the same way everywhere, and each fixture costs a process.
 */
export function schemaFaults(schema, example, add, thorough) {
  const resolve = (node) =>
    node.$ref ? { ...schema.definitions[node.$ref.split("/").at(-1)], ...node, $ref: undefined } : node;
  const bad = (path, fault, fact, part, more = {}) => {
    const words = path.map((key) => (typeof key === "string" ? key : key === 0 ? "item" : "other"));
    const name = `${words.join("-").replace(/[^A-Za-z0-9_-]+/g, "-")}-${fault}`;
    add(name, `${path.join(".")} ${fact}`, replaced(example, path, part), { code: "invalid_schema", ...more });
  };

  /** Chooses the form that the example has, where a schema allows several. */
  const formOf = (node, value) => {
    const resolved = resolve(node);
    if (!resolved.anyOf) return resolved;
    const forms = resolved.anyOf.map(resolve);
    const ofType = (form) => form.properties?.type?.const !== undefined && form.properties.type.const === value?.type;
    return (
      forms.find(ofType) ??
      forms.find((form) => form.type === (Array.isArray(value) ? "array" : typeof value)) ??
      forms[0]
    );
  };

  const string = (form, path) => {
    if (form.enum) bad(path, "unknown", "is a word that there is not", "nonsense");
    if (form.minLength > 0 && !form.pattern?.includes("[A-Za-z0-9]")) bad(path, "empty", "is empty", "");
    if (form.maxLength && form.maxLength <= LARGEST_IN_FILE)
      bad(path, "too-long", `has ${form.maxLength + 1} characters`, "x".repeat(form.maxLength + 1));
    else if (form.maxLength)
      bad(path, "too-long", `has ${form.maxLength + 1} characters`, "@@fill@@", {
        fill: { text: "x", times: form.maxLength + 1 },
      });
    if (form.pattern) {
      const free = form.pattern.includes("^[^");
      bad(
        path,
        free ? "with-nul" : "malformed",
        free ? "holds a NUL" : "does not have its form",
        free ? "a\0b" : "not/like this",
      );
    }
  };
  const number = (form, path) => {
    if (form.type === "integer" && thorough) bad(path, "fraction", "is no whole number", 1.5);
    if (form.minimum !== undefined)
      bad(
        path,
        "too-small",
        `is below ${form.minimum}`,
        form.type === "integer" ? form.minimum - 1 : form.minimum - 0.01,
      );
    // The largest safe integer is a bound that nobody meets; one fixture of it says enough.
    if (form.maximum !== undefined && (thorough || form.maximum !== Number.MAX_SAFE_INTEGER)) {
      bad(path, "too-large", `is above ${form.maximum}`, form.maximum + 1);
    }
  };
  const list = (form, path, value) => {
    if (form.maxItems !== undefined && form.maxItems <= 600) {
      const item = value[0];
      const unique = (index) => (item?.id ? { ...item, id: `c${index}` } : item);
      bad(
        path,
        "too-many",
        `has ${form.maxItems + 1} items`,
        Array.from({ length: form.maxItems + 1 }, (_, index) => unique(index)),
      );
    }
    value.forEach((item, index) => void node(form.items, [...path, index], item, true));
  };
  const map = (form, path, value) => {
    const [key, item] = Object.entries(value)[0];
    const names = form.propertyNames ?? {};
    if (form.maxProperties !== undefined) {
      const keys = Array.from({ length: form.maxProperties + 1 }, (_, index) =>
        names.pattern?.includes("{1,5}") ? String(1000 + index) : `k${index}`,
      );
      bad(path, "too-many", `has ${form.maxProperties + 1} keys`, Object.fromEntries(keys.map((name) => [name, item])));
    }
    if (names.pattern) bad(path, "bad-key", "has a key that does not have its form", { "not like/this": item });
    if (names.minLength) bad(path, "empty-key", "has an empty key", { "": item });
    if (names.maxLength && !names.pattern)
      bad(path, "long-key", `has a key of ${names.maxLength + 1} characters`, {
        ["k".repeat(names.maxLength + 1)]: item,
      });
    if (Object.keys(form.additionalProperties ?? {}).length > 0)
      node(form.additionalProperties, [...path, key], item, true);
  };
  const walked = new Set();
  const node = (raw, path, value) => {
    const form = formOf(raw, value);
    // A form that several fields share (a notice, a probe, an output) is tried in the first of them.
    const known = form.properties && JSON.stringify(form.properties);
    if (known && walked.has(known)) return undefined;
    walked.add(known);
    const type = Array.isArray(form.type) ? form.type.find((name) => name !== "null") : form.type;
    if (thorough && path.length === 1 && WRONG_TYPE[type] !== undefined) {
      bad(path, "of-another-type", `is no ${type}`, WRONG_TYPE[type]);
    }
    if (type === "string") return string(form, path);
    if (type === "integer" || type === "number") return number({ ...form, type }, path);
    if (type === "array") return list(form, path, value);
    if (type !== "object") return undefined;
    if (!form.properties) return map(form, path, value);
    for (const name of form.required ?? []) bad([...path, name], "missing", "is not there", undefined);
    for (const [name, property] of Object.entries(form.properties)) {
      if (value[name] === undefined || (name === "protocol_version" && !thorough)) continue;
      node(property, [...path, name], value[name]);
    }
    return undefined;
  };
  node(schema, [], example);
}
