// `safeParse` of these schemas answers whatever a stranger's JSON looks like.
import { expect, test } from "vitest";
import * as schemas from "./index.js";

const HOSTILE: unknown[] = [
  null,
  { length: { toString: 1, valueOf: 1 } },
  { errors: { length: { toString: 1, valueOf: 1 } } },
  JSON.parse('{"__proto__":{"length":{}},"constructor":{"prototype":1},"hasOwnProperty":1,"toString":null}'),
  JSON.parse(
    '{"services":{"__proto__":1,"hasOwnProperty":"x"},"commands":{"length":[]},"containers":{"length":{"valueOf":{}}}}',
  ),
];

test.each(Object.entries(schemas))("%s answers", (_, schema) => {
  for (const value of HOSTILE) {
    for (const place of [value, { errors: value, commands: value, args: value, capabilities: value, mounts: value }]) {
      expect(typeof schema.safeParse(place).success).toBe("boolean");
    }
  }
});
