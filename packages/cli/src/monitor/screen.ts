// The whole screen as lines: a title, the table or a session, a line for dialogs and messages, and the keys.
import { needOf } from "../output/session-words.js";
import type { Style } from "../output/style.js";
import { fit, fitPainted, pad, width } from "../output/width.js";
import { KEY_HELP } from "./keys.js";
import type { Dialog, Model } from "./model.js";
import { sessionScreen } from "./session-screen.js";
import { tableScreen } from "./table-screen.js";

/** Least size that everything fits in. */
const LEAST = { columns: 40, rows: 10 };

/** Size of a terminal. */
export interface Size {
  columns: number;
  rows: number;
}

/** The lines of the screen, none wider than it, one less than it has rows, so that nothing scrolls. */
export function screen(model: Model, style: Style, now: number, { columns, rows }: Size): string[] {
  if (columns < LEAST.columns || rows < LEAST.rows)
    return [fit(`The terminal is too small: ${LEAST.columns}×${LEAST.rows} at least.`, columns)];
  const body = rows - 4;
  const open = model.open === undefined ? undefined : model.sessions.find((view) => view.name === model.open);
  const lines =
    model.dialog?.kind === "help"
      ? helpScreen(style, body)
      : open === undefined
        ? tableScreen(model, style, now, columns, body)
        : sessionScreen(model, open, style, now, columns, body);
  return [
    title(model, style, columns),
    ...lines,
    promptLine(model, style, columns),
    keysLine(model, style, columns),
  ].map((line) => fitPainted(line, columns));
}

function title(model: Model, style: Style, columns: number): string {
  const { sessions } = model;
  const needs = sessions.map(needOf);
  const calling = needs.filter((need) => need === 0).length;
  const bad = needs.filter((need) => need === 1).length;
  const parts = [style.bold("para-docker"), `${sessions.length} session${sessions.length === 1 ? "" : "s"}`];
  if (calling > 0) parts.push(style.magenta(`${calling} need${calling === 1 ? "s" : ""} you`));
  if (bad > 0) parts.push(style.red(`${bad} in trouble`));
  if (model.filter !== "") parts.push(style.cyan(`filter: ${fit(model.filter, 20)}`));
  if (model.sort !== "need") parts.push(style.dim(`by ${model.sort}`));
  const left = ` ${parts.join(style.dim(" · "))}`;
  const trouble =
    model.trouble === undefined ? "" : style.red(fit(model.trouble, Math.max(0, columns - width(left) - 3)));
  return trouble === "" ? left : `${pad(left, columns - width(trouble) - 1)}${trouble}`;
}

function helpScreen(style: Style, rows: number): string[] {
  const lines = [
    "",
    ...KEY_HELP.map(([keys, what]) => `   ${style.bold(pad(keys, 12))} ${what}`),
    "",
    style.dim("   any key closes this"),
  ];
  while (lines.length < rows) lines.push("");
  return lines.slice(0, rows);
}

function promptLine(model: Model, style: Style, columns: number): string {
  const { dialog, message } = model;
  if (dialog !== undefined && dialog.kind !== "help") return promptOf(dialog, style, columns);
  if (message === undefined) return "";
  return (message.bad ? style.red : style.green)(fit(` ${message.text}`, columns));
}

function promptOf(dialog: Exclude<Dialog, { kind: "help" }>, style: Style, columns: number): string {
  if (dialog.kind === "confirm") return ` ${style.yellow(fit(dialog.question, columns - 12))} ${style.bold("[y/N]")}`;
  const label = {
    filter: "filter",
    exec: `run in ${"session" in dialog ? dialog.session : ""}`,
    signal: `signal to ${"session" in dialog ? dialog.session : ""}`,
  }[dialog.kind];
  const room = columns - width(label) - 5;
  // The end of a long text is what is being typed.
  const text = width(dialog.text) > room ? `…${[...dialog.text].slice(-room + 1).join("")}` : dialog.text;
  return ` ${style.bold(label)}: ${text}${style.isColoured ? style.inverse(" ") : "_"}`;
}

function keysLine(model: Model, style: Style, columns: number): string {
  const keys =
    model.dialog !== undefined && model.dialog.kind !== "help"
      ? model.dialog.kind === "confirm"
        ? ["y yes", "any other key no"]
        : ["enter ok", "esc leave"]
      : model.open === undefined
        ? [
            "↑↓ select",
            "enter open",
            "e exec",
            "c cancel",
            "s signal",
            "F finish",
            "/ filter",
            "o order",
            "? help",
            "q quit",
          ]
        : ["tab next", "↑↓ move", "e exec", "c cancel", "s signal", "F finish", "? help", "q back"];
  return style.dim(fit(` ${keys.join("  ")}`, columns));
}
