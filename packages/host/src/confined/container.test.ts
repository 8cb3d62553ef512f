// Hostile inodes made by root in a real container with the engine's default capabilities, in the place of every document.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { LIMITS } from "@para-docker/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leavings, testEngine } from "../../test/engine.js";
import { openDescriptors, temporaryDirectory } from "../../test/support.js";
import { createContainer, inspectContainer, startContainer } from "../engine/containers.js";
import { makeImage } from "../engine/images.js";
import { closeDirectory, openAnchor, readRange, readWhole, removeTree, ring, walkTo } from "./index.js";

const engine = await testEngine();
const left = leavings(engine);

/** What is made, by the name of the fixture: shell that makes `$1`. */
const FIXTURES: Readonly<Record<string, string>> = {
  "a link to a file of the host": 'ln -s /etc/passwd "$1"',
  "a link to a directory of the host": 'ln -s /etc "$1"',
  "a link to nothing": 'ln -s /nowhere "$1"',
  "a link to itself": 'ln -s "${1##*/}" "$1"',
  "a link upwards": 'ln -s ../../../../../../etc/passwd "$1"',
  "a link to /proc/self/mem": 'ln -s /proc/self/mem "$1"',
  "a link to the directory above": 'ln -s .. "$1"',
  "a FIFO": 'mkfifo "$1"',
  "a directory": 'mkdir "$1"',
  "a directory that forbids everything": 'mkdir -m 0 "$1"',
  "a full directory": 'mkdir "$1" && touch "$1/status.json"',
  "a hard link": 'echo {} > "$1.first" && ln "$1.first" "$1"',
  "a terminal": 'mknod "$1" c 5 0',
  "an endless device": 'mknod "$1" c 1 5',
  "a full device": 'mknod "$1" c 1 7',
  "a device without a driver": 'mknod "$1" c 241 77',
  "a block device": 'mknod "$1" b 7 0',
  "a file of a terabyte": 'dd if=/dev/zero of="$1" bs=1 count=0 seek=1024G 2>/dev/null',
};

/** Documents and their limits. */
const DOCUMENTS = {
  "status.json": LIMITS.bytes.status,
  "metrics.json": LIMITS.bytes.metrics,
  "result.json": LIMITS.bytes.result,
  "agent.jsonl": LIMITS.bytes["log-record"],
};

describe.skipIf(engine === undefined)("made by root in a container (needs an engine)", () => {
  let place: string;

  beforeAll(async () => {
    if (engine === undefined) return;
    const image = await makeImage(engine, "busybox", `para-test-hostile-${process.pid}:latest`);
    left.images.add(`para-test-hostile-${process.pid}:latest`);
    place = temporaryDirectory({ keep: true });
    const lines = Object.values(FIXTURES).map((make, n) => {
      const each = Object.keys(DOCUMENTS).map((document) => `set -- /s/f${n}/${document}; ${make}`);
      return `mkdir /s/f${n}; ${each.join("; ")}`;
    });
    const id = await createContainer(engine, `para-test-hostile-${process.pid}`, {
      Image: image,
      Entrypoint: ["/bin/sh", "-c"],
      Cmd: [lines.join("\n")],
      Env: [],
      User: "0:0",
      Labels: {},
      HostConfig: { NetworkMode: "none", Mounts: [{ Type: "bind", Source: place, Target: "/s" }] },
    });
    left.containers.add(id);
    await startContainer(engine, id);
    while ((await inspectContainer(engine, id))?.status === "running") await sleep(20);
    expect((await inspectContainer(engine, id))?.exitCode).toBe(0);
  }, 60_000);

  afterAll(async () => {
    await left.clean();
    if (place === undefined) return;
    const anchor = openAnchor(join(place, ".."));
    expect((await removeTree(anchor, place.slice(place.lastIndexOf("/") + 1))).left).toEqual([]);
    closeDirectory(anchor);
  });

  for (const [n, what] of Object.keys(FIXTURES).entries()) {
    test.each(Object.entries(DOCUMENTS))(`${what} in the place of %s is refused at once`, (document, limit) => {
      const anchor = openAnchor(place);
      const directory = walkTo(anchor, [`f${n}`]);
      if (!directory.ok) throw new Error(directory.fault.message);
      const began = performance.now();
      const read = readWhole(directory.value, document, limit);
      const below = walkTo(directory.value, [document, "deeper"]);
      const rung = ring(directory.value, document);
      const range = readRange(directory.value, document, 0, 10);
      expect(performance.now() - began).toBeLessThan(250);
      expect(read.ok ? "read" : read.fault.code).toBe(what === "a file of a terabyte" ? "oversize" : "unsafe_file");
      expect(range.ok).toBe(what === "a file of a terabyte");
      expect([below.ok, rung]).toEqual([false, false]);
      closeDirectory(directory.value);
      closeDirectory(anchor);
      expect(openDescriptors(place)).toBe(0);
    });
  }
});

test("every fixture stands in the place of every document", () => {
  expect(Object.keys(FIXTURES).length * Object.keys(DOCUMENTS).length).toBeGreaterThanOrEqual(60);
});
