// The stream of news. A page that nobody sees lets it go: browsers allow a server few connections, whatever the number of tabs.
import { announce, change, current, takeChanges, takeSnapshot } from "./store";

/** Milliseconds between two steps of the page's clock. */
const CLOCK_MS = 5_000;
/** Milliseconds after which a stream that the browser gave up is asked for anew. */
const AGAIN_MS = 3_000;

let source: EventSource | undefined;
let lastId = "";
let again: ReturnType<typeof setTimeout> | undefined;

/** Follows the news for as long as the page is seen. */
export function connect(): void {
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  setInterval(() => document.hidden || change({ now: Date.now() }), CLOCK_MS);
  open();
}

function close(): void {
  clearTimeout(again);
  source?.close();
  source = undefined;
}

function open(): void {
  close();
  const opened = new EventSource(lastId === "" ? "api/events" : `api/events?after=${encodeURIComponent(lastId)}`);
  source = opened;
  const on = (type: string, take: (document: never) => void) =>
    opened.addEventListener(type, (event: MessageEvent<string>) => {
      if (event.lastEventId !== "") lastId = event.lastEventId;
      take(JSON.parse(event.data) as never);
    });
  on("snapshot", takeSnapshot);
  on("changes", takeChanges);
  on("announcement", announce);
  on("trouble", ({ text }: { text: string | null }) => change({ trouble: text }));
  opened.addEventListener("open", () => change({ connection: "live", now: Date.now() }));
  opened.addEventListener("error", () => {
    if (source !== opened) return;
    if (current().connection !== "ended") change({ connection: "lost" });
    // Otherwise the browser asks again by itself.
    if (opened.readyState === EventSource.CLOSED) void lookWhy();
  });
}

/** The browser gives up where it was refused: because another dashboard runs here by now, or too many pages are open. */
async function lookWhy(): Promise<void> {
  close();
  const status = await fetch("api/sessions").then(
    (response) => response.status,
    () => 0,
  );
  if (status === 401 || status === 403) change({ connection: "ended" });
  else again = setTimeout(open, AGAIN_MS);
}
