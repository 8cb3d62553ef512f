// A real engine makes images of this machine's programs and runs containers of them.
import { sanitizeText } from "@para-docker/protocol";
import { afterAll, describe, expect, test } from "vitest";
import { leavings, testEngine } from "../../test/engine.js";
import type { Engine } from "./connect.js";
import {
  type ContainerSpec,
  createContainer,
  demultiplex,
  inspectContainer,
  killContainer,
  lastLogLines,
  listContainers,
  removeContainer,
  startContainer,
  stopContainer,
} from "./containers.js";
import { containerEvents, type EngineEvent } from "./events.js";
import { hasImage, type ImageKind, makeImage, removeImage } from "./images.js";

const found = await testEngine();
const left = leavings(found);
afterAll(() => left.clean());

const spec = (image: string, script: string, labels = {}): ContainerSpec => ({
  Image: image,
  Entrypoint: ["/bin/sh", "-c", script],
  Cmd: [],
  Env: [],
  Labels: { "para.test": String(process.pid), ...labels },
  HostConfig: { NetworkMode: "none", Init: true },
});

async function ended(engine: Engine, id: string) {
  for (let tries = 0; tries < 200; tries++) {
    const info = await inspectContainer(engine, id);
    if (info === undefined || info.status === "exited") return info;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the container did not end");
}

describe.skipIf(!found)("a real engine", { timeout: 30_000 }, () => {
  const engine = found as Engine;
  const tag = (kind: ImageKind) => `para-test-engine-${kind}:p${process.pid}`;

  test.each<[ImageKind, string, RegExp]>([
    ["busybox", "busybox | head -n 1; awk 'BEGIN { print 6 * 7 }'; echo a:b | cut -d: -f2", /BusyBox[\s\S]*42\nb/],
    [
      "debian",
      "ls -d /usr/bin/mawk; awk 'BEGIN { print 6 * 7 }'; date -u +%Y; sed --version | head -n 1",
      /mawk\n42\n20\d\d\nsed/,
    ],
    ["node", "node -e 'console.log(6 * 7, process.version)'; awk 'BEGIN { print 1 }'", /42 v\d+[\s\S]*1/],
  ])("an image of kind %s runs its programs", async (kind, script, output) => {
    left.images.add(tag(kind));
    expect(await makeImage(engine, kind, tag(kind))).toBe(tag(kind));
    expect(await hasImage(engine, tag(kind))).toBe(true);
    const id = await createContainer(engine, `para-test-engine-${kind}-${process.pid}`, spec(tag(kind), script));
    left.containers.add(id);
    await startContainer(engine, id);
    expect(await ended(engine, id)).toMatchObject({ status: "exited", exitCode: 0 });
    expect((await lastLogLines(engine, id, 20)).join("\n")).toMatch(output);
  });

  test("a container is found by all of its labels, stopped and removed", async () => {
    const labels = { "para.test": String(process.pid), "para.other": "a=b, c" };
    const id = await createContainer(engine, `para-test-life-${process.pid}`, spec(tag("busybox"), "sleep 60", labels));
    left.containers.add(id);
    await startContainer(engine, id);
    await startContainer(engine, id);
    expect((await listContainers(engine, labels)).map((entry) => entry.id)).toEqual([id]);
    expect(await listContainers(engine, { ...labels, "para.other": "a" })).toEqual([]);
    expect(await inspectContainer(engine, id)).toMatchObject({
      status: "running",
      startedAt: expect.stringMatching(/Z$/),
    });
    await stopContainer(engine, id, 0);
    await stopContainer(engine, id, 0);
    await killContainer(engine, id);
    expect(await inspectContainer(engine, id)).toMatchObject({
      status: "exited",
      finishedAt: expect.stringMatching(/Z$/),
    });
    await removeContainer(engine, id);
    await removeContainer(engine, id);
    expect(await inspectContainer(engine, id)).toBeUndefined();
  });

  test("events of our containers come, others' do not", async () => {
    const labels = { "para.events": String(process.pid) };
    const events: EngineEvent[] = [];
    const stop = new AbortController();
    const listening = (async () => {
      for await (const event of containerEvents(engine, labels, stop.signal)) {
        events.push(event);
        if (["destroy", "remove"].includes(event.action)) stop.abort();
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const other = await createContainer(engine, `para-test-other-${process.pid}`, spec(tag("busybox"), "true"));
    const ours = await createContainer(engine, `para-test-ours-${process.pid}`, spec(tag("busybox"), "exit 3", labels));
    left.containers.add(other).add(ours);
    await startContainer(engine, ours);
    await ended(engine, ours);
    await removeContainer(engine, other);
    await removeContainer(engine, ours);
    await listening;
    // Podman has words of its own, and more of them.
    const actions = events.map((event) => event.action.replace("died", "die").replace("remove", "destroy"));
    expect(actions.filter((action) => ["create", "start", "die", "destroy"].includes(action))).toEqual([
      "create",
      "start",
      "die",
      "destroy",
    ]);
    expect(new Set(events.map((event) => event.containerId))).toEqual(new Set([ours]));
  });

  test("an image that is not there is no_image, a taken name session_exists, an image without a shell agent_absent", async () => {
    await expect(
      createContainer(engine, "para-test-none", spec("para-test-no-such-image:1", "true")),
    ).rejects.toMatchObject({
      code: "no_image",
      hint: expect.stringContaining("--image"),
    });
    const name = `para-test-twice-${process.pid}`;
    const id = await createContainer(engine, name, {
      ...spec(tag("busybox"), ""),
      Entrypoint: ["/no/such/sh"],
      HostConfig: { NetworkMode: "none" },
    });
    left.containers.add(id);
    await expect(createContainer(engine, name, spec(tag("busybox"), "true"))).rejects.toMatchObject({
      code: "session_exists",
    });
    await expect(startContainer(engine, id)).rejects.toMatchObject({ code: "agent_absent" });
  });

  test("what a container wrote comes without its control characters", async () => {
    const script = "printf 'one\\n\\033]52;c;eA==\\007two\\n' >&2";
    const id = await createContainer(engine, `para-test-log-${process.pid}`, spec(tag("busybox"), script));
    left.containers.add(id);
    await startContainer(engine, id);
    await ended(engine, id);
    const lines = await lastLogLines(engine, id, 5);
    expect(lines[0]).toBe("one");
    expect(lines).toEqual(lines.map((line) => sanitizeText(line)));
    expect(lines.join("")).not.toContain("\u001b");
  });

  test("removing an image twice is no fault", async () => {
    const once = `para-test-once:p${process.pid}`;
    await makeImage(engine, "busybox", once);
    await removeImage(engine, once);
    await removeImage(engine, once);
    expect(await hasImage(engine, once)).toBe(false);
  });
});

test("frames of the engine's log stream are taken apart, a cut one as far as it goes", () => {
  const frame = (stream: number, said: string) =>
    Buffer.concat([Buffer.from([stream, 0, 0, 0, 0, 0, 0, said.length]), Buffer.from(said)]);
  const stream = Buffer.concat([frame(1, "out "), frame(2, "err"), frame(1, "cut off")]);
  expect(demultiplex(stream.subarray(0, -4)).toString()).toBe("out errcut");
});
