// A container that fills the disk: nothing is acknowledged that is not kept, old documents stay whole, the session can be finished.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseCommands, parseStatus } from "@para-docker/protocol";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { leavings, testEngine } from "../test/engine.js";
import { temporaryDirectory } from "../test/support.js";
import { closeDirectory, type Directory } from "./confined/index.js";
import type { Engine } from "./engine/connect.js";
import { inspectContainer } from "./engine/containers.js";
import { makeImage } from "./engine/images.js";
import type { HostError } from "./errors.js";
import { finishSession } from "./finish/finish.js";
import { containerName } from "./runtime/container-spec.js";
import { openSession } from "./sessions/session.js";
import { launch } from "./start/launch.js";
import { findStateRoot, openStateRoot, type StateRoot } from "./state-root.js";

const found = await testEngine();
const left = leavings(found);
const place = temporaryDirectory({ keep: true });
const disk = join(place, "disk");
mkdirSync(disk);
const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", disk]).status === 0;

describe.skipIf(!found || !mounted)("on an engine and a disk of its own", { timeout: 60_000 }, () => {
  const engine = found as Engine;
  const image = `para-test-full-disk:p${process.pid}`;
  let stateRoot: StateRoot;
  let root: Directory;
  beforeAll(async () => {
    left.images.add(await makeImage(engine, "busybox", image));
    stateRoot = await findStateRoot({ stateDir: join(disk, ".para/state"), create: true });
    root = openStateRoot(stateRoot);
  });
  afterAll(() => closeDirectory(root));

  test("a full disk acknowledges nothing, keeps what there was, and holds no container back from its end", async () => {
    const metadata = await launch({
      root,
      workspace: stateRoot.workspace,
      engine,
      options: { name: "demo", image, network: "none" },
    });
    left.containers.add(metadata.container_id);
    const session = await openSession(stateRoot, "demo", { engine });
    const before = await session.enqueue({ type: "exec", command: "echo before" });
    expect((await before.result()).state).toBe("succeeded");

    // Not at once: a document that was replaced gives its blocks back a moment later, and the disk would not stay full.
    const fill = await session.enqueue({ type: "exec", command: "sleep 0.5; cat /dev/zero > /para/status/fill" });
    await vi.waitUntil(() => statfsSync(disk).bavail === 0, { timeout: 20_000 });
    await expect(session.enqueue({ type: "exec", command: "true", args: ["x".repeat(30_000)] })).rejects.toMatchObject({
      code: "write_failed",
    });

    const directory = join(stateRoot.path, "docker/demo");
    expect(parseCommands(readFileSync(join(directory, "commands.json"))).ok).toBe(true);
    expect(parseStatus(readFileSync(join(directory, "status.json"))).ok).toBe(true);
    expect(readdirSync(directory).filter((name) => name.startsWith(".commands.json"))).toEqual([]);
    expect((await session.view()).commands.map(({ id }) => id)).toEqual(expect.arrayContaining([before.id, fill.id]));
    await session.close();

    const finish = () =>
      finishSession(stateRoot, "demo", { archive: "tar", engine, patienceSeconds: 2, stopGraceSeconds: 2 });
    await expect(finish()).rejects.toMatchObject({ code: "write_failed", hint: expect.stringContaining("room") });
    expect((await inspectContainer(engine, metadata.container_id))?.status).toBe("exited");
    expect(existsSync(join(stateRoot.path, "demo.docker"))).toBe(true);
    expect(readdirSync(join(stateRoot.path, "archive"))).toEqual([]);

    expect(spawnSync("mount", ["-o", "remount,size=16m", disk]).status).toBe(0);
    const report = await finish();
    expect(existsSync(report.archivePath ?? "")).toBe(true);
    expect(existsSync(directory)).toBe(false);
    expect(await inspectContainer(engine, metadata.container_id)).toBeUndefined();
  });

  test("a start that finds no inode takes back what it made, however far it came", async () => {
    rmSync(join(stateRoot.path, "docker"), { recursive: true });
    expect(spawnSync("mount", ["-o", "remount,nr_inodes=64", disk]).status).toBe(0);
    const before = readdirSync(stateRoot.path);
    let failed = 0;
    for (let free = 0; ; free += 1) {
      mkdirSync(join(disk, "filler"));
      for (let n = statfsSync(disk).ffree - free; n > 0; n -= 1) writeFileSync(join(disk, "filler", String(n)), "");
      const options = { name: "small", image, network: "none", timeoutMs: 2_000 };
      const error = await launch({ root, workspace: stateRoot.workspace, engine, options }).catch((thrown) => thrown);
      rmSync(join(disk, "filler"), { recursive: true });
      const there = await inspectContainer(engine, containerName(root.path, "small"));
      if (!(error instanceof Error)) {
        left.containers.add(there?.id ?? "");
        break;
      }
      failed += 1;
      const hint = (error as HostError).hint;
      expect({ free, there, hint }).toEqual({ free, there: undefined, hint: expect.not.stringContaining("take back") });
      expect(readdirSync(stateRoot.path).filter((name) => name !== "docker")).toEqual(
        before.filter((name) => name !== "docker"),
      );
      const docker = join(stateRoot.path, "docker");
      expect(
        existsSync(docker) ? readdirSync(docker).filter((name) => !["shared", ".host"].includes(name)) : [],
      ).toEqual([]);
      rmSync(docker, { recursive: true, force: true });
    }
    expect(failed).toBeGreaterThan(6);
  });
});

afterAll(async () => {
  await left.clean();
  if (mounted) spawnSync("umount", ["-l", disk]);
  rmSync(place, { recursive: true, force: true });
});
