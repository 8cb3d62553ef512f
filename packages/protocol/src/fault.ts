// How a generated validator says what is wrong.
import type { SchemaFault } from "./validator.js";

/** Leaves one fault with the validator that found it, in the form of ajv; false, its verdict. */
export function fault(
  validator: { errors?: SchemaFault[] | null },
  instancePath: string,
  keyword: string,
  params: Record<string, unknown>,
): false {
  validator.errors = [{ instancePath, keyword, params }];
  return false;
}
