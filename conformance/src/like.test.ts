// The short forms of expectations, as schemas.
import { expect, test } from "vitest";
import { likeSchema, predicateSchemas } from "./like.js";
import { schemaFault } from "./schemas.js";

test("an object is like one with fewer keys", () => {
  const schema = likeSchema({ state: "failed", stdout: { bytes: 3 } });
  expect(schemaFault(schema, { state: "failed", stdout: { bytes: 3, truncated: false }, id: "a" })).toBeUndefined();
  expect(schemaFault(schema, { state: "failed", stdout: {} })).toContain("bytes");
  expect(schemaFault(schema, { state: "lost", stdout: { bytes: 3 } })).toContain("/state");
});

test("a list is like one of the same length, item by item", () => {
  expect(schemaFault(likeSchema([1, { a: 1 }]), [1, { a: 1, b: 2 }])).toBeUndefined();
  expect(schemaFault(likeSchema([1]), [1, 2])).toBeDefined();
  expect(schemaFault(likeSchema([]), [1])).toBeDefined();
});

test("contains and lacks look for an item like theirs", () => {
  const [contains, lacks] = predicateSchemas({ contains: { id: "a" }, lacks: { id: "b" } });
  expect(schemaFault(contains?.schema ?? {}, [{ id: "c" }, { id: "a", state: "x" }])).toBeUndefined();
  expect(schemaFault(contains?.schema ?? {}, [{ id: "c" }])).toBeDefined();
  expect(schemaFault(lacks?.schema ?? {}, [{ id: "a" }])).toBeUndefined();
  expect(schemaFault(lacks?.schema ?? {}, [{ id: "b" }])).toBeDefined();
});
