// What a long piece of work is doing: on a terminal one line with a spinner, and with a bar, rate and time left where the total is known;
// plain lines without a terminal; nothing when quiet.

import { formatBytes, formatDuration, progressBar, progressShare } from "@para-docker/host/format";
import { sanitizeText } from "@para-docker/protocol";
import type { App } from "../app.js";
import { createMeter } from "./meter.js";
import { oneLine } from "./safe-text.js";
import { fit, fitPainted, width } from "./width.js";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MS = 100;
const BAR = 20;
/** Without a terminal, how far it has got is told so often, and first after so long. */
const PLAIN_MS = 10_000;
const CLEAR = "\r\x1b[2K";

/** How far something has got. */
export interface Amount {
  done: number;
  /** 0: not known. */
  total: number;
  unit: "bytes" | "count";
  /** What it is at, in words. */
  message?: string | undefined;
}

/** Tells the steps of one piece of work on standard error. */
export interface Steps {
  /** The step that begins now. With `tell` false it is told without a terminal only together with how far it has got. */
  step(words: string, tell?: boolean): void;
  /** How far the step has got, as often as one likes. */
  progress(amount: Amount): void;
  /** Takes the line away until the next word: before anything else is written, and at the end. */
  done(): void;
}

/** Steps for `app`; with `quiet` nothing is shown. */
export function createSteps(app: App, quiet: boolean): Steps {
  if (quiet) return { step: () => undefined, progress: () => undefined, done: () => undefined };
  return isLive(app) ? liveSteps(app) : plainSteps(app);
}

/** Whether standard error is a terminal that can take a line back. */
export function isLive({ stderr, env }: App): boolean {
  return stderr.isTTY === true && env.TERM !== "dumb";
}

function liveSteps(app: App): Steps {
  const { cyan } = app.errorStyle;
  let words = "";
  let measured = measure();
  let frame = 0;
  let timer: NodeJS.Timeout | undefined;
  const draw = () => {
    const columns = (app.stderr.columns ?? 80) - 1;
    const spinner = cyan(FRAMES[frame % FRAMES.length] ?? "");
    app.stderr.write(`${CLEAR}${fitPainted(`${spinner} ${measured.line(words, columns - 2, cyan)}`, columns)}`);
  };
  const show = () => {
    if (timer !== undefined) return;
    timer = setInterval(() => {
      frame += 1;
      draw();
    }, FRAME_MS);
    timer.unref();
    draw();
  };
  return {
    step(text) {
      words = oneLine(sanitizeText(text));
      measured = measure();
      show();
      draw();
    },
    progress(amount) {
      measured.see(amount);
      show();
    },
    done() {
      if (timer === undefined) return;
      clearInterval(timer);
      timer = undefined;
      app.stderr.write(CLEAR);
    },
  };
}

function plainSteps(app: App): Steps {
  let words = "";
  let measured = measure();
  let toldAt = performance.now();
  return {
    step(text, tell = true) {
      words = oneLine(sanitizeText(text));
      measured = measure();
      toldAt = performance.now();
      if (tell) app.note(words);
    },
    progress(amount) {
      measured.see(amount);
      if (performance.now() - toldAt < PLAIN_MS) return;
      toldAt = performance.now();
      app.note(measured.line(words));
    },
    done: () => undefined,
  };
}

/** One step's amounts, and the line that tells them. */
function measure() {
  const meter = createMeter();
  let amount: Amount | undefined;
  return {
    see(next: Amount) {
      amount = next;
      meter.see(next.done, next.total, performance.now());
    },
    /** The words of the step and how far it has got; with `columns` no wider, and with a bar. */
    line(words: string, columns?: number, paint: (text: string) => string = (text) => text): string {
      if (amount === undefined) return columns === undefined ? words : fit(words, columns);
      const { done, total, unit } = amount;
      const now = performance.now();
      const share = progressShare({ current: done, total });
      const format = unit === "bytes" ? formatBytes : formatCount;
      const rate = meter.rate(now);
      const left = share === 1 ? undefined : meter.left(now);
      const facts = [
        share === undefined ? `${format(done)} done` : `${Math.floor(share * 100)}%`,
        share === undefined ? "" : `${format(done)}/${format(total)}`,
        rate === undefined ? "" : `${format(rate)}/s`,
        share === undefined || left === undefined ? "" : `${formatDuration(Math.max(1000, left))} left`,
      ].filter(Boolean);
      const message = oneLine(sanitizeText(amount.message ?? ""));
      if (columns === undefined) return [`${words}:`, facts.join(", "), message].filter(Boolean).join(" ");
      const rest = [fit(words, columns), ...facts].join("  ");
      const bar = share === undefined ? [] : [paint(progressBar(share, barColumns(columns - width(rest) - 2)))];
      const begin = [fit(words, columns), ...bar, ...facts].join("  ");
      const room = columns - width(begin) - 2;
      return message === "" || room < 8 ? begin : `${begin}  ${fit(message, room)}`;
    },
  };
}

/** A bar gives way before words and numbers do. */
function barColumns(room: number): number {
  return Math.max(4, Math.min(BAR, room));
}

/** `7`, `0.25`, `1.5`, `12`: as many digits as tell something. */
function formatCount(value: number): string {
  if (Number.isInteger(value) || value >= 10) return String(Math.round(value));
  return value.toFixed(value < 1 ? 2 : 1);
}
