// What the monitor knows and shows: sessions, what is selected, which dialog is open. Plain data; keys and news make a new one.
import type { SessionView } from "@para-docker/host";
import type { LogRecord } from "@para-docker/protocol";
import { byNeed, healthOf } from "../output/session-words.js";

/** Orders of the table, in the order in which a key goes through them. */
export const SORTS = ["need", "name", "cpu", "memory", "age"] as const;
export type Sort = (typeof SORTS)[number];

/** Tabs of one session's screen. */
export const TABS = ["overview", "commands", "logs"] as const;
export type Tab = (typeof TABS)[number];

/** Something to do that people confirm or that needs words: a dialog over the last lines. */
export type Dialog =
  | { kind: "help" }
  | { kind: "filter"; text: string }
  | { kind: "exec"; session: string; text: string }
  | { kind: "signal"; session: string; text: string }
  | { kind: "confirm"; question: string; effect: Effect };

/** What the monitor does to sessions; the controller carries it out. */
export type Effect =
  | { do: "exec"; session: string; line: string }
  | { do: "signal"; session: string; signal: string }
  | { do: "cancel"; session: string; ids: string[] }
  | { do: "finish"; session: string }
  | { do: "quit" };

/** Use of resources over the last samples, oldest first. */
export interface Usage {
  cpu: number[];
  memory: number[];
}

/** Samples kept for a sparkline. */
const SAMPLES = 32;

/** The whole of it. */
export interface Model {
  sessions: SessionView[];
  usage: Map<string, Usage>;
  /** Name of the selected session: the selection sticks to it, wherever the sort puts it. */
  selected?: string;
  /** Whether a person chose it; else the first row is selected, whichever that is. */
  chosen: boolean;
  /** The session whose screen is open; none: the table. */
  open?: string;
  tab: Tab;
  /** Id of the selected command in the open session. */
  command?: string;
  /** Lines scrolled back from the end in logs and output. */
  scroll: number;
  logs: LogRecord[];
  /** Lines of the selected command's output, the latest. */
  output: OutputLine[];
  filter: string;
  sort: Sort;
  dialog?: Dialog;
  /** The last thing that was done or went wrong, until the next key. */
  message?: { text: string; bad: boolean };
  /** Why the feed is silent, if it is. */
  trouble?: string;
}

/** One line of a command's output, already safe. */
export interface OutputLine {
  stream: "stdout" | "stderr";
  text: string;
}

/** The model before the first news. */
export function emptyModel(): Model {
  return {
    sessions: [],
    usage: new Map(),
    chosen: false,
    tab: "overview",
    scroll: 0,
    logs: [],
    output: [],
    filter: "",
    sort: "need",
  };
}

/** The model after news of all sessions: the selection stays where it is if its session does. */
export function withSessions(model: Model, sessions: SessionView[]): Model {
  const usage = new Map<string, Usage>();
  for (const view of sessions) usage.set(view.name, sampled(model.usage.get(view.name), view, model.sessions));
  const next: Model = { ...model, sessions, usage };
  const rows = visibleSessions(next);
  if (!model.chosen) select(next, rows[0]?.name);
  else if (!rows.some((view) => view.name === next.selected))
    select(next, rows[Math.min(selectedIndex(model), rows.length - 1)]?.name);
  const open = sessions.find((view) => view.name === next.open);
  if (next.open !== undefined && open === undefined) {
    next.message = { text: `${next.open} is gone`, bad: false };
    delete next.open;
  }
  return next;
}

function select(model: Model, name: string | undefined): void {
  if (name === undefined) delete model.selected;
  else model.selected = name;
}

/** One sample more, where the metrics are new. */
function sampled(usage: Usage | undefined, view: SessionView, before: SessionView[]): Usage {
  const known = usage ?? { cpu: [], memory: [] };
  const { metrics } = view;
  if (metrics === undefined || before.find((each) => each.name === view.name)?.metrics?.timestamp === metrics.timestamp)
    return known;
  return {
    cpu: [...known.cpu, metrics.cpu?.percent ?? 0].slice(-SAMPLES),
    memory: [...known.memory, metrics.memory?.used_bytes ?? 0].slice(-SAMPLES),
  };
}

/** The sessions of the table: those that the filter lets through, in the order of the sort. */
export function visibleSessions(model: Model): SessionView[] {
  const words = model.filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = model.sessions.filter((view) => {
    const text = [view.name, view.status?.status, view.freshness, healthOf(view), view.status?.phase]
      .join(" ")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return shown.sort(COMPARE[model.sort]);
}

const byName = (a: SessionView, b: SessionView) => (a.name < b.name ? -1 : 1);

const COMPARE: Record<Sort, (a: SessionView, b: SessionView) => number> = {
  need: byNeed,
  name: byName,
  cpu: (a, b) => (b.metrics?.cpu?.percent ?? -1) - (a.metrics?.cpu?.percent ?? -1) || byName(a, b),
  memory: (a, b) => (b.metrics?.memory?.used_bytes ?? -1) - (a.metrics?.memory?.used_bytes ?? -1) || byName(a, b),
  age: (a, b) => (startOf(b) < startOf(a) ? -1 : startOf(b) > startOf(a) ? 1 : byName(a, b)),
};

function startOf(view: SessionView): string {
  return view.metadata?.started_at ?? view.metadata?.created_at ?? "";
}

/** Row of the selected session; 0 where there is none. */
export function selectedIndex(model: Model): number {
  return Math.max(
    0,
    visibleSessions(model).findIndex((view) => view.name === model.selected),
  );
}

/** The open session, else the selected one. */
export function currentSession(model: Model): SessionView | undefined {
  const name = model.open ?? model.selected;
  return model.sessions.find((view) => view.name === name);
}
