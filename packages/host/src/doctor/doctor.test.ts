// Doctor finds what works and what does not, from outside and from inside a container, and leaves nothing behind.
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { leavings, testEngine } from "../../test/engine.js";
import { temporaryDirectory } from "../../test/support.js";
import { setConfinement } from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import { createContainer, listContainers } from "../engine/containers.js";
import { makeImage } from "../engine/images.js";
import { sessionLabels } from "../runtime/container-spec.js";
import type { StateRoot } from "../state-root.js";
import { doctor } from "./doctor.js";

let place: StateRoot;
beforeEach(() => {
  const workspace = temporaryDirectory();
  place = { workspace, path: join(workspace, ".para", "state") };
  mkdirSync(place.path, { recursive: true });
});

test("without an engine it says what it could not look at", async () => {
  const checks = await doctor(place, {});
  expect(checks.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
    "confinement ok",
    "disk ok",
    "watches ok",
    "engine skipped",
    "inside skipped",
    "openings skipped",
    "leftovers ok",
  ]);
  for (const check of checks) expect(check.detail).not.toContain("\n");
  expect(readdirSync(place.path)).toEqual([]);
});

test("where directories can be walked by path alone it says what is weaker, and what to do", async () => {
  setConfinement("path");
  const [check] = await doctor(place, {}).finally(() => setConfinement());
  expect(check).toMatchObject({
    name: "confinement",
    verdict: "warning",
    detail: expect.stringContaining("a swap in between may go unseen"),
    hint: "Run containers that you do not trust on Linux.",
  });
});

const found = await testEngine();
const left = leavings(found);
afterAll(() => left.clean());

describe.skipIf(!found)("with an engine", { timeout: 40_000 }, () => {
  const engine = found as Engine;
  const image = `para-test-doctor:p${process.pid}`;
  beforeAll(async () => {
    left.images.add(await makeImage(engine, "busybox", image));
  });

  test("everything is in order, and nothing is left of the look", async () => {
    mkdirSync(join(place.path, "docker", "shared"), { recursive: true });
    const checks = await doctor(place, { engine, image });
    expect(checks.filter((check) => check.verdict !== "ok")).toEqual([]);
    expect(new Set(checks.map((check) => check.name))).toEqual(
      new Set([
        "confinement",
        "disk",
        "watches",
        "engine",
        "inside",
        "mask",
        "mounts",
        "users",
        "doorbell",
        "openings",
        "leftovers",
      ]),
    );
    expect(readdirSync(place.path)).toEqual(["docker"]);
    expect(readdirSync(join(place.path, "docker")).sort()).toEqual([".host", "shared"]);
    expect(existsSync(join(place.path, "docker", "shared", ".probe"))).toBe(false);
    expect(await listContainers(engine, { "para.state-root": place.path })).toEqual([]);
  });

  test("a mask that does not hold, and a registry that is not read-only, are found out", async () => {
    const careless: Engine = {
      ...engine,
      call: async (request) => {
        const host = (request.json as { HostConfig?: { Mounts?: { Target: string }[]; Tmpfs?: object } } | undefined)
          ?.HostConfig;
        if (host?.Mounts) {
          host.Tmpfs = {};
          host.Mounts = host.Mounts.filter((mount) => /^\/(workspace$|para)/.test(mount.Target)).map((mount) =>
            mount.Target === "/para/agent" ? mount : { ...mount, ReadOnly: false },
          );
        }
        const answer = await engine.call(request);
        // An engine in a virtual machine: its processes cannot be looked at from here.
        const state = (answer.body as { State?: { Pid?: number } } | undefined)?.State;
        if (state) state.Pid = 0;
        return answer;
      },
    };
    mkdirSync(join(place.path, "docker", "shared"), { recursive: true });
    const failed = (await doctor(place, { engine: careless, image })).filter((check) => check.verdict === "failed");
    expect(failed.map((check) => check.detail)).toEqual([
      "a container can move the mask over the state root away",
      "a container sees other sessions",
      "a container can write the registry",
    ]);
    expect(readdirSync(join(place.workspace, ".para"))).toEqual(["state"]);
  });

  test("what a session was opened with, and what is left behind, is named", async () => {
    const id = await createContainer(engine, `para-test-open-${process.pid}`, {
      Image: image,
      Entrypoint: ["true"],
      Cmd: [],
      Env: [],
      Labels: sessionLabels(place.path, "open"),
      HostConfig: { NetworkMode: "none", CapAdd: ["NET_RAW"], CapDrop: ["ALL"] },
    });
    left.containers.add(id);
    const checks = await doctor(place, { engine });
    expect(checks.find((check) => check.name === "openings")).toMatchObject({
      verdict: "warning",
      detail: expect.stringMatching(/^open: capabilities .*NET_RAW, new privileges, no memory limit/),
    });
    expect(checks.find((check) => check.name === "leftovers")).toMatchObject({
      verdict: "warning",
      detail: `container ${id.slice(0, 12)} (created, of a session "open" that is not there)`,
    });
  });

  test.skipIf(process.getuid?.() !== 0)("a user who may not use the workspace is found out", async () => {
    const failed = (await doctor(place, { engine, image, user: "12345:12345" })).filter(
      (check) => check.verdict === "failed",
    );
    expect(failed.map((check) => check.detail)).toEqual(["the container may not enter or write the workspace"]);
  });

  test("an image that is not there fails the look from inside alone", async () => {
    const checks = await doctor(place, { engine, image: "para-test-absent:1" });
    expect(checks.filter((check) => check.verdict === "failed")).toEqual([
      expect.objectContaining({ name: "inside", detail: expect.stringContaining("no image") }),
    ]);
  });
});
