// What a long piece of work is doing: a spinner with its step on a terminal, plain lines without one, nothing when quiet.

import { sanitizeText } from "@para-docker/protocol";
import type { App } from "../app.js";
import { fit } from "./width.js";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MS = 100;

/** Tells the steps of one piece of work on standard error. */
export interface Steps {
  /** The step that begins now. */
  step(words: string): void;
  /** Takes the spinner away: before anything else is written, and at the end. */
  done(): void;
}

/** Steps for `app`; with `quiet` nothing is shown. */
export function createSteps(app: App, quiet: boolean): Steps {
  if (quiet) return { step: () => undefined, done: () => undefined };
  if (!app.stderr.isTTY || app.env.TERM === "dumb") {
    return { step: (words) => app.note(sanitizeText(words)), done: () => undefined };
  }
  let current = "";
  let frame = 0;
  let timer: NodeJS.Timeout | undefined;
  const draw = () => {
    const columns = (app.stderr.columns ?? 80) - 3;
    const spinner = app.errorStyle.cyan(FRAMES[frame % FRAMES.length] ?? "");
    frame += 1;
    app.stderr.write(`\r\x1b[2K${spinner} ${fit(current, columns)}`);
  };
  return {
    step(words) {
      current = sanitizeText(words);
      if (timer === undefined) {
        timer = setInterval(draw, FRAME_MS);
        timer.unref();
      }
      draw();
    },
    done() {
      if (timer === undefined) return;
      clearInterval(timer);
      timer = undefined;
      app.stderr.write("\r\x1b[2K");
    },
  };
}
