// What the dashboard knows of all sessions: newest views, cards, an hour of usage, and what changed since when.
import { randomBytes } from "node:crypto";
import { alertTracker, type FeedOptions, openFeed, type SessionView, type StateRoot } from "@para-docker/host";
import { sanitizeText } from "@para-docker/protocol";
import { cardOf, detailOf } from "./card.js";
import { type UsageRing, usageRing } from "./usage-ring.js";
import type { Announcement, Card, Detail, Snapshot, Usage } from "./wire.js";

/** What a subscriber is told. */
export interface HubListener {
  /** These sessions changed, or are gone. */
  changed(names: readonly string[]): void;
  announced(news: Announcement): void;
  /** Why there is no news, or nothing when there is again. */
  trouble(text: string | undefined): void;
}

/** The hub of one dashboard. */
export interface Hub {
  /** Which run of the hub it is: numbers of another one mean nothing here. */
  readonly epoch: string;
  /** Number of the last change. */
  sequence(): number;
  /** A session's card as JSON, made once for all who read it. Absent: it is gone. */
  cardJson(name: string): string | undefined;
  snapshot(): Snapshot;
  /** Names that changed after `sequence`, those that are gone among them; nothing where that is too long ago to tell. */
  changedSince(sequence: number): string[] | undefined;
  views(): SessionView[];
  detail(name: string): Detail | undefined;
  usage(name: string): Usage | undefined;
  subscribe(listener: HubListener): () => void;
  close(): Promise<void>;
}

/** Least milliseconds between two tellings. */
const TELL_MS = 100;
/** Sessions that are gone and still told of to who comes back. */
const GONE_KEPT = 500;
/** Steps of the line on a card: five minutes. */
const SPARK_STEPS = 60;

interface Known {
  view: SessionView;
  card: Card;
  json: string;
  /** Number of its last change. */
  changed: number;
  ring: UsageRing;
  /** The last measurement that was taken in. */
  measured?: { stamp: string; at: number; received: number | undefined; sent: number | undefined };
  network?: Card["network"];
}

/** Follows every session below `root`. `now` gives milliseconds since 1970. */
export function openHub(root: StateRoot, options: FeedOptions = {}, now: () => number = Date.now): Hub {
  const known = new Map<string, Known>();
  const gone = new Map<string, number>();
  const listeners = new Set<HubListener>();
  const alerts = alertTracker();
  let sequence = 0;
  /** What was gone at this change or before is forgotten. */
  let horizon = 0;
  let trouble: string | undefined;

  const remove = (name: string) => {
    known.delete(name);
    alerts.forget(name);
    gone.set(name, sequence);
    for (const [each, at] of gone) {
      if (gone.size <= GONE_KEPT) break;
      gone.delete(each);
      horizon = at;
    }
  };

  const take = (views: SessionView[]) => {
    const changed = views.filter((view) => known.get(view.name)?.view !== view);
    const here = new Set(views.map((view) => view.name));
    const left = [...known.keys()].filter((name) => !here.has(name));
    if (changed.length + left.length === 0) return;
    sequence += 1;
    for (const name of left) remove(name);
    for (const view of changed) {
      gone.delete(view.name);
      known.set(view.name, updated(known.get(view.name), view, sequence, now()));
    }
    const names = [...left, ...changed.map((view) => view.name)];
    for (const listener of listeners) listener.changed(names);
    for (const { session, kind, state, message } of changed.flatMap((view) => alerts.observe(view)))
      for (const listener of listeners) listener.announced({ session, kind, state, message });
  };

  const feed = openFeed(
    root,
    {
      sessions: take,
      trouble(words) {
        const text = words && sanitizeText(words);
        if (text === trouble) return;
        trouble = text;
        for (const listener of listeners) listener.trouble(text);
      },
    },
    { tellMs: TELL_MS, ...options },
  );

  return {
    epoch: randomBytes(6).toString("hex"),
    sequence: () => sequence,
    cardJson: (name) => known.get(name)?.json,
    snapshot: () => ({
      workspace: sanitizeText(root.workspace),
      sessions: [...known.values()].map(({ card }) => card),
      sparks: Object.fromEntries([...known].map(([name, { ring }]) => [name, ring.usage(now(), SPARK_STEPS).cpu])),
      ...(trouble !== undefined && { trouble }),
    }),
    changedSince(since) {
      if (since < horizon || since > sequence) return undefined;
      const later = [...gone].filter(([, at]) => at > since).map(([name]) => name);
      return [...later, ...[...known].filter(([, { changed }]) => changed > since).map(([name]) => name)];
    },
    views: () => [...known.values()].map(({ view }) => view),
    detail(name) {
      const session = known.get(name);
      return session && detailOf(session.view, session.card);
    },
    usage: (name) => known.get(name)?.ring.usage(now()),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => feed.close(),
  };
}

/** What is known of a session once `view` is. */
function updated(before: Known | undefined, view: SessionView, changed: number, now: number): Known {
  const ring = before?.ring ?? usageRing();
  const { metrics } = view;
  let { measured, network } = before ?? {};
  if (metrics !== undefined && measured?.stamp !== metrics.timestamp) {
    const received = metrics.network?.rx_bytes;
    const sent = metrics.network?.tx_bytes;
    const rates = { received: rate(measured?.received, received), sent: rate(measured?.sent, sent) };
    ring.add(now, { cpu: metrics.cpu?.percent, memory: metrics.memory?.used_bytes, ...rates });
    network = undefined;
    if (rates.received !== undefined && rates.sent !== undefined)
      network = { received: rates.received, sent: rates.sent };
    measured = { stamp: metrics.timestamp, at: now, received, sent };
  }
  const card = cardOf(view, network);
  return {
    view,
    card,
    json: JSON.stringify(card),
    changed,
    ring,
    ...(measured !== undefined && { measured }),
    ...(network !== undefined && { network }),
  };

  /** Bytes a second between two counts; a counter that began anew counts from nothing. */
  function rate(last: number | undefined, value: number | undefined): number | undefined {
    const seconds = before?.measured === undefined ? 0 : (now - before.measured.at) / 1000;
    if (last === undefined || value === undefined || seconds <= 0) return undefined;
    return Math.round(Math.max(0, value - last) / seconds);
  }
}
