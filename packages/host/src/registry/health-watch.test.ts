// A health endpoint is believed after three failures in a row, at its first good answer again, and only while the container runs.
import { createServer, type Server } from "node:http";
import type { ContainerMetadata } from "@para-docker/protocol";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { EngineState } from "../runtime/runtime.js";
import { type HealthWatch, healthWatch } from "./health-watch.js";
import { HEALTH_LABEL } from "./registry.js";

let server: Server;
let asked = 0;
let code = 200;
let running: EngineState;
beforeEach(async () => {
  asked = 0;
  code = 200;
  server = createServer((_, response) => {
    asked += 1;
    response.writeHead(code).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  running = { status: "running", alive: true, ports: { "80": String((server.address() as { port: number }).port) } };
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const metadata = (started_at: string, endpoint = "http://localhost:80/health"): ContainerMetadata => ({
  session_name: "demo",
  runtime: "docker",
  agent: "sh",
  container_id: "abc",
  workspace: "/w",
  labels: { [HEALTH_LABEL]: endpoint },
  created_at: started_at,
  started_at,
});
const LONG_AGO = "2026-01-01T00:00:00Z";
/** Looks, time and again, until what is known is `healthy`. */
const until = (watch: HealthWatch, healthy: boolean | undefined) =>
  vi.waitFor(() => expect(watch.look(running)?.healthy).toBe(healthy), { timeout: 5_000, interval: 5 });
/** Looks until it was asked `times` more. */
const askedMore = (watch: HealthWatch, times: number) => {
  const before = asked;
  return vi.waitFor(
    () => {
      watch.look(running);
      expect(asked).toBeGreaterThanOrEqual(before + times);
    },
    { timeout: 5_000, interval: 5 },
  );
};

test("one that answers is healthy; after three failures it is unhealthy, with the reason; and healthy again at once", async () => {
  let changes = 0;
  const watch = healthWatch(metadata(LONG_AGO), () => (changes += 1), 5);
  expect(watch.look(running)).toBeUndefined();
  await until(watch, true);
  code = 503;
  asked = 0;
  await until(watch, false);
  expect(asked).toBeGreaterThanOrEqual(3);
  expect(watch.look(running)).toMatchObject({ healthy: false, reason: "answered 503" });
  code = 200;
  await until(watch, true);
  expect(changes).toBe(3);
});

test("a single failure is none", async () => {
  const watch = healthWatch(metadata(LONG_AGO), () => undefined, 20);
  await until(watch, true);
  code = 500;
  await askedMore(watch, 1);
  code = 200;
  await askedMore(watch, 3);
  expect(watch.look(running)?.healthy).toBe(true);
});

test("one that has just been started may take its time to answer for the first time", async () => {
  code = 503;
  const young = healthWatch(metadata(new Date().toISOString()), () => undefined, 5);
  await askedMore(young, 6);
  expect(young.look(running)).toBeUndefined();
  code = 200;
  await until(young, true);
  code = 503;
  await until(young, false);
});

test("while the container is paused, ended or nobody knows, nothing is asked and nothing is said", async () => {
  const watch = healthWatch(metadata(LONG_AGO), () => undefined, 0);
  await until(watch, true);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const before = asked;
  expect(watch.look(undefined)).toBeUndefined();
  expect(watch.look({ ...running, status: "paused" })).toBeUndefined();
  expect(watch.look({ status: "exited", alive: false })).toBeUndefined();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).toBe(before);
});

test("an endpoint that is not on a port of the session is unhealthy without being asked; none is nothing", async () => {
  const astray = healthWatch(metadata(LONG_AGO, "http://169.254.169.254/"), () => undefined, 5);
  running = { ...running, ports: { "3000": running.ports?.["80"] ?? "" } };
  await until(astray, false);
  expect(astray.look(running)?.reason).toBe("port 80 is no port of the session");
  expect(asked).toBe(0);
  const { labels: _, ...without } = metadata(LONG_AGO);
  expect(healthWatch(without, () => undefined, 0).look(running)).toBeUndefined();
});
