// All sessions of a state root in one feed: those that come, change and go, and the alerts that follow.
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, expect, test, vi } from "vitest";
import { expectNoneOpen, temporaryDirectory } from "../../test/support.js";
import { findStateRoot, type StateRoot } from "../state-root.js";
import { openFeed } from "./feed.js";
import type { SessionView } from "./view.js";
import { type SessionChange, watchAlerts, watchSessions } from "./watch-sessions.js";

let place: StateRoot;
beforeEach(async () => {
  place = await findStateRoot({ cwd: temporaryDirectory(), create: true });
});

let sequence = 0;
function status(name: string, change: object = {}): void {
  const directory = join(place.path, "docker", name);
  mkdirSync(directory, { recursive: true });
  sequence += 1;
  const document = {
    timestamp: "2026-01-01T00:00:00Z",
    status: "running",
    boot_id: "b",
    sequence,
    heartbeat_interval_seconds: 60,
    ...change,
  };
  writeFileSync(join(directory, ".status"), JSON.stringify(document));
  renameSync(join(directory, ".status"), join(directory, "status.json"));
}

/** Takes changes until `done` says so. */
async function collect(done: (change: SessionChange) => boolean | undefined): Promise<void> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), 10_000);
  let finished = false;
  for await (const change of watchSessions(place, stop.signal, { engine: null })) {
    if (done(change) === true) {
      finished = true;
      break;
    }
  }
  clearTimeout(timer);
  expect(finished).toBe(true);
}

test("sessions that are there, that come, that change and that go are told", async () => {
  status("first");
  const seen: string[] = [];
  await collect(({ name, view }) => {
    seen.push(`${name} ${view === undefined ? "gone" : (view.status?.phase ?? "-")}`);
    if (seen.length === 1) status("second", { phase: "new" });
    if (seen.length === 2) status("first", { phase: "changed" });
    if (seen.length === 3) rmSync(join(place.path, "docker", "second"), { recursive: true });
    return view === undefined;
  });
  expect(seen).toEqual(["first -", "second new", "first changed", "second gone"]);
  await expectNoneOpen(place.workspace);
});

test("who takes changes slowly gets the newest alone", async () => {
  status("demo", { progress: { current: 0, total: 100 } });
  const seen: (number | undefined)[] = [];
  await collect(({ view }) => {
    const current = view?.status?.progress?.current;
    seen.push(current);
    if (seen.length > 1) return current === 40;
    // Nobody takes the changes that happen now.
    for (let step = 1; step <= 40; step += 1) status("demo", { progress: { current: step, total: 100 } });
    return false;
  });
  expect(seen.length).toBeLessThan(6);
});

test("a session whose directory is a link is told with its fault, the others as they are", async () => {
  status("good");
  mkdirSync(join(place.workspace, "elsewhere"));
  const { symlinkSync } = await import("node:fs");
  symlinkSync(join(place.workspace, "elsewhere"), join(place.path, "docker", "linked"));
  const seen = new Map<string, number>();
  await collect(({ name, view }) => {
    seen.set(name, view?.problems.length ?? -1);
    return seen.size === 2;
  });
  expect(seen).toEqual(
    new Map([
      ["good", 0],
      ["linked", 1],
    ]),
  );
});

test("a state root that is taken away, or replaced, ends the watch; a feed says so, forgets its sessions, and follows the new one", async () => {
  status("first");
  await expect(
    collect(({ name }) => {
      if (name === "first") rmSync(join(place.path, ".."), { recursive: true, force: true, maxRetries: 10 });
      return false;
    }),
  ).rejects.toMatchObject({ code: "no_state_root" });
  mkdirSync(place.path, { recursive: true });
  status("first");
  const told: { names: string[]; trouble?: string | undefined } = { names: [] };
  const listener = {
    sessions(views: SessionView[]) {
      told.names = views.map(({ name }) => name);
    },
    trouble(text: string | undefined) {
      told.trouble = text;
    },
  };
  const feed = openFeed(place, listener, { engine: null, tellMs: 10 });
  const until = (fact: () => void) => vi.waitFor(fact, { timeout: 10_000 });
  await until(() => expect(told.names).toEqual(["first"]));
  renameSync(place.path, `${place.path}-old`);
  await until(() => expect(told).toMatchObject({ names: [], trouble: expect.stringContaining("no state root") }));
  mkdirSync(place.path);
  await until(() => expect(told.trouble).toBeUndefined());
  status("second");
  await until(() => expect(told.names).toEqual(["second"]));
  await feed.close();
});

test("alerts come from all sessions, and go", async () => {
  status("calm");
  status("sick", { health: "unhealthy" });
  const stop = new AbortController();
  const seen: string[] = [];
  for await (const alert of watchAlerts(place, stop.signal, { engine: null })) {
    seen.push(`${alert.session} ${alert.state} ${alert.kind}`);
    if (seen.length === 1) status("sick", { health: "healthy" });
    if (seen.length === 2) stop.abort();
  }
  expect(seen).toEqual(["sick raised unhealthy", "sick recovered unhealthy"]);
});

test("a hundred sessions that change every second are told in time", { timeout: 20_000 }, async () => {
  const names = Array.from({ length: 100 }, (_, index) => `s${index}`);
  for (const name of names) status(name);
  const stop = new AbortController();
  const last = new Map<string, number>();
  const watching = (async () => {
    for await (const { name, view } of watchSessions(place, stop.signal, { engine: null }))
      last.set(name, view?.status?.sequence ?? 0);
  })();
  const written = new Map<string, number>();
  for (let round = 0; round < 3; round += 1) {
    for (const name of names) {
      status(name);
      written.set(name, sequence);
    }
    await pause(700);
  }
  for (let tries = 0; tries < 100 && names.some((name) => last.get(name) !== written.get(name)); tries += 1)
    await pause(50);
  stop.abort();
  await watching;
  expect(Object.fromEntries(last)).toEqual(Object.fromEntries(written));
});
