// News of all sessions of a state root: one watch for each, sessions that come and go included, told together at a bounded rate.
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

/** Sessions that come and go are looked for so often. */
const RESCAN_MS = 2_000;
/** Least time between two tellings. */
const TELL_MS = 200;

/** Follows every session below `root`. */
export function openFeed(host: typeof Host, root: StateRoot, listener: FeedListener): Feed {
  const abort = new AbortController();
  const views = new Map<string, SessionView>();
  const followed = new Map<string, Promise<void>>();
  let telling: NodeJS.Timeout | undefined;
  let toldAt = 0;

  const tell = () => {
    if (telling !== undefined || abort.signal.aborted) return;
    telling = setTimeout(
      () => {
        telling = undefined;
        toldAt = performance.now();
        if (!abort.signal.aborted) listener.sessions([...views.values()]);
      },
      Math.max(0, toldAt + TELL_MS - performance.now()),
    );
  };

  const follow = async (name: string) => {
    try {
      const session = await host.openSession(root, name);
      try {
        for await (const view of session.watch(abort.signal)) {
          views.set(name, view);
          tell();
        }
      } finally {
        await session.close();
      }
    } catch (error) {
      // One session's fault is shown with it and costs the others nothing; it is tried again at the next look.
      const seen = views.get(name);
      if (seen !== undefined) views.set(name, { ...seen, problems: [problemOf(error)] });
    } finally {
      followed.delete(name);
      tell();
    }
  };

  const rescan = async () => {
    try {
      const names = new Set((await host.listSessions(root)).map((view) => view.name));
      for (const name of views.keys()) {
        if (names.has(name)) continue;
        views.delete(name);
        tell();
      }
      for (const name of names) if (!followed.has(name)) followed.set(name, follow(name));
      listener.trouble(undefined);
      if (views.size === 0) tell();
    } catch (error) {
      listener.trouble(error instanceof Error ? error.message : String(error));
    }
  };

  void rescan();
  const timer = setInterval(() => void rescan(), RESCAN_MS);
  return {
    async close() {
      clearInterval(timer);
      clearTimeout(telling);
      abort.abort();
      await Promise.allSettled(followed.values());
    },
  };
}

function problemOf(error: unknown): SessionView["problems"][number] {
  const message = error instanceof Error ? error.message : String(error);
  return { code: "unsafe_file", pointer: "", message, file: "" };
}
