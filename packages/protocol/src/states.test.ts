// Which states are an end: all but two, and none that is not known.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isTerminal } from "./states.js";

test("every state of the schema but accepted and running is an end", () => {
  const schema = readFileSync(new URL("../../../schemas/v1/result.schema.json", import.meta.url), "utf8");
  const { definitions } = JSON.parse(schema) as { definitions: { CommandState: { enum: string[] } } };
  expect(definitions.CommandState.enum.filter((state) => !isTerminal(state))).toEqual(["accepted", "running"]);
});

test("a word that is not known is no end, nor is one that every object has", () => {
  expect(["finished", "", "constructor", "__proto__"].some(isTerminal)).toBe(false);
});
