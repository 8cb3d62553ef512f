// News of all sessions for the monitor: the host's feed, told together at a bounded rate, and taken up again when it fails.
import type * as Host from "@para-docker/host";
import type { SessionView, StateRoot } from "@para-docker/host";

/** What the feed tells. */
export interface FeedListener {
  /** Every session as it is now, whenever something changed. */
  sessions(views: SessionView[]): void;
  /** Why there is no news, or nothing when there is again. */
  trouble(text: string | undefined): void;
}

/** A feed that goes on until it is closed. */
export interface Feed {
  close(): Promise<void>;
}

/** Least time between two tellings. */
const TELL_MS = 200;
/** A feed that failed is tried again after so long. */
const AGAIN_MS = 2_000;

/** Follows every session below `root`. */
export function openFeed(host: typeof Host, root: StateRoot, listener: FeedListener): Feed {
  const abort = new AbortController();
  const views = new Map<string, SessionView>();
  let telling: NodeJS.Timeout | undefined;
  let toldAt = 0;

  const tell = () => {
    telling ??= setTimeout(
      () => {
        telling = undefined;
        toldAt = performance.now();
        listener.sessions([...views.values()]);
      },
      Math.max(0, toldAt + TELL_MS - performance.now()),
    );
  };

  const follow = async () => {
    for await (const { name, view } of host.watchSessions(root, abort.signal)) {
      listener.trouble(undefined);
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
        listener.trouble(error instanceof Error ? error.message : String(error));
        await pause(AGAIN_MS, abort.signal);
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

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
