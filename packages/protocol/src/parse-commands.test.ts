// The queue entry by entry: a bad one costs that one alone.
import { expect, test } from "vitest";
import { parseCommands } from "./parse-commands.js";

const AT = { timestamp: "2024-01-20T10:31:00Z" };

function codes(commands: unknown[]): string[] {
  const parsed = parseCommands(new TextEncoder().encode(JSON.stringify({ commands })));
  if (!parsed.ok) return [parsed.problems[0].code];
  return parsed.value.entries.map((entry) => {
    return entry.ok ? "ok" : `${entry.problem.code} ${entry.problem.pointer} ${entry.id ?? "-"}`;
  });
}

test("a bad entry costs that entry alone", () => {
  expect(
    codes([
      { id: "a", ...AT, type: "exec", command: "true" },
      { id: "b", ...AT, type: "exec", command: "" },
      { id: "c", ...AT, type: "teleport" },
      { id: "d", ...AT },
      { ...AT, type: "exec", command: "true" },
      { id: "../e", ...AT, type: "exec", command: "true" },
      { id: "a", ...AT, type: "signal", signal: "ping" },
      null,
      { id: "f", ...AT, type: "signal", signal: "ping" },
    ]),
  ).toEqual([
    "ok",
    "invalid_schema /commands/1/command b",
    "unsupported_command /commands/2/type c",
    "unsupported_command /commands/3 d",
    "invalid_id /commands/4 -",
    "invalid_id /commands/5/id -",
    "duplicate_id /commands/6/id a",
    "invalid_id /commands/7 -",
    "ok",
  ]);
});

test("a cancel says its target", () => {
  expect(
    codes([
      { id: "a", ...AT, type: "signal", signal: "cancel" },
      { id: "b", ...AT, type: "signal", signal: "cancel", target: "a" },
    ]),
  ).toEqual(["invalid_schema /commands/0 a", "ok"]);
});

test("a NUL reaches no exec", () => {
  expect(codes([{ id: "a", ...AT, type: "exec", command: "true\0" }])).toEqual([
    "invalid_schema /commands/0/command a",
  ]);
});

test("a bad envelope costs the document", () => {
  expect(codes(new Array(289).fill(0))).toEqual(["invalid_schema"]);
});
