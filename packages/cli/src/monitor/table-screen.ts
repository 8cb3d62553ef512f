// The monitor's first screen: a row for each session, those that need a person first, and what the selected one says.
import type { SessionView } from "@para-docker/host";
import { formatAge, formatBytes, formatProgress, progressBar, progressShare } from "@para-docker/host/format";
import { oneLine } from "../output/safe-text.js";
import { healthOf, messageOf, moodPaint, needMark, stateWords, wordPaint } from "../output/session-words.js";
import { sparkline } from "../output/sparkline.js";
import type { Style } from "../output/style.js";
import { fit, pad, width } from "../output/width.js";
import { type Model, selectedIndex, type Usage, visibleSessions } from "./model.js";

/** A column: its heading, its width, and the fewest columns of the terminal with which it is shown. */
interface MonitorColumn {
  title: string;
  width: number;
  from: number;
  cell(view: SessionView, usage: Usage, now: number, style: Style): { text: string; paint?: (text: string) => string };
}

const BAR = 10;
const SPARK = 8;
/** Lines under the table for what the selected session says. */
const DETAILS = 3;

/** The session column takes what the others leave. */
const NAME_LEAST = 12;

const COLUMNS: MonitorColumn[] = [
  { title: "STATE", width: 13, from: 0, cell: (view, _, __, style) => stateCell(view, style) },
  { title: "HEALTH", width: 9, from: 70, cell: (view, _, __, style) => healthCell(view, style) },
  { title: "PHASE", width: 12, from: 64, cell: (view) => ({ text: view.status?.phase ?? "" }) },
  {
    title: "PROGRESS",
    width: BAR + 5,
    from: 54,
    cell: (view, _, __, style) => ({ text: progressText(view), paint: style.cyan }),
  },
  { title: "SERVICES", width: 10, from: 112, cell: (view, _, __, style) => servicesCell(view, style) },
  { title: "CPU", width: 4, from: 80, cell: (view) => ({ text: percentText(view.metrics?.cpu?.percent) }) },
  {
    title: "",
    width: SPARK,
    from: 100,
    cell: (_, usage, __, style) => ({ text: sparkline(usage.cpu, SPARK, 100), paint: style.green }),
  },
  {
    title: "MEM",
    width: 7,
    from: 92,
    cell: (view) => ({ text: view.metrics?.memory === undefined ? "" : formatBytes(view.metrics.memory.used_bytes) }),
  },
  {
    title: "",
    width: SPARK,
    from: 124,
    cell: (_, usage, __, style) => ({ text: sparkline(usage.memory, SPARK), paint: style.blue }),
  },
  { title: "RUNNING", width: 20, from: 136, cell: (view) => ({ text: runningText(view) }) },
  {
    title: "AGE",
    width: 4,
    from: 0,
    cell: (view, _, now, style) => ({
      text: formatAge(view.metadata?.started_at ?? view.metadata?.created_at, now),
      paint: style.dim,
    }),
  },
];

/** The lines of the table screen: exactly `rows`. */
export function tableScreen(model: Model, style: Style, now: number, columns: number, rows: number): string[] {
  const sessions = visibleSessions(model);
  const shown = COLUMNS.filter((column) => column.from <= columns);
  const taken = shown.reduce((sum, column) => sum + column.width + 1, 0);
  const nameWidth = Math.max(NAME_LEAST, columns - taken - 3);
  const heading = `   ${pad("SESSION", nameWidth)} ${shown.map((column) => pad(column.title, column.width)).join(" ")}`;

  const room = Math.max(1, rows - 1 - DETAILS - 1);
  const selected = selectedIndex(model);
  const first = Math.max(0, Math.min(selected - Math.floor(room / 2), sessions.length - room));
  const lines = [style.dim(fit(heading, columns))];
  for (const [i, view] of sessions.slice(first, first + room).entries()) {
    lines.push(row(view, first + i === selected, model, shown, nameWidth, style, now));
  }
  if (sessions.length === 0) lines.push(emptyText(model));
  while (lines.length < rows - DETAILS - 1) lines.push("");
  const left = sessions.length - first - room;
  lines.push(style.dim(left > 0 ? `   ${left} more below` : first > 0 ? `   ${first} above` : ""));
  return [...lines, ...details(sessions[selected], style, now, columns)].slice(0, rows);
}

function row(
  view: SessionView,
  selected: boolean,
  model: Model,
  shown: MonitorColumn[],
  nameWidth: number,
  style: Style,
  now: number,
): string {
  const usage = model.usage.get(view.name) ?? { cpu: [], memory: [] };
  const need = needMark(view, style);
  const mark = `${selected ? style.cyan("›") : " "}${need.paint?.(need.text) ?? " "} `;
  const name = pad(fit(view.name, nameWidth), nameWidth);
  const cells = shown.map((column) => {
    const { text, paint } = column.cell(view, usage, now, style);
    const fitted = fit(text, column.width);
    return pad(paint === undefined ? fitted : paint(fitted), column.width);
  });
  return `${mark}${selected ? style.bold(name) : name} ${cells.join(" ")}`;
}

function emptyText(model: Model): string {
  if (model.filter !== "") return `   No session matches ${model.filter}. esc shows all.`;
  return "   No sessions. Start one: para-docker start NAME --image IMAGE";
}

function details(view: SessionView | undefined, style: Style, now: number, columns: number): string[] {
  if (view === undefined) return ["", "", ""];
  const message = messageOf(view);
  const fault = view.status?.errors?.at(-1);
  const warning = view.status?.warnings?.at(-1);
  const lines = [
    message.text === ""
      ? ""
      : moodPaint(message.mood === "quiet" ? "good" : message.mood, style)(fit(` ${oneLine(message.text)}`, columns)),
    fault === undefined || fault.message === message.text
      ? ""
      : style.red(fit(` error ${formatAge(fault.timestamp, now)} ago: ${oneLine(fault.message)}`, columns)),
    warning === undefined
      ? ""
      : style.yellow(fit(` warning ${formatAge(warning.timestamp, now)} ago: ${oneLine(warning.message)}`, columns)),
  ].filter((line) => width(line) > 0);
  return [...lines, "", "", ""].slice(0, DETAILS);
}

function stateCell(view: SessionView, style: Style) {
  const { text, mood } = stateWords(view);
  return { text, paint: moodPaint(mood, style) };
}

function healthCell(view: SessionView, style: Style) {
  const health = healthOf(view) ?? "";
  return { text: health === "unknown" ? "" : health, paint: wordPaint(health, style) };
}

function progressText(view: SessionView): string {
  const progress = view.status?.progress;
  if (progress === undefined) return "";
  const share = progressShare(progress);
  return share === undefined ? formatProgress(progress) : `${progressBar(share, BAR)} ${formatProgress(progress)}`;
}

function servicesCell(view: SessionView, style: Style) {
  const states = Object.values(view.status?.services ?? {});
  if (states.length === 0) return { text: "" };
  const up = states.filter((state) => state === "running").length;
  return {
    text: `${up}/${states.length} up`,
    paint: states.includes("error") ? style.red : up === states.length ? style.green : style.yellow,
  };
}

function percentText(percent: number | undefined): string {
  return percent === undefined ? "" : `${Math.round(percent)}%`;
}

function runningText(view: SessionView): string {
  const running = view.commands.filter((command) => command.state === "running");
  const more = running.length > 1 ? ` +${running.length - 1}` : "";
  return running[0] === undefined ? "" : `${running[0].title}${more}`;
}
