// Server-sent events: a snapshot, then what changes. Who reads slowly gets the newest of each session, who does not read at all is let go.
import type { IncomingMessage, ServerResponse } from "node:http";
import { Refused } from "./answer.js";
import type { Hub } from "./hub.js";

/** Readers of one dashboard. */
export interface EventReaders {
  /** Takes a reader on, from where it was if `Last-Event-ID` says so. @throws Refused where there are too many. */
  add(request: IncomingMessage, response: ServerResponse): void;
  count(): number;
  close(): void;
}

/** How long things take, in milliseconds; tests shorten them. */
export interface EventTimes {
  /** Between two signs of life. */
  heartbeatMs: number;
  /** A reader that has taken nothing for so long is let go. */
  stalledMs: number;
}

const TIMES: EventTimes = { heartbeatMs: 15_000, stalledMs: 30_000 };
/** A browser asks again after so many milliseconds. */
const RETRY_MS = 1_000;
const MOST_READERS = 32;

interface Reader {
  response: ServerResponse;
  /** Sessions whose newest card it has not been sent: bounded by how many there are. */
  dirty: Set<string>;
  /** Since when its buffer is full. */
  fullSince?: number;
}

/** Readers of `hub`. */
export function eventReaders(hub: Hub, times: EventTimes = TIMES): EventReaders {
  const readers = new Set<Reader>();

  const write = (reader: Reader, text: string) => {
    if (reader.response.write(text)) return;
    reader.fullSince ??= performance.now();
  };
  const flush = (reader: Reader) => {
    if (reader.fullSince !== undefined || reader.dirty.size === 0) return;
    const cards: string[] = [];
    const gone: string[] = [];
    for (const name of reader.dirty) {
      const json = hub.cardJson(name);
      if (json === undefined) gone.push(name);
      else cards.push(json);
    }
    reader.dirty.clear();
    write(reader, event(hub, "changes", `{"sessions":[${cards.join()}],"gone":${JSON.stringify(gone)}}`));
  };
  const tellAll = (type: string, document: unknown) => {
    // News that a slow reader misses is on the cards too.
    for (const reader of readers)
      if (reader.fullSince === undefined) write(reader, `event: ${type}\ndata: ${JSON.stringify(document)}\n\n`);
  };

  const unsubscribe = hub.subscribe({
    changed(names) {
      for (const reader of readers) {
        for (const name of names) reader.dirty.add(name);
        flush(reader);
      }
    },
    announced: (news) => tellAll("announcement", news),
    trouble: (text) => tellAll("trouble", { text: text ?? null }),
  });
  const heartbeat = setInterval(() => {
    for (const reader of readers) {
      if (reader.fullSince === undefined) write(reader, ": still here\n\n");
      else if (performance.now() - reader.fullSince > times.stalledMs) reader.response.destroy();
    }
  }, times.heartbeatMs);

  return {
    add(request, response) {
      if (readers.size >= MOST_READERS) throw new Refused(503, "too_many_readers", "Too many pages are open already.");
      response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
      const reader: Reader = { response, dirty: new Set() };
      readers.add(reader);
      response.on("drain", () => {
        delete reader.fullSince;
        flush(reader);
      });
      response.on("close", () => void readers.delete(reader));
      write(reader, `retry: ${RETRY_MS}\n\n`);
      const missed = missedSince(hub, request);
      if (missed === undefined) write(reader, event(hub, "snapshot", JSON.stringify(hub.snapshot())));
      else {
        reader.dirty = new Set(missed);
        flush(reader);
      }
    },
    count: () => readers.size,
    close() {
      unsubscribe();
      clearInterval(heartbeat);
      for (const { response } of readers) response.destroy();
    },
  };
}

/** One event, numbered so that a reader can go on after it. */
function event(hub: Hub, type: string, json: string): string {
  return `id: ${hub.epoch}-${hub.sequence()}\nevent: ${type}\ndata: ${json}\n\n`;
}

/** What a reader that was here before has missed; nothing where that cannot be told, and it gets everything. */
function missedSince(hub: Hub, { headers, url }: IncomingMessage): string[] | undefined {
  const header = headers["last-event-id"];
  const last = typeof header === "string" ? header : new URL(url ?? "/", "http://x").searchParams.get("after");
  const [epoch, sequence] = (last ?? "").split("-", 2);
  return epoch === hub.epoch && /^\d{1,15}$/.test(sequence ?? "") ? hub.changedSince(Number(sequence)) : undefined;
}
