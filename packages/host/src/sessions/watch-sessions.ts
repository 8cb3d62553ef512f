// The change feed of all sessions of a state root: those that come and go included, the newest view of each and no older one.
import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { closeDirectory, type Directory, reopen, walkTo } from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import { isHostError } from "../errors.js";
import { PLACES } from "../places.js";
import { directoryActivity, type Gatherer, gatherer, type Waker, waker } from "../reading/activity.js";
import { type EngineFleet, engineFleet } from "../registry/engine-fleet.js";
import { engineSource } from "../registry/engine-source.js";
import { registryKeeper } from "../registry/registry-watch.js";
import { isStateRoot, noStateRoot, openStateRoot, type StateRoot } from "../state-root.js";
import { type Alert, type AlertOptions, alertTracker } from "./alerts.js";
import { sessionNames, unreadable } from "./list-sessions.js";
import { sessionParts } from "./session-parts.js";
import { watchSession } from "./session-watch.js";
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
  /** Milliseconds between two probes of a session's health endpoint. Default 5,000. */
  probeEveryMs?: number;
}

/** How often it is asked whether sessions came … */
const LOOK_MS = 1_000;
/** … and how often they are looked for where the watch tells of none. */
const RESCAN_MS = 10_000;

/** Of the changes that come within this time … */
const GATHER_MS = 25;
/** … so many are looked at as they come, and more of them together, which costs a quarter less. */
const FEW = 8;

/**
 * Each session's view now, and again at each change, until `signal` is aborted. Who takes changes more slowly than they come gets the
 * newest of each session: nothing piles up. Meanwhile the registry is kept true (docs/protocol.md#registry), and health endpoints are
 * asked.
 *
 * @throws HostError `no_state_root`, also when it is taken away or replaced meanwhile; `unsafe_file`.
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
  const source = engineSource(options.engine);
  const feed: Feed = {
    root,
    fleet: engineFleet(root, source),
    signal: stop,
    probeEveryMs: options.probeEveryMs,
    pending: new Map(),
    wakeUp: waker(),
    gather: gatherer(GATHER_MS, FEW),
  };
  const running = new Map<string, Promise<void>>();
  let gone = false;
  const look = () => {
    for (const name of sessionNames(root)) {
      if (running.has(name)) continue;
      const following = follow(feed, name).finally(() => running.delete(name));
      running.set(name, following);
    }
  };
  const comings = watchNames(root, look, () => {
    gone = !isStateRoot(stateRoot, root);
    if (gone) feed.wakeUp.wake();
  });
  const keeper = registryKeeper(root, source);
  signal.addEventListener("abort", feed.wakeUp.wake, { once: true });
  try {
    while (!signal.aborted) {
      for (const [name, view] of feed.pending) {
        feed.pending.delete(name);
        yield view === undefined ? { name } : { name, view };
      }
      if (gone) throw noStateRoot(stateRoot.path);
      await feed.wakeUp.wait();
    }
  } finally {
    signal.removeEventListener("abort", feed.wakeUp.wake);
    comings.close();
    ended.abort();
    await Promise.all(running.values());
    await keeper.close();
    source.close();
    closeDirectory(root);
  }
}

/** Calls `look` now, soon after sessions come, and from time to time; `each` each second. */
function watchNames(root: Directory, look: () => void, each: () => void): { close(): void } {
  const places = [
    directoryActivity(
      () => reopen(root),
      () => true,
      () => undefined,
    ),
    directoryActivity(
      () => walkTo(root, [PLACES.docker]),
      () => true,
      () => undefined,
    ),
  ];
  let lookedAt = Number.NEGATIVE_INFINITY;
  const tick = () => {
    each();
    const watching = places.map((place) => place.ensure()).every(Boolean);
    const happened = places.map((place) => place.take()).some(Boolean);
    const now = performance.now();
    if (watching && !happened && now - lookedAt < RESCAN_MS) return;
    lookedAt = now;
    look();
  };
  tick();
  const timer = setInterval(tick, LOOK_MS);
  return {
    close() {
      clearInterval(timer);
      for (const place of places) place.close();
    },
  };
}

interface Feed {
  root: Directory;
  fleet: EngineFleet;
  signal: AbortSignal;
  probeEveryMs: number | undefined;
  /** What is still to be told: the newest view of each session, or nothing of one that is gone. */
  pending: Map<string, SessionView | undefined>;
  wakeUp: Waker;
  gather: Gatherer;
}

/** Follows one session until it is gone. One that cannot be read is told once, with its fault, and tried again. */
async function follow(feed: Feed, name: string): Promise<void> {
  const { root, fleet, signal, probeEveryMs, pending, wakeUp, gather } = feed;
  const tell = (view: SessionView | undefined) => {
    pending.set(name, view);
    wakeUp.wake();
  };
  try {
    const parts = sessionParts(root, name, fleet.look);
    for await (const view of watchSession(parts, signal, probeEveryMs, gather)) tell(view);
    if (!signal.aborted) tell(undefined);
  } catch (error) {
    if (!isHostError(error)) throw error;
    if (error.code === "no_session") return tell(undefined);
    tell(unreadable(name, error));
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
