// How far a session says it has got, shown while somebody waits for it.
import type { Session, SessionView } from "@para-docker/host";
import type { Steps } from "./steps.js";

/** Shows one session's progress. */
export interface SessionProgress {
  show(view: SessionView): void;
  /** Takes it away, before anything else is written and at the end. */
  done(): void;
}

/** The progress of the session `name`, on `steps`. */
export function sessionProgress(steps: Steps, name: string): SessionProgress {
  let words = "";
  return {
    show({ status }) {
      const next = status?.phase ? `${name}: ${status.phase}` : `waiting for ${name}`;
      if (next !== words) steps.step(next, false);
      words = next;
      if (status?.progress === undefined) return;
      const { current: done, total, message } = status.progress;
      steps.progress({ done, total, unit: "count", message });
    },
    done: () => steps.done(),
  };
}

/** Does `work` while the progress of `session` is shown, if it is to be; it is no longer read when this resolves. */
export async function watching<T>(
  session: Session,
  progress: SessionProgress | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (progress === undefined) return work();
  const abort = new AbortController();
  const shown = (async () => {
    for await (const view of session.watch(abort.signal)) progress.show(view);
    // What cannot be looked at is for the work to find out.
  })().catch(() => undefined);
  try {
    return await work();
  } finally {
    abort.abort();
    await shown;
    progress.done();
  }
}
