// `.para/docker.json` is checked to the last key, and flags lie over it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, expect, test } from "vitest";
import { bytesOf, parseSettings, readSettings, settingsPath, withSettings } from "./settings.js";
import { checkStartOptions } from "./start-options.js";

const base = mkdtempSync(join(tmpdir(), "para-test-settings-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const stateRoot = join(base, ".para", "state");
mkdirSync(stateRoot, { recursive: true });
const write = (settings: unknown) =>
  writeFileSync(settingsPath(stateRoot), typeof settings === "string" ? settings : JSON.stringify(settings));

const WHOLE = {
  $schema: "docker-settings.schema.json",
  runtime: "docker",
  agent: "node",
  image: "node:22-slim",
  env: { CI: "", "A-strange-name": "x" },
  ports: { "3000": "8080", "53/udp": "0" },
  volumes: [
    { source: "./cache", target: "/cache" },
    { source: "/srv/data", target: "/data", read_only: true },
  ],
  labels: { team: "a" },
  command: ["npm", "start", ""],
  memory: "512m",
  pids: 100,
  cpus: 1.5,
  user: "1000:1000",
  network: "none",
  capabilities: ["NET_BIND_SERVICE"],
  health_endpoint: "http://localhost:3000/health",
  start_timeout_seconds: 60,
  hooks: { start: "make deps", finish: "make report" },
  sessions: { demo: { image: "debian:12", env: { DEMO: "1" } } },
};

const FAULTS: [unknown, string][] = [
  ["{", "not JSON"],
  ["", "not JSON"],
  [[], "is no object"],
  [null, "is no object"],
  [{ imgae: "x" }, '"imgae" is not a setting'],
  [{ __proto__x: 1 }, "is not a setting"],
  ['{"__proto__":{"image":"x"}}', '"__proto__" is not a setting'],
  ['{"constructor":"x"}', '"constructor" is not a setting'],
  [{ image: 3 }, "/image is no text"],
  [{ image: "" }, "/image has 0 characters"],
  [{ agent: "perl" }, "/agent is not one of sh, node"],
  [{ env: { A: 1 } }, "/env/A is no text"],
  [{ env: { A: "a\0b" } }, "/env/A holds a NUL"],
  [{ volumes: [{ source: "a" }] }, "/volumes/0 has no target"],
  [{ volumes: [{ source: "a", target: "/b", readonly: true }] }, '/volumes/0 "readonly" is not a setting'],
  [{ volumes: ["a:/b"] }, "/volumes/0 is no object"],
  [{ command: "npm start" }, "/command is no list"],
  [{ memory: "lots" }, "/memory is no size"],
  [{ memory: -1 }, "/memory is no number of bytes"],
  [{ cpus: 0 }, "/cpus is no number from 0.01"],
  [{ hooks: { stop: "x" } }, '/hooks "stop" is not a setting'],
  [{ sessions: { demo: { sessions: {} } } }, '/sessions/demo "sessions" is not a setting'],
];

test("every setting is read, a session's own over those of all", async () => {
  write(WHOLE);
  expect(await readSettings(stateRoot, "other")).toMatchObject({ image: "node:22-slim", env: { CI: "" } });
  expect(await readSettings(stateRoot, "demo")).toMatchObject({
    image: "debian:12",
    env: { DEMO: "1" },
    agent: "node",
  });
  expect(await readSettings(stateRoot, "constructor")).toMatchObject({ image: "node:22-slim" });
});

test.each(FAULTS)("%j is invalid_settings: %s", async (settings, words) => {
  write(settings);
  const error = await readSettings(stateRoot, "demo").catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: "invalid_settings",
    message: expect.stringContaining(words),
    hint: expect.any(String),
  });
  expect((error as Error).message).not.toContain("\n");
});

test("the published schema judges as the host does", () => {
  const schema: unknown = JSON.parse(
    readFileSync(new URL("../../docker-settings.schema.json", import.meta.url), "utf8"),
  );
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema as object);
  expect(validate(WHOLE)).toBe(true);
  for (const [settings] of FAULTS) {
    if (typeof settings === "string") continue;
    expect([settings, validate(settings)]).toEqual([settings, false]);
  }
});

test("no file is no settings, also beside a state root that is not below a .para", async () => {
  rmSync(settingsPath(stateRoot));
  expect(await readSettings(stateRoot, "demo")).toEqual({});
  writeFileSync(join(base, "docker.json"), "{");
  expect(await readSettings(join(base, "elsewhere"), "demo")).toEqual({});
});

test("a file that is too large is invalid_settings", async () => {
  write(`{"image":"x"}${" ".repeat(300_000)}`);
  await expect(readSettings(stateRoot, "demo")).rejects.toMatchObject({ code: "invalid_settings" });
});

test("flags lie over the settings, variable by variable in env", () => {
  const settings = parseSettings(JSON.stringify(WHOLE), "x");
  const { sessions: _, ...common } = settings;
  const options = withSettings(
    common,
    { name: "demo", image: "alpine", env: { MORE: "1" }, agent: undefined as never },
    stateRoot,
  );
  expect(options).toMatchObject({
    name: "demo",
    image: "alpine",
    agent: "node",
    env: { CI: "", MORE: "1" },
    memory: 536_870_912,
    timeoutMs: 60_000,
    healthEndpoint: "http://localhost:3000/health",
    mounts: [
      { source: join(base, "cache"), target: "/cache", read_only: false },
      { source: "/srv/data", target: "/data", read_only: true },
    ],
  });
});

test("on the local runtime what only a container has is left out", () => {
  const options = withSettings(
    { image: "x", memory: "1g", env: { A: "1" }, volumes: [] },
    { name: "demo", runtime: "local" },
    stateRoot,
  );
  expect(options).toEqual({ name: "demo", runtime: "local", env: { A: "1" } });
  checkStartOptions(options);
});

test.each<[number | string, number]>([
  ["512m", 536_870_912],
  ["1.5G", 1_610_612_736],
  ["7", 7],
  ["2kb", 2048],
  [9, 9],
])("%j is %i bytes", (size, bytes) => {
  expect(bytesOf(size)).toBe(bytes);
});
