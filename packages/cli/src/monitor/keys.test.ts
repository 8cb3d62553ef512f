// Keys lead where the help says: nothing happens to a session without a question, and the selection sticks to its session.
import type { SessionView } from "@para-docker/host";
import { expect, test } from "vitest";
import { type Key, press } from "./keys.js";
import { emptyModel, type Model, visibleSessions, withSessions } from "./model.js";
import { viewOf } from "./sample.js";

const views: SessionView[] = [
  viewOf("alpha", { phase: "building" }),
  viewOf("beta", { attention: { required: true, reason: "Which database?" } }),
  viewOf("gamma", { health: "unhealthy" }, [
    { id: "c1", state: "succeeded", title: "true" },
    { id: "c2", state: "running", title: "sleep 300" },
  ]),
];
const start = withSessions(emptyModel(), views);

function type(model: Model, ...keys: (string | Key)[]): ReturnType<typeof press> {
  let outcome: ReturnType<typeof press> = { model };
  for (const key of keys) outcome = press(outcome.model, typeof key === "string" ? { text: key } : key);
  return outcome;
}
const enter: Key = { text: "\r", name: "enter" };
const esc: Key = { text: "", name: "escape" };
const down: Key = { text: "", name: "down" };

test("sessions that need a person come first, those in trouble next", () => {
  expect(visibleSessions(start).map((view) => view.name)).toEqual(["beta", "gamma", "alpha"]);
  expect(start.selected).toBe("beta");
});

test("the first row is selected until somebody chooses; then the selection sticks to its session", () => {
  expect(withSessions(withSessions(emptyModel(), views.slice(0, 1)), views).selected).toBe("beta");
  const { model } = type(start, down);
  expect(model.selected).toBe("gamma");
  expect(type(model, "o").model).toMatchObject({ sort: "name", selected: "gamma" });
  expect(withSessions(model, views.slice(1).reverse()).selected).toBe("gamma");
});

test("a session that vanishes gives the selection to its neighbour, and its screen is left", () => {
  const { model } = type(start, down, enter);
  expect(model.open).toBe("gamma");
  const after = withSessions(model, [viewOf("alpha"), viewOf("beta")]);
  expect(after.open).toBeUndefined();
  expect(after.message?.text).toContain("gamma is gone");
  expect(after.selected).toBe("beta");
});

test("a cancel, a finish and a quit by mistake ask first; no is the answer of every other key", () => {
  const asked = type(start, down, "c");
  expect(asked.effect).toBeUndefined();
  expect(asked.model.dialog).toMatchObject({ kind: "confirm", question: "Cancel c2 (sleep 300) in gamma?" });
  expect(type(asked.model, "x")).toMatchObject({ model: { message: { text: "left as it is" } } });
  expect(type(asked.model, enter).effect).toBeUndefined();
  expect(type(asked.model, "y").effect).toEqual({ do: "cancel", session: "gamma", ids: ["c2"] });
  expect(type(start, "F", "y").effect).toEqual({ do: "finish", session: "beta" });
});

test("nothing that runs, nothing to cancel", () => {
  const { model, effect } = type(start, "c");
  expect(effect).toBeUndefined();
  expect(model.message?.text).toContain("nothing to cancel");
});

test("a typed line runs, an empty one and esc do not", () => {
  expect(type(start, "e", "m", "a", "x", { text: "", name: "backspace" }, "ke", enter).effect).toEqual({
    do: "exec",
    session: "beta",
    line: "make",
  });
  expect(type(start, "e", enter).effect).toBeUndefined();
  expect(type(start, "e", "x", esc)).toEqual({ model: start });
  expect(type(start, "s", "ping", enter).effect).toEqual({ do: "signal", session: "beta", signal: "ping" });
});

test("a paste cannot bring control characters into a line", () => {
  expect(type(start, "e", "a\u001b[2Jb\r\nc", enter).effect).toMatchObject({ line: "a[2Jbc" });
});

test("a filter narrows the table while it is typed, and esc opens it again", () => {
  const { model } = type(start, "/", "build");
  expect(visibleSessions(model).map((view) => view.name)).toEqual(["alpha"]);
  expect(model.selected).toBe("alpha");
  const kept = type(model, enter).model;
  expect(visibleSessions(kept)).toHaveLength(1);
  expect(visibleSessions(type(kept, esc).model)).toHaveLength(3);
});

test("q leaves a session's screen first, then the monitor; Ctrl-C leaves at once, from a dialog too", () => {
  const inSession = type(start, enter).model;
  expect(type(inSession, "q").model.open).toBeUndefined();
  expect(type(start, "q").effect).toEqual({ do: "quit" });
  expect(type(inSession, "e", { text: "c", ctrl: true }).effect).toEqual({ do: "quit" });
});

test("the newest command is selected in its tab, and cancel means that one", () => {
  const { model } = type(start, down, enter, "2");
  expect(model).toMatchObject({ tab: "commands", command: "c2" });
  expect(type(model, "k").model.command).toBe("c1");
  expect(type(model, "k", "c").model.message?.text).toContain("nothing to cancel");
});

test("keys do no harm where there is no session", () => {
  for (const key of ["e", "c", "s", "F", "j", "G", "o", "1", "\t"])
    expect(type(emptyModel(), key).effect).toBeUndefined();
  expect(type(emptyModel(), enter, esc).model.open).toBeUndefined();
});
