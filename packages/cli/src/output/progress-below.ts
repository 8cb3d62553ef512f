// How far a session says it has got, on the line below the output of a command that runs in it: only on a terminal, only while the output
// rests, and only what changes while the command runs.
import type { Session, SessionView } from "@para-docker/host";
import type { App } from "../app.js";
import { sessionProgress } from "./session-progress.js";
import { createSteps } from "./steps.js";

/** Commands that end sooner show nothing, and cost nothing. */
const LONG_MS = 2_000;
/** Output has to rest for so long. */
const RESTS_MS = 1_000;
const LOOK_MS = 250;

/** A line below output. */
export interface ProgressBelow {
  /** Before `text` is written to the terminal: the line goes. */
  writes(text: string): void;
  /** It goes for good; the session is no longer read when this resolves. */
  close(): Promise<void>;
}

/** The line for a command that begins now in `session`. */
export function progressBelow(app: App, session: Session): ProgressBelow {
  const abort = new AbortController();
  const progress = sessionProgress(createSteps(app, false), session.name);
  let atLineStart = true;
  let writtenAt = performance.now();
  let first: string | undefined;
  let latest: SessionView | undefined;
  let following: Promise<void> | undefined;
  let looking: NodeJS.Timeout | undefined;

  const follow = async () => {
    for await (const view of session.watch(abort.signal)) {
      const said = JSON.stringify([view.status?.phase, view.status?.progress]);
      first ??= said;
      latest = said === first && latest === undefined ? undefined : view;
    }
  };
  const begin = () => {
    // What cannot be looked at is for the command's follower to tell.
    following = follow().catch(() => undefined);
    looking = setInterval(() => {
      if (latest !== undefined && atLineStart && performance.now() - writtenAt > RESTS_MS) progress.show(latest);
    }, LOOK_MS);
  };
  const waiting = setTimeout(begin, LONG_MS);
  return {
    writes(text) {
      progress.done();
      atLineStart = text.endsWith("\n");
      writtenAt = performance.now();
    },
    async close() {
      clearTimeout(waiting);
      clearInterval(looking);
      abort.abort();
      await following;
      progress.done();
    },
  };
}
