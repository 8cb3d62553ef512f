// The monitor's screen of one session: what `status` shows, its commands with live output, its logs.
import type { SessionView } from "@para-docker/host";
import { formatAge, formatMoment } from "@para-docker/host/format";
import { commandTitle, inOrder, paintState, shortEnd } from "../output/command-words.js";
import { oneLine } from "../output/safe-text.js";
import { sparkline } from "../output/sparkline.js";
import { statusLines } from "../output/status-lines.js";
import type { Style } from "../output/style.js";
import { table } from "../output/table.js";
import { fit } from "../output/width.js";
import { type Model, TABS } from "./model.js";

/** The lines of a session's screen: exactly `rows`. */
export function sessionScreen(
  model: Model,
  view: SessionView,
  style: Style,
  now: number,
  columns: number,
  rows: number,
): string[] {
  const tabs = TABS.map((tab, i) =>
    // In brackets, too: there may be no colours.
    tab === model.tab ? style.inverse(`[${i + 1} ${tab}]`) : style.dim(` ${i + 1} ${tab} `),
  ).join(" ");
  const body = { overview, commands, logs }[model.tab](model, view, style, now, columns, rows - 2);
  const lines = [`${style.bold(` ${fit(view.name, columns - 45)}`)}  ${tabs}`, "", ...body];
  while (lines.length < rows) lines.push("");
  return lines.slice(0, rows);
}

function overview(model: Model, view: SessionView, style: Style, now: number, columns: number, rows: number): string[] {
  const usage = model.usage.get(view.name);
  const lines = statusLines(view, style, now, columns - 1);
  if (usage !== undefined && usage.cpu.length > 1) {
    lines.splice(
      1,
      0,
      `${style.dim("cpu        ")}${style.green(sparkline(usage.cpu, 32, 100))}`,
      `${style.dim("memory     ")}${style.blue(sparkline(usage.memory, 32))}`,
    );
  }
  return window(lines, Math.max(0, lines.length - rows - model.scroll), rows).map((line) => ` ${line}`);
}

function commands(model: Model, view: SessionView, style: Style, now: number, columns: number, rows: number): string[] {
  const all = inOrder(view.commands);
  if (all.length === 0) return [" No command yet. e runs one."];
  const room = Math.max(3, Math.floor(rows / 2));
  const at = Math.max(
    0,
    all.findIndex((command) => command.id === model.command),
  );
  const first = Math.max(0, Math.min(at - Math.floor(room / 2), all.length - (room - 1)));
  const shown = all.slice(first, first + room - 1);
  const cells = shown.map((command) => [
    { text: command.id === model.command ? "›" : " ", paint: style.cyan },
    { text: command.id },
    { text: command.state, paint: paintState(command.state, style) },
    { text: shortEnd(command) },
    { text: formatAge(command.enqueued_at, now), paint: style.dim },
    { text: commandTitle(command) },
  ]);
  const titles = [
    { title: " " },
    { title: "COMMAND", least: 8 },
    { title: "STATE" },
    { title: "END" },
    { title: "AGE" },
    { title: "WORDS", least: 10 },
  ];
  const list = table(titles, cells, style, columns - 1);
  const output = model.output.map((line) =>
    line.stream === "stderr" ? style.yellow(fit(line.text, columns - 2)) : fit(line.text, columns - 2),
  );
  const outputRows = rows - list.length - 1;
  const from = Math.max(0, output.length - outputRows - model.scroll);
  const title = style.dim(` ── output of ${model.command ?? ""} ${model.output.length === 0 ? "(nothing yet) " : ""}`);
  return [...list, title, ...window(output, from, outputRows).map((line) => ` ${line}`)];
}

function logs(model: Model, _: SessionView, style: Style, now: number, columns: number, rows: number): string[] {
  if (model.logs.length === 0) return [" The agent has logged nothing yet."];
  const from = Math.max(0, model.logs.length - rows - model.scroll);
  return window(model.logs, from, rows).map((record) => {
    const paint =
      { debug: style.dim, info: style.cyan, warn: style.yellow, error: style.red }[record.level] ?? style.dim;
    const rest = oneLine([record.event, record.command_id, record.code, record.message].filter(Boolean).join(" "));
    return ` ${style.dim(formatMoment(record.timestamp, now))} ${paint(record.level.padEnd(5))} ${fit(rest, columns - 18)}`;
  });
}

function window<T>(items: T[], from: number, count: number): T[] {
  return items.slice(from, from + Math.max(0, count));
}
