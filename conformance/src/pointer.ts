// JSON pointers (RFC 6901) into values.
import type { Json } from "./case.js";

/** The value that `pointer` names in `value`, or undefined where there is none. `""` names the whole. */
export function pointTo(value: Json, pointer: string): Json {
  let here = value;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(here)) here = key === "-1" ? here.at(-1) : here[Number(key)];
    else if (typeof here === "object" && here !== null && Object.hasOwn(here, key))
      here = (here as Record<string, Json>)[key];
    else return undefined;
  }
  return here;
}
