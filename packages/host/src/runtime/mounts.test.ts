// Mounts show a container its own session and the workspace, never the state root, whatever the user's mounts contain.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type MountPlan, planMounts, recheckSources } from "./mounts.js";

const base = realpathSync(mkdtempSync(join(tmpdir(), "para-test-mounts-")));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let trial = 0;
let workspace: string;
let agentDirectory: string;
beforeEach(() => {
  workspace = join(base, `trial-${++trial}`, "work: a, b");
  agentDirectory = join(base, `trial-${trial}`, "agent");
  for (const folder of [
    join(workspace, ".para", "state", "docker", "demo"),
    join(workspace, ".para", "state", "docker", "shared"),
    agentDirectory,
  ]) {
    mkdirSync(folder, { recursive: true });
  }
});

const stateRoot = () => join(workspace, ".para", "state");
const plan = (extra: { source: string; target: string; read_only?: boolean }[] = []) =>
  planMounts({
    stateRoot: stateRoot(),
    session: "demo",
    workspace,
    agentDirectory,
    extra: extra.map((mount) => ({ read_only: false, ...mount })),
  });
const targets = (made: MountPlan, type: string) =>
  made.mounts.filter((mount) => mount.Type === type).map((mount) => mount.Target);

test("the session sees its directory, the registry read-only, the agent read-only and the workspace", async () => {
  const { mounts } = await plan();
  const own = join(stateRoot(), "docker", "demo");
  expect(mounts.filter((mount) => mount.Type === "bind")).toEqual([
    { Type: "bind", Source: workspace, Target: "/workspace", ReadOnly: false },
    { Type: "bind", Source: own, Target: "/para/status", ReadOnly: false },
    { Type: "bind", Source: join(stateRoot(), "docker", "shared"), Target: "/para/shared", ReadOnly: true },
    { Type: "bind", Source: agentDirectory, Target: "/para/agent", ReadOnly: true },
    { Type: "bind", Source: own, Target: "/workspace/.para/state/docker/demo", ReadOnly: false },
  ]);
});

describe("the mask", () => {
  test("lies on the first component of the state root below the workspace", async () => {
    expect(targets(await plan(), "tmpfs")).toEqual(["/workspace/.para"]);
  });

  test("lies on the first component also where the state root is deep", async () => {
    const deep = join(workspace, "build", "cache", "state");
    mkdirSync(join(deep, "docker", "demo"), { recursive: true });
    mkdirSync(join(deep, "docker", "shared"));
    const made = await planMounts({ stateRoot: deep, session: "demo", workspace, agentDirectory, extra: [] });
    expect(targets(made, "tmpfs")).toEqual(["/workspace/build"]);
    expect(targets(made, "bind")).toContain("/workspace/build/cache/state/docker/demo");
  });

  test("is not needed where the workspace does not contain the state root", async () => {
    const worktree = join(workspace, ".para", "worktrees", "demo");
    mkdirSync(worktree, { recursive: true });
    const made = await planMounts({
      stateRoot: stateRoot(),
      session: "demo",
      workspace: worktree,
      agentDirectory,
      extra: [],
    });
    expect(targets(made, "tmpfs")).toEqual([]);
  });

  test("lies in every other mount that contains the state root, read-only ones too", async () => {
    const above = join(workspace, "..");
    const made = await plan([
      { source: join(above, "."), target: "/mnt/above", read_only: true },
      { source: join(workspace, ".para"), target: "/mnt/para" },
    ]);
    expect(targets(made, "tmpfs")).toEqual(["/workspace/.para", "/mnt/above/work: a, b", "/mnt/para/state"]);
  });
});

describe("a mount is refused where", () => {
  const refused = (mount: { source: string; target: string }, words: RegExp) =>
    expect(plan([mount])).rejects.toMatchObject({ code: "mount_refused", message: expect.stringMatching(words) });

  test("its source is the state root or lies in it", async () => {
    for (const inside of ["", "docker", "docker/shared"]) {
      await refused({ source: join(stateRoot(), inside), target: "/mnt/x" }, /state root/);
    }
  });

  test("the workspace lies in the state root", async () => {
    const inside = join(stateRoot(), "docker", "demo");
    await expect(
      planMounts({ stateRoot: stateRoot(), session: "demo", workspace: inside, agentDirectory, extra: [] }),
    ).rejects.toMatchObject({
      code: "mount_refused",
    });
  });

  test("a link lies in its source's path, as a container could plant one", async () => {
    mkdirSync(join(workspace, "real"));
    symlinkSync("/etc", join(workspace, "planted"));
    symlinkSync(workspace, join(workspace, "real", "loop"));
    await refused({ source: join(workspace, "planted"), target: "/mnt/x" }, /link/);
    await refused({ source: join(workspace, "real", "loop", "real"), target: "/mnt/x" }, /link/);
  });

  test("its source is not there or is a FIFO", async () => {
    execFileSync("mkfifo", [join(workspace, "pipe")]);
    await refused({ source: join(workspace, "absent"), target: "/mnt/x" }, /not there/);
    await refused({ source: join(workspace, "pipe"), target: "/mnt/x" }, /strange|no directory/);
  });

  test.each([
    "/",
    "/workspace",
    "/workspace/.para",
    "/workspace/.para/state/docker",
    "/para",
    "/para/status/x",
    "/proc/1",
    "/dev",
  ])("its target is %s", (target) => refused({ source: agentDirectory, target }, /target/));

  test.each(["relative", "/a/../para", "/a//b", "/a/", "/a\0b", ""])(
    "its target is %j, no plain absolute path",
    (target) => refused({ source: agentDirectory, target }, /plain|slash/),
  );

  test("two have one target", () =>
    expect(
      plan([
        { source: agentDirectory, target: "/mnt/x" },
        { source: workspace, target: "/mnt/x" },
      ]),
    ).rejects.toMatchObject({ code: "mount_refused" }));
});

test("a single file of the user's may be mounted, and a place below the workspace", async () => {
  writeFileSync(join(agentDirectory, "gitconfig"), "");
  const made = await plan([
    { source: join(agentDirectory, "gitconfig"), target: "/root/.gitconfig", read_only: true },
    { source: agentDirectory, target: "/workspace/node_modules" },
  ]);
  expect(targets(made, "bind")).toEqual(expect.arrayContaining(["/root/.gitconfig", "/workspace/node_modules"]));
});

test("a source swapped after the check is found out", async () => {
  const made = await plan();
  await recheckSources(made.sources);
  const own = join(stateRoot(), "docker", "demo");
  renameSync(own, `${own}.old`);
  mkdirSync(own);
  await expect(recheckSources(made.sources)).rejects.toMatchObject({ code: "mount_refused" });
  rmSync(own, { recursive: true });
  symlinkSync(`${own}.old`, own);
  await expect(recheckSources(made.sources)).rejects.toMatchObject({ code: "mount_refused" });
});
