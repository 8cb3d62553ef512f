// News of all sessions for whoever shows them: the change feed, told together at a bounded rate, and taken up again when it fails.

import { closeDirectory } from "../confined/index.js";
import { isHostError } from "../errors.js";
import { waker } from "../reading/activity.js";
import { openStateRoot, type StateRoot } from "../state-root.js";
import type { SessionView } from "./view.js";
import { type WatchOptions, watchSessions } from "./watch-sessions.js";

/** What the feed tells. */
export interface FeedListener {
  /** Every session as it is now, whenever something changed. The view of one that did not change is the same object as before. */
  sessions(views: SessionView[]): void;
  /** Why there is no news, or not all of it, in a sentence; nothing when there is again. */
  trouble(text: string | undefined): void;
}

/** A feed that goes on until it is closed. */
export interface Feed {
  close(): Promise<void>;
}

/** How a feed tells. */
export interface FeedOptions extends WatchOptions {
  /** Least milliseconds between two tellings. Default 200. */
  tellMs?: number;
}

const TELL_MS = 200;
/** A feed that failed is tried again after so long. */
const AGAIN_MS = 2_000;

/** Follows every session below `root`. */
export function openFeed(root: StateRoot, listener: FeedListener, options: FeedOptions = {}): Feed {
  const tellMs = options.tellMs ?? TELL_MS;
  const abort = new AbortController();
  const views = new Map<string, SessionView>();
  let failed: string | undefined;
  let telling: NodeJS.Timeout | undefined;
  let toldAt = 0;

  const tell = () => {
    telling ??= setTimeout(
      () => {
        telling = undefined;
        toldAt = performance.now();
        const all = [...views.values()];
        listener.sessions(all);
        listener.trouble(failed ?? (options.engine === null ? undefined : engineTrouble(all)));
      },
      Math.max(0, toldAt + tellMs - performance.now()),
    );
  };

  const follow = async () => {
    // Throws what following it would.
    closeDirectory(openStateRoot(root));
    if (failed !== undefined) tell();
    failed = undefined;
    for await (const { name, view } of watchSessions(root, abort.signal, options)) {
      if (view === undefined) views.delete(name);
      else views.set(name, view);
      tell();
    }
  };
  const followOn = async () => {
    while (!abort.signal.aborted) {
      try {
        await follow();
      } catch (error) {
        failed = error instanceof Error ? error.message : String(error);
        // Another state root at that place has its own sessions.
        if (isHostError(error) && error.code === "no_state_root") views.clear();
        tell();
        await waker().wait(AGAIN_MS, abort.signal);
      }
    }
  };
  const following = followOn();
  return {
    async close() {
      abort.abort();
      await following;
      clearTimeout(telling);
    },
  };
}

/** That the engine is away, where a container's state is not known. While it is being started there may be none yet. */
function engineTrouble(views: SessionView[]): string | undefined {
  const away = views.some(
    ({ metadata, engineState }) =>
      metadata?.runtime === "docker" && metadata.started_at !== undefined && engineState === undefined,
  );
  return away ? "No engine answers: what runs is told by the files alone." : undefined;
}
