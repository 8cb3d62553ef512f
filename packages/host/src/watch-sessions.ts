// The change feed of all sessions of a state root: those that come and go included, the newest view of each and no older one.
import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type Waker, waker } from "./activity.js";
import { type Alert, type AlertOptions, alertTracker } from "./alerts.js";
import { closeDirectory } from "./confined/index.js";
import { connectEngine, type Engine } from "./engine/connect.js";
import { isHostError } from "./errors.js";
import { sessionNames } from "./list-sessions.js";
import { openSession } from "./session.js";
import { openStateRoot, type StateRoot } from "./state-root.js";
import type { SessionView } from "./view.js";

/** A change of one session. */
export interface SessionChange {
  name: string;
  /** What it looks like now. Absent: it is gone. */
  view?: SessionView;
}

/** How sessions are watched. */
export interface WatchOptions {
  /** The engine to ask about containers. Default: connect to one; null: ask none. */
  engine?: Engine | null;
}

/** How often sessions that came are looked for. */
const LOOK_MS = 1_000;

/**
 * Each session's view now, and again at each change, until `signal` is aborted. Who takes changes more slowly than they come gets the
 * newest of each session: nothing piles up.
 *
 * @throws HostError `no_state_root`, `unsafe_file`.
 */
export async function* watchSessions(
  stateRoot: StateRoot,
  signal: AbortSignal,
  options: WatchOptions = {},
): AsyncGenerator<SessionChange> {
  const root = openStateRoot(stateRoot);
  const ended = new AbortController();
  const stop = AbortSignal.any([signal, ended.signal]);
  // Every session listens to it: many listeners are no leak here.
  setMaxListeners(0, stop);
  const own = options.engine === undefined ? await connectEngine().catch(() => null) : undefined;
  const feed: Feed = {
    stateRoot,
    engine: options.engine ?? own ?? null,
    signal: stop,
    pending: new Map(),
    wakeUp: waker(),
  };
  const running = new Map<string, Promise<void>>();
  const look = () => {
    for (const name of sessionNames(root)) {
      if (!running.has(name))
        running.set(
          name,
          follow(feed, name).finally(() => running.delete(name)),
        );
    }
  };
  try {
    look();
    const timer = setInterval(look, LOOK_MS);
    try {
      while (!signal.aborted) {
        for (const [name, view] of feed.pending) {
          feed.pending.delete(name);
          yield view === undefined ? { name } : { name, view };
        }
        await feed.wakeUp.wait(LOOK_MS, signal);
      }
    } finally {
      clearInterval(timer);
    }
  } finally {
    ended.abort();
    await Promise.all(running.values());
    own?.close();
    closeDirectory(root);
  }
}

interface Feed {
  stateRoot: StateRoot;
  engine: Engine | null;
  signal: AbortSignal;
  /** What is still to be told: the newest view of each session, or nothing of one that is gone. */
  pending: Map<string, SessionView | undefined>;
  wakeUp: Waker;
}

/** Follows one session until it is gone. One that cannot be read is told once, with its fault, and tried again. */
async function follow({ stateRoot, engine, signal, pending, wakeUp }: Feed, name: string): Promise<void> {
  const tell = (view: SessionView | undefined) => {
    pending.set(name, view);
    wakeUp.wake();
  };
  try {
    const session = await openSession(stateRoot, name, { engine });
    try {
      for await (const view of session.watch(signal)) tell(view);
    } finally {
      await session.close();
    }
    if (!signal.aborted) tell(undefined);
  } catch (error) {
    if (!isHostError(error)) throw error;
    if (error.code === "no_session") return tell(undefined);
    const problem = { code: "unsafe_file" as const, pointer: "", message: error.message, file: "" };
    tell({ name, freshness: "lost", commands: [], finishing: false, problems: [problem] });
    await sleep(5 * LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
}

/**
 * Alerts of all sessions, as they come and go, until `signal` is aborted.
 *
 * @throws HostError as {@link watchSessions}.
 */
export async function* watchAlerts(
  stateRoot: StateRoot,
  signal: AbortSignal,
  options: WatchOptions & AlertOptions = {},
): AsyncGenerator<Alert> {
  const tracker = alertTracker(options);
  for await (const { name, view } of watchSessions(stateRoot, signal, options)) {
    if (view === undefined) tracker.forget(name);
    else yield* tracker.observe(view);
  }
}
