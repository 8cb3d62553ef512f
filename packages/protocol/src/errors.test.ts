// The error class and its brand.
import { expect, test } from "vitest";
import { CODES, isProtocolError, ProtocolError } from "./errors.js";

test("an error carries its code and its cause", () => {
  const cause = new Error("ENOSPC");
  const error = new ProtocolError("write_failed", "status.json was not written", { cause });
  expect([error.code, error.message, error.cause, error.name]).toEqual([
    "write_failed",
    "status.json was not written",
    cause,
    "ProtocolError",
  ]);
});

test("only what bears the brand is one", () => {
  expect(isProtocolError(new ProtocolError("expired", "late"))).toBe(true);
  for (const other of [new Error("x"), { code: "expired" }, null, undefined, "expired", 7]) {
    expect(isProtocolError(other)).toBe(false);
  }
});

test("codes are snake_case words with a meaning", () => {
  for (const [code, meaning] of Object.entries(CODES)) {
    expect(code).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
    expect(meaning).not.toBe("");
  }
});
