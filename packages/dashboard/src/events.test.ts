// The stream of news: everything first, then what changes; it goes on where a reader was, and who does not read costs nothing.
import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Dashboard, startDashboard } from "./dashboard.js";
import { eventReaders } from "./events.js";
import type { Hub, HubListener } from "./hub.js";
import { createState, type TestState } from "./testing/state.js";

let state: TestState;
let dashboard: Dashboard;
beforeEach(async () => {
  state = createState();
  state.status("a", { phase: "one" });
  state.status("b");
  dashboard = await startDashboard(state.root, { engine: null });
});
afterEach(async () => {
  await dashboard.close();
  state.clear();
});

interface Event {
  id: string;
  event: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of it.
  data: any;
}

/** Reads the stream; `next` gives the next event that `wanted` takes. */
async function follow(lastId?: string) {
  const headers = { authorization: `Bearer ${dashboard.token}`, ...(lastId && { "last-event-id": lastId }) };
  const sent = request(new URL("/api/events", dashboard.url), { headers, agent: false });
  sent.end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const events: Event[] = [];
  let rest = "";
  response.setEncoding("utf8").on("data", (text: string) => {
    const blocks = `${rest}${text}`.split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = Object.fromEntries(
        block.split("\n").map((line) => [line.split(": ", 1)[0] ?? "", line.slice(line.indexOf(": ") + 2)]),
      );
      if (fields.data !== undefined)
        events.push({ id: fields.id ?? "", event: fields.event ?? "", data: JSON.parse(fields.data) });
    }
  });
  response.on("error", () => undefined);
  const next = async (wanted: (event: Event) => boolean): Promise<Event> => {
    for (const until = performance.now() + 10_000; performance.now() < until; await sleep(10)) {
      const at = events.findIndex(wanted);
      if (at >= 0) return events.splice(0, at + 1).at(-1) as Event;
    }
    throw new Error(`never came: ${wanted}`);
  };
  return { response, events, next, close: () => sent.destroy() };
}

const tells = (name: string, phase: string) => (event: Event) =>
  event.event === "changes" &&
  event.data.sessions.some((card: { name: string; phase: string }) => card.name === name && card.phase === phase);

/** Waits until the snapshot has both sessions. */
async function settled() {
  for (;;) {
    const reader = await follow();
    const first = await reader.next(({ event }) => event === "snapshot");
    if (first.data.sessions.length === 2) return { reader, first };
    reader.close();
    await sleep(50);
  }
}

test("everything first, then each change, those that are gone too", async () => {
  const { reader, first } = await settled();
  expect(reader.response.headers["content-type"]).toBe("text/event-stream; charset=utf-8");
  expect(first.data.sessions.map((card: { name: string }) => card.name).sort()).toEqual(["a", "b"]);
  state.status("a", { phase: "two" });
  const change = await reader.next(tells("a", "two"));
  expect(change.data.sessions).toHaveLength(1);
  state.remove("b");
  expect((await reader.next(({ data }) => data.gone?.length > 0)).data.gone).toEqual(["b"]);
  state.status("a", { phase: "two", attention: { required: true, reason: "Which?" } });
  expect((await reader.next(({ event }) => event === "announcement")).data).toEqual({
    session: "a",
    kind: "attention",
    state: "raised",
    message: "Which?",
  });
  reader.close();
});

test("a reader that was away is told what it missed, and no more; one of another run, everything", async () => {
  const { reader, first } = await settled();
  reader.close();
  state.status("a", { phase: "missed" });
  state.status("c", { phase: "new" });
  state.remove("b");
  const other = await follow();
  await other.next(({ data }) => JSON.stringify(data).includes("missed"));
  await sleep(1_500);
  other.close();
  const again = await follow(first.id);
  const change = await again.next(() => true);
  expect(change.event).toBe("changes");
  expect(change.data.sessions.map((card: { name: string }) => card.name).sort()).toEqual(["a", "c"]);
  expect(change.data.gone).toEqual(["b"]);
  again.close();
  for (const id of ["000000000000-1", "nonsense", `${first.id}9999`]) {
    const stranger = await follow(id);
    expect((await stranger.next(() => true)).event).toBe("snapshot");
    stranger.close();
  }
});

/** A server of `hub`'s events alone, whose readers are let go soon. */
async function serve(hub: Hub, stalledMs: number) {
  const readers = eventReaders(hub, { heartbeatMs: 50, stalledMs });
  const server = createServer((asked, response) => readers.add(asked, response)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const socket = connect({ host: "127.0.0.1", port });
  socket.write(`GET / HTTP/1.1\r\nHost: x\r\n\r\n`);
  await expect.poll(readers.count).toBe(1);
  const close = async () => {
    readers.close();
    socket.destroy();
    server.close();
    await hub.close();
  };
  return { readers, socket, close };
}

/** A hub whose one session has a card of 100 kB. */
function bigHub() {
  const listeners = new Set<HubListener>();
  let sequence = 0;
  const hub = {
    epoch: "e",
    sequence: () => sequence,
    cardJson: () => JSON.stringify({ name: "a", phase: `p${sequence}`, text: "x".repeat(100_000) }),
    snapshot: () => ({ workspace: "", sessions: [], sparks: {} }),
    changedSince: () => undefined,
    subscribe(listener: HubListener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => undefined,
  };
  const change = () => {
    sequence += 1;
    for (const listener of listeners) listener.changed(["a"]);
  };
  return { hub: hub as unknown as Hub, change };
}

test("a reader that takes nothing for a while gets the newest alone when it reads on, whatever came meanwhile", async () => {
  const { hub, change } = bigHub();
  const { socket, close } = await serve(hub, 60_000);
  for (let i = 0; i < 500; i += 1) {
    change();
    await new Promise(setImmediate);
  }
  let text = "";
  socket.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  await expect.poll(() => text.includes('"phase":"p500"'), { timeout: 10_000 }).toBe(true);
  // What lay in the buffers of two sockets, and the newest.
  expect(text.match(/event: changes/g)?.length).toBeLessThan(200);
  await close();
});

test("a reader that takes nothing at all is let go", async () => {
  const { hub, change } = bigHub();
  const { readers, close } = await serve(hub, 200);
  for (let i = 0; i < 500 && readers.count() > 0; i += 1) {
    change();
    await sleep(2);
  }
  await expect.poll(readers.count, { timeout: 5_000 }).toBe(0);
  await close();
});
