// One session for a person, in lines: the state first, then what it does, its services, commands, and what is wrong.
import type { SessionView } from "@para-docker/host";
import {
  formatAge,
  formatBytes,
  formatMoment,
  formatProgress,
  progressBar,
  progressShare,
} from "@para-docker/host/format";
import { isTerminal, type Notice } from "@para-docker/protocol";
import { commandTitle, inOrder, paintState, shortEnd } from "./command-words.js";
import { oneLine } from "./safe-text.js";
import { callsForPerson, healthOf, moodPaint, stateWords, wordPaint } from "./session-words.js";
import type { Style } from "./style.js";
import { table } from "./table.js";
import { fit } from "./width.js";

const LABEL = 11;
const BAR = 24;
/** Ended commands shown, beside all that wait or run. */
const ENDED = 5;
/** Errors and warnings shown: the latest. */
const NOTICES = 5;

/** The lines of `view`; with `columns`, none is longer. */
export function statusLines(view: SessionView, style: Style, now: number, columns?: number): string[] {
  const { status } = view;
  const room = columns === undefined ? Number.POSITIVE_INFINITY : columns - LABEL;
  const lines: string[] = [heading(view, style, now)];
  const add = (label: string, text: string | undefined, paint: (text: string) => string = (each) => each) => {
    if (text) lines.push(`${style.dim(label.padEnd(LABEL))}${paint(fit(oneLine(text), room))}`);
  };
  if (callsForPerson(view)) {
    const since = formatAge(status?.attention?.since, now);
    add(
      "attention",
      `${status?.attention?.reason ?? "a person is needed"}${since === "" ? "" : ` (${since})`}`,
      style.magenta,
    );
  }
  add("phase", status?.phase);
  if (status?.progress !== undefined) add("progress", progressText(status.progress));
  if (view.metadata !== undefined) add("container", containerText(view));
  add("ports", portText(view));
  add("usage", usageText(view));
  const services = Object.entries(status?.services ?? {});
  for (const [i, [name, state]] of services.entries()) {
    lines.push(
      `${style.dim((i === 0 ? "services" : "").padEnd(LABEL))}${fit(name, Math.max(8, room - state.length - 1))} ${wordPaint(state, style)(state)}`,
    );
  }
  for (const [i, problem] of view.problems.entries())
    add(i === 0 ? "problems" : "", `${problem.code}: ${problem.message}`, style.red);
  lines.push(
    ...noticeLines("errors", status?.errors, style.red),
    ...noticeLines("warnings", status?.warnings, style.yellow),
  );
  lines.push(...commandLines(view, style, now, columns));
  return lines;

  function noticeLines(label: string, notices: Notice[] | undefined, paint: (text: string) => string): string[] {
    const shown = (notices ?? []).slice(-NOTICES);
    const left = (notices ?? []).length - shown.length;
    const texts = shown.map((notice) =>
      paint(fit(`${formatMoment(notice.timestamp, now)} ${oneLine(notice.message)}`, room)),
    );
    if (left > 0) texts.unshift(style.dim(`${left} older ones`));
    return texts.map((text, i) => `${style.dim((i === 0 ? label : "").padEnd(LABEL))}${text}`);
  }
}

function heading(view: SessionView, style: Style, now: number): string {
  const state = stateWords(view);
  const health = healthOf(view);
  const words = [style.bold(view.name), moodPaint(state.mood, style)(state.text)];
  if (health !== undefined && health !== "unknown") words.push(wordPaint(health, style)(health));
  const age = formatAge(view.metadata?.started_at ?? view.metadata?.created_at, now);
  if (age !== "" && view.freshness !== "exited") words.push(style.dim(`up ${age}`));
  return words.join("  ");
}

function progressText(progress: { current: number; total: number; message?: string }): string {
  const share = progressShare(progress);
  const count =
    share === undefined
      ? formatProgress(progress)
      : `${progressBar(share, BAR)} ${formatProgress(progress)}  ${progress.current}/${progress.total}`;
  return progress.message ? `${count}  ${oneLine(progress.message)}` : count;
}

function containerText({ metadata, status }: SessionView): string {
  if (metadata === undefined) return "";
  const agent =
    status?.agent === undefined ? `${metadata.agent} agent` : `${status.agent.name} ${status.agent.version}`;
  const where =
    metadata.runtime === "docker"
      ? `${metadata.image ?? "docker"}, ${metadata.container_id.slice(0, 12)}`
      : "none: a process of this machine";
  return `${where}, ${agent}`;
}

function portText({ metadata }: SessionView): string {
  return Object.entries(metadata?.ports ?? {})
    .map(([port, hostPort]) => `127.0.0.1:${hostPort} → ${port}`)
    .join(", ");
}

function usageText({ metrics }: SessionView): string {
  if (metrics === undefined) return "";
  const parts: string[] = [];
  if (metrics.cpu?.percent !== undefined) parts.push(`cpu ${Math.round(metrics.cpu.percent)}%`);
  if (metrics.memory !== undefined) {
    const limit = metrics.memory.limit_bytes;
    parts.push(
      `memory ${formatBytes(metrics.memory.used_bytes)}${limit === undefined ? "" : ` of ${formatBytes(limit)}`}`,
    );
  }
  if (metrics.pids !== undefined) parts.push(`pids ${metrics.pids.current}`);
  if (metrics.network !== undefined)
    parts.push(`network ↓ ${formatBytes(metrics.network.rx_bytes)} ↑ ${formatBytes(metrics.network.tx_bytes)}`);
  return parts.join(" · ");
}

function commandLines(view: SessionView, style: Style, now: number, columns?: number): string[] {
  const all = inOrder(view.commands);
  const ended = all.filter((command) => isTerminal(command.state)).slice(-ENDED);
  const shown = all.filter((command) => !isTerminal(command.state) || ended.includes(command));
  if (shown.length === 0) return [];
  const rows = shown.map((command) => [
    { text: command.id },
    { text: command.state, paint: paintState(command.state, style) },
    { text: shortEnd(command) },
    { text: formatAge(command.enqueued_at, now), paint: style.dim },
    { text: commandTitle(command), paint: style.dim },
  ]);
  const titles = [
    { title: "COMMAND", least: 8 },
    { title: "STATE" },
    { title: "END" },
    { title: "AGE" },
    { title: "WORDS", least: 10 },
  ];
  return ["", ...table(titles, rows, style, columns)];
}
