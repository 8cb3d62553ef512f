// Replaces `{{…}}` in the strings of a case by moments, places and saved values.
import type { Json } from "./case.js";

/** A placeholder that names nothing: a fault of the case. */
export class CaseFault extends Error {}

/** What placeholders may name besides `now`. */
export type Values = Map<string, Json>;

const PLACEHOLDER = /\{\{([^{}]+)\}\}/g;
const MOMENT = /^now(?:([+-]\d+)s)?$/;
const REPEAT = /^(.)\*(\d{1,7})$/su;
const SUM = /^([A-Za-z_][A-Za-z0-9_]*)([+-]\d+)?$/;

/** A copy of `value` with every placeholder in its strings replaced; keys too. Throws `CaseFault` for an unknown name. */
export function substitute<T>(value: T, values: Values): T {
  return replace(value, values) as T;
}

function replace(value: Json, values: Values): Json {
  if (typeof value === "string") return replaceText(value, values);
  if (Array.isArray(value)) return value.map((item) => replace(item, values));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [String(replaceText(key, values)), replace(item, values)]),
  );
}

function replaceText(text: string, values: Values): Json {
  const whole = /^\{\{([^{}]+)\}\}$/.exec(text)?.[1];
  if (whole !== undefined) return lookUp(whole, values);
  return text.replace(PLACEHOLDER, (_, name: string) => String(lookUp(name, values)));
}

function lookUp(name: string, values: Values): Json {
  const moment = MOMENT.exec(name);
  if (moment) return new Date(Date.now() + Number(moment[1] ?? 0) * 1000).toISOString();
  const repeat = REPEAT.exec(name);
  if (repeat?.[1]) return repeat[1].repeat(Number(repeat[2]));
  const sum = SUM.exec(name);
  if (!sum?.[1] || !values.has(sum[1])) throw new CaseFault(`{{${name}}} names nothing: no earlier step has saved it`);
  const value = values.get(sum[1]);
  if (sum[2] === undefined) return value;
  if (typeof value !== "number") throw new CaseFault(`{{${name}}}: ${sum[1]} is no number`);
  return value + Number(sum[2]);
}
