// `schemas/v1/limits.json`: the limits for programs in other languages.
import { LIMITS } from "../src/limits.js";
import type { Output } from "./output.js";

/** The file. */
export function limitsFile(): Output {
  return { path: "schemas/v1/limits.json", content: `${JSON.stringify(LIMITS, null, 2)}\n` };
}
