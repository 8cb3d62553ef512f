// Turns what is seen of sessions into alerts: each condition is told once when it comes, and once when it goes.
import type { ContainerStatus } from "@para-docker/protocol";
import { sanitizeText } from "@para-docker/protocol";
import type { Freshness } from "../reading/freshness.js";
import type { ProbedHealth } from "../registry/health-watch.js";
import { healthOf } from "./session-words.js";

/** What an alert is about. */
export type AlertKind = "error" | "warning" | "unhealthy" | "lost" | "exited" | "attention";

/** Something a person may want to know at once. Its strings are safe for a terminal. */
export interface Alert {
  session: string;
  kind: AlertKind;
  /** `raised` when the condition came, `recovered` when it went. */
  state: "raised" | "recovered";
  /** In words, on one line. */
  message: string;
  /** When it was raised, by the host's clock. */
  since: string;
}

/** What of a session decides about alerts: a part of its view. */
export interface AlertSource {
  name: string;
  freshness: Freshness;
  probed?: ProbedHealth;
  status?: Pick<ContainerStatus, "status" | "health" | "errors" | "warnings" | "attention"> | undefined;
}

/** Which alerts are wanted, and how often. */
export interface AlertOptions {
  /** Default: all. */
  kinds?: readonly AlertKind[];
  /** Milliseconds within which a condition that comes back is not told again. Default 60,000. */
  quietMs?: number;
  /** Milliseconds, monotonic. Default: the host's. */
  now?: () => number;
}

/** Remembers what was told. */
export interface AlertTracker {
  /** Takes in what is seen of one session now; gives what there is to tell. */
  observe(source: AlertSource): Alert[];
  /** The session is gone: its alerts are over, and are not told. */
  forget(session: string): void;
}

interface Known {
  alert: Alert;
  /** Whether the condition holds now. */
  holds: boolean;
  /** When it was last told to have come. */
  raisedAt: number;
  /** Whether its coming was told, so that its going is to be told too. */
  told: boolean;
}

/** Conditions remembered for one session: what a status can hold at once, and as many that are over. */
const REMEMBERED = 256;

/** A tracker that has told nothing yet. */
export function alertTracker(options: AlertOptions = {}): AlertTracker {
  const now = options.now ?? (() => performance.now());
  const quietMs = options.quietMs ?? 60_000;
  const sessions = new Map<string, Map<string, Known>>();
  return {
    observe(source) {
      const known = sessions.get(source.name) ?? new Map<string, Known>();
      sessions.set(source.name, known);
      const conditions = conditionsOf(source, options.kinds);
      const told: Alert[] = [];
      for (const [key, { kind, message }] of conditions) {
        const before = known.get(key);
        if (before?.holds && before.told) continue;
        // One that comes back soon, and stays, is told when the quiet is over: else its recovery would be the last word.
        const quiet = before !== undefined && now() - before.raisedAt < quietMs;
        const since = before?.holds ? before.alert.since : new Date().toISOString();
        const alert: Alert = { session: source.name, kind, state: "raised", message, since };
        known.delete(key);
        known.set(key, { alert, holds: true, raisedAt: quiet ? before.raisedAt : now(), told: !quiet });
        if (!quiet) told.push(alert);
      }
      for (const [key, each] of known) {
        if (!each.holds || conditions.has(key)) continue;
        each.holds = false;
        if (each.told) told.push({ ...each.alert, state: "recovered" });
      }
      forgetOldest(known);
      return told;
    },
    forget(session) {
      sessions.delete(session);
    },
  };
}

/** Forgets conditions that are over, the oldest first. */
function forgetOldest(known: Map<string, Known>): void {
  for (const [key, each] of known) {
    if (known.size <= REMEMBERED) return;
    if (!each.holds) known.delete(key);
  }
}

/** What is wrong with a session, by keys that stay the same while it is. */
function conditionsOf(
  source: AlertSource,
  kinds: readonly AlertKind[] | undefined,
): Map<string, { kind: AlertKind; message: string }> {
  const conditions = new Map<string, { kind: AlertKind; message: string }>();
  const add = (kind: AlertKind, key: string, message: string) => {
    if (kinds === undefined || kinds.includes(kind))
      conditions.set(`${kind} ${key}`, { kind, message: sanitizeText(message, { maxLength: 500 }) });
  };
  const { freshness, status, probed } = source;
  if (freshness === "lost") add("lost", "", "no word from the agent for ten heartbeats");
  // An agent that said `stopped` ended as it should; a container that ended without is news.
  if (freshness === "exited" && status?.status !== "stopped")
    add("exited", "", "the container ended without a last word");
  if (freshness === "exited") return conditions;
  if (healthOf(source) === "unhealthy")
    add(
      "unhealthy",
      "",
      probed === undefined || probed.healthy ? "the workload is unhealthy" : `health endpoint: ${probed.reason}`,
    );
  if (status === undefined) return conditions;
  if (status.attention?.required === true)
    add("attention", status.attention.reason ?? "", status.attention.reason || "a person is needed");
  for (const error of status.errors ?? []) add("error", noticeKey(error), error.message);
  for (const warning of status.warnings ?? []) add("warning", noticeKey(warning), warning.message);
  return conditions;
}

/** A notice told again with another time is the same one. */
function noticeKey(notice: { message: string; code?: string; source?: string; command_id?: string }): string {
  return JSON.stringify([notice.code, notice.source, notice.command_id, notice.message]);
}
