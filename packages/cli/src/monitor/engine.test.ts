// The monitor over containers of both agents on a real engine: progress moves, a service fails, a command is cancelled, a session finished.
import { connectEngine, makeImage, removeImage } from "@para-docker/host";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorkspace, PROGRAM, type Workspace } from "../testing.js";
import { hasTerminal, openTerminal, type Terminal } from "../testing-terminal.js";

const engine = await connectEngine({}).catch((error: unknown) => {
  if (process.env.PARA_REQUIRE_ENGINE === "1") throw error;
  return undefined;
});

describe.skipIf(engine === undefined || !hasTerminal).each([
  ["sh", "busybox"],
  ["node", "node"],
] as const)("the monitor over a container with the %s agent", (agent, kind) => {
  let workspace: Workspace;
  let terminal: Terminal;
  let image: string;
  beforeAll(async () => {
    workspace = createWorkspace();
    if (engine !== undefined) image = await makeImage(engine, kind, `para-cli-monitor-${agent}:p${process.pid}`);
    const started = await workspace.run("start", "work", "--image", image, "--agent", agent);
    expect(started, started.stderr).toMatchObject({ code: 0 });
    terminal = openTerminal(workspace.path, 160, 45);
  });
  afterAll(async () => {
    terminal.close();
    await workspace.remove();
    if (engine !== undefined) await removeImage(engine, image);
  });

  /** Reports by a file, as any program may (docs/protocol.md#reports). */
  async function report(name: string, document: object): Promise<void> {
    const line = `cat > /para/status/reports/.${name} && mv /para/status/reports/.${name} /para/status/reports/${name}.json`;
    const ended = await workspace.spawn(["exec", "-i", "--shell", "work", line], { stdin: JSON.stringify(document) })
      .ended;
    expect(ended, ended.stderr).toMatchObject({ code: 0 });
  }

  test("start, progress that moves, a failed service, a cancelled command, finish", async () => {
    const { keys, shows } = terminal;
    await shows("ready>");
    terminal.type(`'${process.execPath}' '${PROGRAM}' monitor`);
    keys("Enter");
    await shows(/work +running/);
    await report("a", { phase: "building", progress: { current: 1, total: 4 }, services: { api: "running" } });
    await shows(/building .* 25%.* 1\/1 up/);
    await report("b", { progress: { current: 3, total: 4 }, services: { api: "running", db: "error" } });
    await shows(/✗ work .* 75%.* 1\/2 up/);
    await terminal.keep(`monitor-${agent}-table`);

    keys("e");
    await shows("run in work:");
    terminal.type("echo begun; sleep 95");
    keys("Enter", "Enter", "2");
    await shows(/^ begun$/m);
    keys("c");
    await shows("[y/N]");
    keys("y");
    await shows(/cmd-\S+ +cancelled/);
    await terminal.keep(`monitor-${agent}-commands`);

    keys("F");
    await shows(/Finish work: shut it down/);
    keys("y");
    await shows("No sessions.");
    expect((await workspace.run("list", "-q")).stdout).toBe("");
  });
});
