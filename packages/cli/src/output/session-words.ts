// A session on a terminal: the colours of the host's words for it, and its row in the table.
import { healthOf, type Mood, messageOf, needOf, type SessionView, stateWords } from "@para-docker/host";
import { formatAge, formatProgress } from "@para-docker/host/format";
import type { Style } from "./style.js";
import type { Cell } from "./table.js";

export { byNeed, callsForPerson, healthOf, messageOf, needOf, stateWords } from "@para-docker/host";

/** The colour of a mood. */
export function moodPaint(mood: Mood, style: Style): (text: string) => string {
  return { calls: style.magenta, bad: style.red, doubtful: style.yellow, good: style.green, quiet: style.dim }[mood];
}

/** The colour of a health or of a service's state. */
export function wordPaint(word: string, style: Style): (text: string) => string {
  if (word === "healthy" || word === "running") return style.green;
  if (word === "unhealthy" || word === "error") return style.red;
  if (word === "starting" || word === "stopping") return style.yellow;
  return style.dim;
}

/** What a person looks for first: `!` who needs one, `✗` where something has failed. */
export function needMark(view: SessionView, style: Style): Cell {
  return (
    [
      { text: "!", paint: style.magenta },
      { text: "✗", paint: style.red },
    ][needOf(view)] ?? { text: "" }
  );
}

/** The row of a session in the table of `list`. */
export function sessionRow(view: SessionView, style: Style, now: number): Cell[] {
  const state = stateWords(view);
  const health = healthOf(view) ?? "";
  const message = messageOf(view);
  const open = view.commands.filter((command) => command.state === "running");
  return [
    needMark(view, style),
    { text: view.name, paint: style.bold },
    { text: state.text, paint: moodPaint(state.mood, style) },
    { text: health === "unknown" ? "" : health, paint: wordPaint(health, style) },
    { text: view.status?.phase ?? "" },
    { text: view.status?.progress === undefined ? "" : formatProgress(view.status.progress) },
    { text: open.length === 0 ? "" : String(open.length) },
    { text: formatAge(view.metadata?.started_at ?? view.metadata?.created_at, now), paint: style.dim },
    { text: message.text, paint: moodPaint(message.mood, style) },
  ];
}

/** The columns of {@link sessionRow}. */
export const SESSION_COLUMNS = [
  { title: "" },
  { title: "SESSION", least: 8 },
  { title: "STATE", least: 8 },
  { title: "HEALTH" },
  { title: "PHASE", least: 6 },
  { title: "DONE" },
  { title: "RUNS" },
  { title: "AGE" },
  { title: "MESSAGE", least: 10 },
];
