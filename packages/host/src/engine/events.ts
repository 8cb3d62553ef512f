// The engine's events about our containers, as they come.
import type { LabelMap } from "@para-docker/protocol";
import type { Engine } from "./connect.js";
import { refused } from "./connect.js";

/** Something that happened to a container. */
export interface EngineEvent {
  /** The engine's word: `start`, `die`, `oom`, `pause`, `unpause`, `destroy`, …. */
  action: string;
  containerId: string;
  labels: LabelMap;
}

/** Longest line that is taken for an event. */
const EVENT_BYTES = 256 * 1024;

/**
 * Events of containers that have all of `labels`, until `signal` says stop or the engine ends the stream. Events may be
 * lost: who needs the truth inspects from time to time.
 *
 * @throws HostError `no_engine` where the engine goes away.
 */
export async function* containerEvents(
  engine: Engine,
  labels: LabelMap,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
  const label = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const filters = JSON.stringify({ type: ["container"], label });
  if (signal.aborted) return;
  const stream = await engine.open({ method: "GET", path: "/events", query: { filters }, idleMs: 0, signal });
  if (stream.statusCode !== 200) {
    stream.destroy();
    throw refused({ status: stream.statusCode ?? 0, headers: {}, body: undefined }, "tell its events");
  }
  stream.setEncoding("utf8");
  let rest = "";
  try {
    for await (const chunk of stream as AsyncIterable<string>) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > EVENT_BYTES) rest = "";
      for (const line of lines) {
        const event = parseEvent(line);
        if (event) yield event;
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    stream.destroy();
  }
}

function parseEvent(line: string): EngineEvent | undefined {
  try {
    const event = JSON.parse(line) as { Action?: unknown; Actor?: { ID?: unknown; Attributes?: LabelMap } };
    const { Action: action, Actor: actor } = event;
    if (typeof action !== "string" || typeof actor?.ID !== "string") return undefined;
    return { action, containerId: actor.ID, labels: actor.Attributes ?? {} };
  } catch {
    return undefined;
  }
}
