// Whatever happens beneath it, the monitor says so and goes on: sessions that vanish, a full disk, an engine that stops, another monitor.
import { execFileSync, spawnSync } from "node:child_process";
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { connectEngine, makeImage, removeImage } from "@para-docker/host";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { engineSwitch } from "../../../host/test/engine-switch.js";
import { createWorkspace, PROGRAM, type Workspace } from "../testing.js";
import { hasTerminal, openTerminal, type Terminal } from "../testing-terminal.js";

const engine = await connectEngine({}).catch((error: unknown) => {
  if (process.env.PARA_REQUIRE_ENGINE === "1") throw error;
  return undefined;
});

const opened: Terminal[] = [];
afterEach(() => {
  for (const terminal of opened.splice(0)) terminal.close();
});

/** Starts the monitor in a terminal, which is closed with the test. */
async function openMonitor(workspace: Workspace, env = "", columns = 100): Promise<Terminal> {
  const terminal = openTerminal(workspace.path, columns, 20);
  opened.push(terminal);
  await terminal.shows("ready>");
  terminal.type(`${env} '${process.execPath}' '${PROGRAM}' monitor`);
  terminal.keys("Enter");
  return terminal;
}

async function startLocal(workspace: Workspace, ...names: string[]): Promise<void> {
  for (const name of names) {
    const started = await workspace.run("start", name, "--runtime", "local", "-q");
    expect(started, started.stderr).toMatchObject({ code: 0 });
  }
}

/** Quits it, which gives the shell back. */
async function quit({ keys, shows }: Terminal): Promise<void> {
  keys("q");
  await shows(/ready> *$/m);
}

describe.skipIf(!hasTerminal)("the monitor goes on", () => {
  let workspace: Workspace;
  beforeAll(() => {
    workspace = createWorkspace();
  });
  afterAll(() => workspace.remove());

  test("when the session that is open vanishes, and when all do with the state root", async () => {
    const other = createWorkspace();
    await startLocal(other, "alpha", "beta");
    const terminal = await openMonitor(other);
    const { keys, shows } = terminal;
    await shows("2 sessions");
    keys("Enter");
    await shows("1 overview");
    // Its agent ends, then its files go, as when somebody else finishes it.
    await other.run("finish", "alpha", "--discard", "-q");
    await shows("alpha is gone");
    expect(await shows("1 session")).toMatch(/beta +running/);
    await other.run("signal", "beta", "shutdown", "-q");
    await shows(/beta +stopped/);
    renameSync(join(other.path, ".para"), join(other.path, "gone"));
    await shows(/0 sessions.*There is no state root/);
    await startLocal(other, "gamma");
    await shows(/gamma +running/);
    await quit(terminal);
    await other.remove();
  });

  test("beside another one on the same sessions: what is done in one shows in both", async () => {
    await startLocal(workspace, "shared-one", "shared-two");
    const one = await openMonitor(workspace);
    const two = await openMonitor(workspace, "", 140);
    await one.shows("2 sessions");
    await two.shows("2 sessions");
    one.keys("e");
    await one.shows("run in shared-one:");
    one.type("echo from one; sleep 94");
    one.keys("Enter");
    await two.shows(/shared-one .*echo from one; sle/);
    two.keys("Enter", "2");
    await two.shows(/^ from one$/m);
    two.keys("c");
    await two.shows("[y/N]");
    two.keys("y");
    await two.shows(/cmd-\S+ +cancelled/);
    one.keys("F");
    await one.shows("Finish shared-one");
    one.keys("y");
    await one.shows("1 session");
    await two.shows("shared-one is gone");
    await quit(one);
    expect(await two.shows("1 session")).toMatch(/shared-two +running/);
    await quit(two);
  });

  const mountable = process.getuid?.() === 0 && spawnSync("mount", ["-V"]).status === 0;
  test.skipIf(!mountable)(
    "on a full disk: it says what could not be done, shows what it has, and does it once there is room",
    async () => {
      const other = createWorkspace();
      const disk = join(other.path, ".para");
      execFileSync("sh", ["-c", 'mkdir "$1" && mount -t tmpfs -o size=1m,mode=755 tmpfs "$1"', "sh", disk]);
      try {
        await startLocal(other, "alpha");
        const terminal = await openMonitor(other);
        const { keys, shows } = terminal;
        await shows(/alpha +running/);
        spawnSync("dd", ["if=/dev/zero", `of=${join(disk, "filler")}`, "bs=4k"], { stdio: "ignore" });
        const run = async (line: string) => {
          keys("e");
          await shows("run in alpha:");
          terminal.type(line);
          keys("Enter");
        };
        await run("echo lost");
        await shows(/ENOSPC|[Nn]o (room|space)/);
        expect(terminal.screen()).toMatch(/alpha +running/);
        rmSync(join(disk, "filler"));
        await run("echo made");
        await shows(/cmd-\S+ succeeded, exit 0/);
        await quit(terminal);
        await other.run("finish", "alpha", "--discard", "-q");
      } finally {
        spawnSync("umount", ["-l", disk]);
        await other.remove();
      }
    },
  );
});

describe.skipIf(engine === undefined || !hasTerminal)("the monitor over an engine that stops", () => {
  let workspace: Workspace;
  let image: string;
  beforeAll(async () => {
    workspace = createWorkspace();
    if (engine !== undefined) image = await makeImage(engine, "busybox", `para-cli-faults:p${process.pid}`);
  });
  afterAll(async () => {
    await workspace.remove();
    if (engine !== undefined) await removeImage(engine, image);
  });

  test("says that it does not answer, believes the files meanwhile, and asks again once it does", async () => {
    const way = engineSwitch(join(workspace.path, "engine.sock"));
    expect(await workspace.run("start", "work", "--image", image, "-q")).toMatchObject({ code: 0 });
    // Away when the monitor starts, then there, then away and there again.
    const terminal = await openMonitor(workspace, `DOCKER_HOST=${way.host}`);
    const { shows } = terminal;
    await shows(/work +running/);
    await shows("No engine answers");
    for (const _ of [1, 2]) {
      await way.on();
      await expect.poll(() => terminal.screen(), { timeout: 20_000 }).not.toContain("No engine answers");
      await way.off();
      expect(await shows("No engine answers")).toMatch(/work +running/);
    }
    const { host } = JSON.parse((await workspace.run("status", "work", "--json")).stdout);
    execFileSync("docker", ["kill", host.container_id], { stdio: "ignore" });
    await way.on();
    await shows(/work +exited 137/);
    await quit(terminal);
    await way.off();
  });
});
