// The screen fits every terminal from 40×10 up, shows those that need a person first, and nothing of a session steers the terminal.
import { expect, test } from "vitest";
import { styleFor } from "../output/style.js";
import { width } from "../output/width.js";
import { emptyModel, type Model, withSessions } from "./model.js";
import { viewOf } from "./sample.js";
import { screen } from "./screen.js";

const plain = styleFor({}, {});
const NOW = Date.parse("2026-01-01T00:05:00Z");

function model(count: number): Model {
  const views = Array.from({ length: count }, (_, i) =>
    viewOf(`session-${String(i).padStart(3, "0")}`, {
      phase: "building the world",
      progress: { current: i, total: 10, message: "Compiling 日本語 dependencies …" },
      services: { api: "running", db: "error" },
      health: "healthy",
      warnings: [{ timestamp: "2026-01-01T00:04:00Z", message: "Low disk space: 90% used\nand more" }],
    }),
  );
  return withSessions(emptyModel(), views);
}

test("the screen has one line less than the terminal, and no line is wider, at any size", () => {
  const models = [
    model(0),
    model(3),
    model(60),
    { ...model(3), open: "session-001" },
    { ...model(3), dialog: { kind: "help" } as const },
  ];
  for (const each of models) {
    for (const [columns, rows] of [
      [40, 10],
      [80, 24],
      [81, 25],
      [120, 40],
      [200, 60],
    ] as const) {
      const lines = screen(each, plain, NOW, { columns, rows });
      expect(lines).toHaveLength(rows - 1);
      for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(columns);
      expect(lines.join("")).not.toContain("\n");
    }
  }
  expect(screen(model(3), plain, NOW, { columns: 30, rows: 5 })).toEqual(["The terminal is too small: 40…"]);
});

test("the selected row is on the screen, wherever it is", () => {
  for (const selected of ["session-000", "session-030", "session-059"]) {
    const lines = screen({ ...model(60), selected }, plain, NOW, { columns: 80, rows: 24 });
    expect(lines.find((line) => line.startsWith("›"))).toContain(selected);
  }
});

test("80 columns show state, health, phase, progress and age", () => {
  const text = screen(model(3), plain, NOW, { columns: 80, rows: 24 }).join("\n");
  for (const word of [
    "running",
    "healthy",
    "building",
    "██░░░░░░░░ 20%",
    "5m",
    "3 sessions",
    "warning 1m ago: Low disk space",
  ])
    expect(text).toContain(word);
});

test("a session that needs a person is told in the title, marked and first", () => {
  const views = [
    viewOf("a"),
    viewOf("z", { attention: { required: true, reason: "Which database shall I migrate?" } }),
  ];
  const lines = screen(withSessions(emptyModel(), views), plain, NOW, { columns: 80, rows: 24 });
  expect(lines[0]).toContain("1 needs you");
  expect(lines[2]).toMatch(/^›! z/);
  expect(lines.join("\n")).toContain("Which database shall I migrate?");
});

test("a session with a failed service is marked, at any width, and comes before those that work", () => {
  const views = [viewOf("a"), viewOf("z", { services: { api: "running", db: "error" } })];
  const lines = screen(withSessions(emptyModel(), views), plain, NOW, { columns: 60, rows: 24 });
  expect(lines[2]).toMatch(/^›✗ z/);
  expect(lines[3]).toMatch(/^ {3}a/);
});

test("a long line that is typed shows its end", () => {
  const lines = screen(
    { ...model(1), dialog: { kind: "exec", session: "session-000", text: `${"x".repeat(200)}END` } },
    plain,
    NOW,
    { columns: 80, rows: 24 },
  );
  expect(lines.at(-2)).toContain("END");
});
