// A session in words: what its state is called, what colour it has, which sessions come first.
import type { SessionView } from "@para-docker/host";
import { formatAge, formatProgress } from "./format.js";
import { oneLine } from "./safe-text.js";
import type { Style } from "./style.js";
import type { Cell } from "./table.js";

/** How a session is: it `calls` for a person, it is `bad`, `doubtful`, `good`, or `quiet`: over, paused, being finished. */
export type Mood = "calls" | "bad" | "doubtful" | "good" | "quiet";

/** The state of a session in a word or two: freshness first, since an old status tells nothing. */
export function stateWords(view: SessionView): { text: string; mood: Mood } {
  const status = view.status?.status;
  if (view.finishing) return { text: "finishing", mood: "quiet" };
  switch (view.freshness) {
    case "exited": {
      const code = view.exit?.code;
      if (status === "stopped" && (code === undefined || code === 0)) return { text: "stopped", mood: "quiet" };
      return {
        text: view.exit?.oomKilled ? "out of memory" : code === undefined ? "exited" : `exited ${code}`,
        mood: "bad",
      };
    }
    case "lost":
      return status === undefined ? { text: "not reported", mood: "doubtful" } : { text: "lost", mood: "bad" };
    case "stale":
      return { text: `${status ?? "unknown"}, stale`, mood: "doubtful" };
    case "paused":
      return { text: "paused", mood: "quiet" };
    default:
      if (status === undefined) return { text: "not reported", mood: "doubtful" };
      if (status === "error") return { text: status, mood: "bad" };
      return {
        text: status,
        mood: status === "running" ? "good" : status === "paused" || status === "stopped" ? "quiet" : "doubtful",
      };
  }
}

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

/** Whether the session asks for a person. */
export function callsForPerson(view: SessionView): boolean {
  return view.status?.attention?.required === true && view.freshness !== "exited";
}

/** Order of sessions for a person: those that call, those in trouble, the working ones, those that are over; then by name. */
export function byNeed(a: SessionView, b: SessionView): number {
  return rank(a) - rank(b) || (a.name < b.name ? -1 : 1);
}

function rank(view: SessionView): number {
  if (callsForPerson(view)) return 0;
  if (view.status?.health === "unhealthy" && view.freshness !== "exited") return 1;
  return { calls: 0, bad: 1, doubtful: 2, good: 3, quiet: 4 }[stateWords(view).mood];
}

/** What is worth saying of a session in one line: what it needs, what it does, what went wrong. */
export function messageOf(view: SessionView): { text: string; mood: Mood } {
  const message = wholeMessageOf(view);
  return { ...message, text: oneLine(message.text) };
}

function wholeMessageOf(view: SessionView): { text: string; mood: Mood } {
  const { status } = view;
  if (callsForPerson(view)) return { text: status?.attention?.reason ?? "needs a person", mood: "calls" };
  const problem = view.problems[0];
  if (problem !== undefined) return { text: `${problem.code}: ${problem.message}`, mood: "bad" };
  if (view.freshness === "exited") return { text: view.exit?.error ?? "", mood: "bad" };
  const fault = status?.errors?.at(-1);
  if (fault !== undefined) return { text: fault.message, mood: "bad" };
  return { text: status?.progress?.message ?? "", mood: "quiet" };
}

/** The row of a session in the table of `list`. */
export function sessionRow(view: SessionView, style: Style, now: number): Cell[] {
  const state = stateWords(view);
  const health = view.status?.health ?? "";
  const message = messageOf(view);
  const open = view.commands.filter((command) => command.state === "running");
  return [
    { text: callsForPerson(view) ? "!" : "", paint: style.magenta },
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
