// What each key does: from a model and a key to the next model, and perhaps something to carry out.
import { isTerminal } from "@para-docker/protocol";
import { inOrder } from "../output/command-words.js";
import {
  currentSession,
  type Dialog,
  type Effect,
  type Model,
  SORTS,
  selectedIndex,
  TABS,
  visibleSessions,
} from "./model.js";

/** A key: a character, or the name of one that has none. */
export interface Key {
  /** What was typed; several characters where text was pasted. */
  text: string;
  name?: "up" | "down" | "left" | "right" | "pageUp" | "pageDown" | "enter" | "escape" | "tab" | "backspace";
  ctrl?: boolean;
}

/** What a key leads to. */
export interface Outcome {
  model: Model;
  effect?: Effect;
}

/** The keys, for the help. */
export const KEY_HELP: [string, string][] = [
  ["↑ ↓  j k", "select; PgUp PgDn g G jump"],
  ["enter", "open the session; esc or q goes back"],
  ["tab  1 2 3", "overview, commands with output, logs"],
  ["e", "run a command line in the session"],
  ["c", "cancel: the selected command, or all of the session"],
  ["s", "send a signal"],
  ["F", "finish the session: shutdown and archive"],
  ["/", "filter by name, state, health, phase"],
  ["o", "order by need, name, cpu, memory, age"],
  ["q  Ctrl-C", "quit"],
];

const PAGE = 10;

/** The next model. Whatever changes a session asks first, except a line that was typed for it. */
export function press(model: Model, key: Key): Outcome {
  const { message: _, ...rest } = model;
  const clean: Model = rest;
  if (key.ctrl && key.text === "c") return { model: clean, effect: { do: "quit" } };
  if (clean.dialog !== undefined) return pressInDialog(clean, clean.dialog, key);
  return (
    pressAnywhere(clean, key) ?? (clean.open === undefined ? pressInTable(clean, key) : pressInSession(clean, key))
  );
}

function pressInDialog(model: Model, dialog: Dialog, key: Key): Outcome {
  const { dialog: _, ...closed } = model;
  if (dialog.kind === "help") return { model: closed };
  if (dialog.kind === "confirm") {
    if (key.text === "y" || key.text === "Y") return { model: closed, effect: dialog.effect };
    return { model: { ...closed, message: { text: "left as it is", bad: false } } };
  }
  if (key.name === "escape") return { model: dialog.kind === "filter" ? { ...closed, filter: "" } : closed };
  if (key.name === "enter") return entered(closed, dialog);
  const text = key.name === "backspace" ? [...dialog.text].slice(0, -1).join("") : dialog.text + printable(key);
  const next: Model = { ...model, dialog: { ...dialog, text } };
  return { model: dialog.kind === "filter" ? reselected({ ...next, filter: text }) : next };
}

function entered(model: Model, dialog: Exclude<Dialog, { kind: "help" | "confirm" }>): Outcome {
  const text = dialog.text.trim();
  if (dialog.kind === "filter") return { model: reselected({ ...model, filter: text }) };
  if (text === "") return { model };
  const { session } = dialog;
  return {
    model,
    effect: dialog.kind === "exec" ? { do: "exec", session, line: text } : { do: "signal", session, signal: text },
  };
}

/** Text as typed, without what moves a cursor: a paste may hold anything. */
function printable(key: Key): string {
  return key.name === undefined && !key.ctrl ? key.text.replace(/\p{C}/gu, "") : "";
}

/** Keys that do the same on every screen. */
function pressAnywhere(model: Model, key: Key): Outcome | undefined {
  const session = currentSession(model);
  if (key.text === "?") return { model: { ...model, dialog: { kind: "help" } } };
  if (session === undefined) return undefined;
  const { name } = session;
  if (key.text === "e") return { model: { ...model, dialog: { kind: "exec", session: name, text: "" } } };
  if (key.text === "s") return { model: { ...model, dialog: { kind: "signal", session: name, text: "" } } };
  if (key.text === "F")
    return confirm(model, `Finish ${name}: shut it down and archive what it leaves?`, { do: "finish", session: name });
  if (key.text !== "c") return undefined;
  const running = session.commands.filter((command) => command.type === "exec" && !isTerminal(command.state));
  const chosen =
    model.open !== undefined && model.tab === "commands"
      ? running.filter((command) => command.id === model.command)
      : running;
  if (chosen.length === 0)
    return { model: { ...model, message: { text: "nothing to cancel: no such command waits or runs", bad: false } } };
  const what = chosen.length === 1 ? `${chosen[0]?.id} (${chosen[0]?.title})` : `all ${chosen.length} commands`;
  return confirm(model, `Cancel ${what} in ${name}?`, {
    do: "cancel",
    session: name,
    ids: chosen.map((command) => command.id),
  });
}

function confirm(model: Model, question: string, effect: Effect): Outcome {
  return { model: { ...model, dialog: { kind: "confirm", question, effect } } };
}

function pressInTable(model: Model, key: Key): Outcome {
  if (key.text === "q") return { model, effect: { do: "quit" } };
  if (key.text === "/") return { model: { ...model, dialog: { kind: "filter", text: model.filter } } };
  if (key.name === "escape") return { model: reselected({ ...model, filter: "" }) };
  if (key.text === "o")
    return { model: { ...model, sort: SORTS[(SORTS.indexOf(model.sort) + 1) % SORTS.length] ?? "need" } };
  if (key.name === "enter" || key.name === "right") {
    return {
      model:
        model.selected === undefined
          ? model
          : { ...model, open: model.selected, chosen: true, tab: "overview", scroll: 0 },
    };
  }
  const rows = visibleSessions(model);
  const name = rows[moved(key, selectedIndex(model), rows.length)]?.name;
  if (name === undefined) return { model };
  const { command: _, ...rest } = model;
  return { model: { ...(name === model.selected ? model : rest), selected: name, chosen: true } };
}

/** Keeps the selection on a row that is shown. */
function reselected(model: Model): Model {
  const rows = visibleSessions(model);
  if (rows.some((view) => view.name === model.selected)) return model;
  const { selected: _, ...rest } = model;
  return rows[0] === undefined ? rest : { ...rest, selected: rows[0].name };
}

function pressInSession(model: Model, key: Key): Outcome {
  if (key.text === "q" || key.name === "escape" || (key.name === "left" && model.tab === "overview")) {
    const { open: _, command: __, ...rest } = model;
    return { model: { ...rest, scroll: 0 } };
  }
  const at = TABS.indexOf(model.tab);
  const tab =
    key.name === "tab" || key.name === "right"
      ? TABS[(at + 1) % TABS.length]
      : key.name === "left"
        ? TABS[at - 1]
        : TABS[Number(key.text) - 1];
  if (tab !== undefined && tab !== model.tab) return { model: withCommand({ ...model, tab, scroll: 0 }) };
  if (model.tab === "commands") return { model: pressInCommands(model, key) };
  return { model: { ...model, scroll: scrolled(key, model.scroll) } };
}

function pressInCommands(model: Model, key: Key): Model {
  if (key.name === "pageUp" || key.name === "pageDown") return { ...model, scroll: scrolled(key, model.scroll) };
  const ids = inOrder(currentSession(model)?.commands ?? []).map((command) => command.id);
  const id = ids[moved(key, ids.indexOf(model.command ?? ""), ids.length)];
  return id === undefined || id === model.command ? model : { ...model, command: id, scroll: 0 };
}

/** Selects the newest command where none is selected. */
function withCommand(model: Model): Model {
  const commands = inOrder(currentSession(model)?.commands ?? []);
  if (model.tab !== "commands" || model.command !== undefined) return model;
  const newest = commands.at(-1);
  return newest === undefined ? model : { ...model, command: newest.id };
}

function moved(key: Key, index: number, count: number): number {
  const to =
    key.name === "up" || key.text === "k"
      ? index - 1
      : key.name === "down" || key.text === "j"
        ? index + 1
        : key.name === "pageUp"
          ? index - PAGE
          : key.name === "pageDown"
            ? index + PAGE
            : key.text === "g"
              ? 0
              : key.text === "G"
                ? count - 1
                : index;
  return Math.max(0, Math.min(count - 1, to));
}

function scrolled(key: Key, scroll: number): number {
  const by =
    key.name === "up" || key.text === "k"
      ? 1
      : key.name === "down" || key.text === "j"
        ? -1
        : key.name === "pageUp"
          ? PAGE
          : key.name === "pageDown"
            ? -PAGE
            : 0;
  return key.text === "G" ? 0 : Math.max(0, scroll + by);
}
