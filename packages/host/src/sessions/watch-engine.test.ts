// On a real engine, whoever watches keeps the registry true, sees what becomes of containers behind our back, and probes their health.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseRegistry } from "@para-docker/protocol";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { leavings, testEngine } from "../../test/engine.js";
import { smallAgent } from "../../test/small-agent.js";
import { temporaryDirectory } from "../../test/support.js";
import type { Engine } from "../engine/connect.js";
import { removeContainer, unpauseContainer } from "../engine/containers.js";
import { makeImage } from "../engine/images.js";
import { HostError } from "../errors.js";
import { startSession } from "../start/start.js";
import { findStateRoot, type StateRoot } from "../state-root.js";
import { openSession } from "./session.js";
import type { SessionView } from "./view.js";
import { watchAlerts, watchSessions } from "./watch-sessions.js";

const found = await testEngine();
const left = leavings(found);
afterAll(() => left.clean());

/** An agent that serves its status directory, and reports. */
const SERVING = `#!/bin/sh
httpd -p 8080 -h /para/status
n=0
while :; do
  n=$((n + 1))
  printf '{"timestamp":"2026-01-01T00:00:00Z","status":"running","boot_id":"b","sequence":%s}' $n >/para/status/.s
  mv /para/status/.s /para/status/status.json
  sleep 1
done
`;

/** Waits until `fact` holds; slow machines get their time. */
const until = (fact: () => void) => vi.waitFor(fact, { timeout: 20_000, interval: 50 });

describe.skipIf(!found)("on an engine", { timeout: 90_000 }, () => {
  const engine = found as Engine;
  const image = `para-test-watch:p${process.pid}`;
  beforeAll(async () => {
    left.images.add(await makeImage(engine, "busybox", image));
  });

  const makePlace = async (): Promise<{ place: StateRoot; agentDirectory: string }> => {
    const base = temporaryDirectory();
    mkdirSync(join(base, "work"));
    return {
      place: await findStateRoot({ cwd: join(base, "work"), create: true }),
      agentDirectory: smallAgent(base, SERVING),
    };
  };
  const start = async (place: StateRoot, agentDirectory: string, change: object = {}) => {
    const options = { name: "demo", image, engine, agentDirectory, timeoutMs: 20_000, ...change };
    const session = await startSession(place, options);
    const id = session.metadata?.container_id ?? "";
    left.containers.add(id);
    await session.close();
    return id;
  };
  const registry = (place: StateRoot) => {
    const parsed = parseRegistry(readFileSync(join(place.path, "docker", "shared", "registry.json")));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.value;
  };
  /** Watches until `close`; `view` is the newest, `alerts` what was told. */
  const watching = (place: StateRoot, asked: Engine) => {
    const stop = new AbortController();
    const alerts: string[] = [];
    const seen: { view?: SessionView | undefined; freshness: string[] } = { freshness: [] };
    const options = { engine: asked, probeEveryMs: 100 };
    const views = (async () => {
      for await (const { view } of watchSessions(place, stop.signal, options)) {
        seen.view = view;
        if (view !== undefined && seen.freshness.at(-1) !== view.freshness) seen.freshness.push(view.freshness);
      }
    })();
    const told = (async () => {
      for await (const { state, kind, message } of watchAlerts(place, stop.signal, options))
        alerts.push(`${state} ${kind}: ${message}`);
    })();
    const close = async () => {
      stop.abort();
      await Promise.all([views, told]);
    };
    return { seen, alerts, close };
  };

  test("a session that is started while somebody watches: registry, health, pause, a restart and an end behind our back", async () => {
    const { place, agentDirectory } = await makePlace();
    const { seen, alerts, close } = watching(place, engine);
    const id = await start(place, agentDirectory, {
      ports: { "8080": "0" },
      healthEndpoint: "http://localhost:8080/well",
    });
    writeFileSync(join(place.path, "docker", "demo", "well"), "yes");
    await until(() => expect(seen.view?.probed).toMatchObject({ healthy: true, reason: "answered 200" }));
    const [entry] = registry(place).containers;
    expect(entry).toMatchObject({
      session_name: "demo",
      container_id: id,
      status: "running",
      health_endpoint: "http://localhost:8080/well",
      started_at: seen.view?.metadata?.started_at,
    });
    expect(entry?.host_port_mappings?.["8080"]).toMatch(/^[1-9][0-9]+$/);
    // A session that is being started is not one whose container has ended.
    expect(seen.freshness).not.toContain("exited");
    expect(alerts).toEqual([]);

    rmSync(join(place.path, "docker", "demo", "well"));
    await until(() => expect(alerts).toEqual(["raised unhealthy: health endpoint: answered 404"]));
    writeFileSync(join(place.path, "docker", "demo", "well"), "yes");
    await until(() => expect(alerts).toHaveLength(2));
    expect(alerts[1]).toBe("recovered unhealthy: health endpoint: answered 404");

    await engine.call({ method: "POST", path: `/containers/${id}/pause` });
    await until(() => expect(registry(place).containers[0]?.status).toBe("paused"));
    await until(() => expect(seen.view?.freshness).toBe("paused"));
    await unpauseContainer(engine, id);
    await until(() => expect(registry(place).containers[0]?.status).toBe("running"));

    const before = seen.view?.metadata?.started_at ?? "";
    await engine.call({ method: "POST", path: `/containers/${id}/restart`, query: { t: 0 }, idleMs: 60_000 });
    await until(() => expect(seen.view?.metadata?.started_at).not.toBe(before));
    const started_at = seen.view?.metadata?.started_at ?? "";
    expect(Date.parse(started_at)).toBeGreaterThan(Date.parse(before));
    await until(() => expect(registry(place).containers[0]).toMatchObject({ status: "running", started_at }));
    const session = await openSession(place, "demo", { engine });
    expect((await session.view()).metadata?.started_at).toBe(started_at);
    await session.close();

    await removeContainer(engine, id);
    await until(() => expect(registry(place).containers).toEqual([]));
    await until(() => expect(seen.view).toMatchObject({ engineState: "removed", freshness: "exited" }));
    await until(() => expect(alerts.at(-1)).toBe("raised exited: the container ended without a last word"));
    await close();
  });

  test("an engine that goes away and comes back while somebody watches", async () => {
    const { place, agentDirectory } = await makePlace();
    let away = false;
    const gone = () => Promise.reject(new HostError("no_engine", "gone"));
    const flaky: Engine = {
      ...engine,
      call: (request) => (away ? gone() : engine.call(request)),
      open: (request) => (away ? gone() : engine.open(request)),
    };
    const id = await start(place, agentDirectory, { network: "none" });
    const { seen, close } = watching(place, flaky);
    await until(() => expect(seen.view?.engineState).toBe("running"));
    away = true;
    await until(() => expect(seen.view?.engineState).toBeUndefined());
    // The agent's own word still counts.
    expect(seen.view?.freshness).toBe("fresh");
    await until(() => expect(registry(place).containers[0]?.status).toBe("unknown"));
    await removeContainer(engine, id);
    away = false;
    await until(() => expect(seen.view).toMatchObject({ engineState: "removed", freshness: "exited" }));
    await until(() => expect(registry(place).containers).toEqual([]));
    await close();
  });

  test("who watches a single session keeps the registry true as well", async () => {
    const { place, agentDirectory } = await makePlace();
    const id = await start(place, agentDirectory, { network: "none" });
    const session = await openSession(place, "demo", { engine });
    const stop = new AbortController();
    let last: SessionView | undefined;
    const views = (async () => {
      for await (const view of session.watch(stop.signal)) last = view;
    })();
    await until(() => expect(last?.engineState).toBe("running"));
    await removeContainer(engine, id);
    await until(() => expect(registry(place).containers).toEqual([]));
    await until(() => expect(last?.engineState).toBe("removed"));
    stop.abort();
    await views;
    await session.close();
  });

  test("watching a state root that has had no session makes nothing in it", async () => {
    const { place } = await makePlace();
    const { close } = watching(place, engine);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await close();
    expect(existsSync(join(place.path, "docker"))).toBe(false);
  });
});
