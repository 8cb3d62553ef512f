// A session in words, for every view of it: what its state is called, how it is, which sessions a person looks at first.
import type { SessionView } from "./view.js";

/** How a session is: it `calls` for a person, it is `bad`, `doubtful`, `good`, or `quiet`: over, paused, being finished. */
export type Mood = "calls" | "bad" | "doubtful" | "good" | "quiet";

/** The state of a session in a word or two: freshness first, since an old status tells nothing. */
export function stateWords(view: SessionView): { text: string; mood: Mood } {
  const status = view.status?.status;
  if (view.finishing) return { text: "finishing", mood: "quiet" };
  switch (view.freshness) {
    case "exited": {
      const code = view.exit?.code;
      if (status === "stopped" && (code === undefined || code === 0)) return { text: "stopped", mood: "quiet" };
      return {
        text: view.exit?.oomKilled ? "out of memory" : code === undefined ? goneWord(view) : `exited ${code}`,
        mood: "bad",
      };
    }
    case "lost":
      return status === undefined ? { text: "not reported", mood: "doubtful" } : { text: "lost", mood: "bad" };
    case "stale":
      return { text: `${status ?? "unknown"}, stale`, mood: "doubtful" };
    case "paused":
      return { text: "paused", mood: "quiet" };
    default:
      if (status === undefined) return { text: "not reported", mood: "doubtful" };
      if (status === "error") return { text: status, mood: "bad" };
      return {
        text: status,
        mood: status === "running" ? "good" : status === "paused" || status === "stopped" ? "quiet" : "doubtful",
      };
  }
}

function goneWord({ engineState }: SessionView): string {
  return engineState === "removed" ? "removed" : "exited";
}

/** Whether the session asks for a person. */
export function callsForPerson(view: SessionView): boolean {
  return view.status?.attention?.required === true && view.freshness !== "exited";
}

/** The health of a session: as it says itself, unless its health endpoint does not answer as it should, or it does not say. */
export function healthOf({
  status,
  probed,
}: Pick<SessionView, "probed"> & { status?: { health?: string } | undefined }): string | undefined {
  if (probed?.healthy === false) return "unhealthy";
  return probed !== undefined && (status?.health ?? "unknown") === "unknown" ? "healthy" : status?.health;
}

/** Whether something in the session has failed: its health, or a service. */
export function saysFailure(view: SessionView): boolean {
  if (view.freshness === "exited") return false;
  return healthOf(view) === "unhealthy" || Object.values(view.status?.services ?? {}).includes("error");
}

/** Order of sessions for a person: those that call, those in trouble, the working ones, those that are over; then by name. */
export function byNeed(a: SessionView, b: SessionView): number {
  return needOf(a) - needOf(b) || (a.name < b.name ? -1 : 1);
}

/** Where a session stands in that order: 0 calls for a person, 1 is in trouble, 2 is doubtful, 3 works, 4 is over. */
export function needOf(view: SessionView): number {
  if (callsForPerson(view)) return 0;
  if (saysFailure(view)) return 1;
  return { calls: 0, bad: 1, doubtful: 2, good: 3, quiet: 4 }[stateWords(view).mood];
}

/** What is worth saying of a session in one line: what it needs, what it does, what went wrong. */
export function messageOf(view: SessionView): { text: string; mood: Mood } {
  const message = wholeMessageOf(view);
  return { ...message, text: message.text.replace(/\s*\n\s*/g, " ") };
}

function wholeMessageOf(view: SessionView): { text: string; mood: Mood } {
  const { status } = view;
  if (callsForPerson(view)) return { text: status?.attention?.reason ?? "needs a person", mood: "calls" };
  const problem = view.problems[0];
  if (problem !== undefined) return { text: `${problem.code}: ${problem.message}`, mood: "bad" };
  if (view.freshness === "exited") {
    const removed = view.engineState === "removed" && status?.status !== "stopped";
    return { text: view.exit?.error ?? (removed ? "the container was removed behind our back" : ""), mood: "bad" };
  }
  if (view.probed?.healthy === false) return { text: `health endpoint: ${view.probed.reason}`, mood: "bad" };
  const fault = status?.errors?.at(-1);
  if (fault !== undefined) return { text: fault.message, mood: "bad" };
  return { text: status?.progress?.message ?? "", mood: "quiet" };
}
