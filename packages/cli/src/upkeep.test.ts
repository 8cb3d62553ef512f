// attach, doctor and clean on a real engine: a container somebody else started, a look from inside, and what crashes leave behind.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { connectEngine, makeImage, removeImage } from "@para-docker/host";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorkspace, type Workspace } from "./testing.js";

const AGENT = dirname(fileURLToPath(new URL("../../agent-sh/dist/para-agent.sh", import.meta.url)));

const engine = await connectEngine({}).catch((error: unknown) => {
  if (process.env.PARA_REQUIRE_ENGINE === "1") throw error;
  return undefined;
});

function docker(...words: string[]): string {
  return execFileSync("docker", words, { encoding: "utf8", timeout: 30_000 }).trim();
}

describe.skipIf(engine === undefined)("upkeep on an engine", () => {
  let workspace: Workspace;
  let image: string;
  const containers: string[] = [];

  beforeAll(async () => {
    workspace = createWorkspace();
    if (engine !== undefined) image = await makeImage(engine, "busybox", `para-cli-upkeep:p${process.pid}`);
  });
  afterAll(async () => {
    await workspace.remove();
    for (const id of docker("ps", "-aq", "--no-trunc").split("\n")) if (containers.includes(id)) docker("rm", "-f", id);
    if (engine !== undefined) await removeImage(engine, image);
  });

  /** A container of somebody else's with an agent in it. */
  function run(name: string, ...flags: string[]): string {
    const directory = join(workspace.path, ".para/state/docker", name);
    mkdirSync(directory, { recursive: true });
    const mounts = [`type=bind,source=${directory},target=/para/status`, `type=bind,source=${AGENT},target=/agent,ro`];
    const id = docker(
      ...["run", "-d", "--network", "none", "--init", ...flags],
      ...mounts.flatMap((mount) => ["--mount", mount]),
      ...["-e", `PARA_SESSION_NAME=${name}`, "--entrypoint", "sh", image, "/agent/para-agent.sh", "run"],
    );
    containers.push(id);
    return id;
  }

  test("a container that somebody else started is a session once it is attached, and outlives its finish", async () => {
    const id = run("own");
    const attached = await workspace.run("attach", "own", id.slice(0, 12));
    expect(attached, attached.stderr).toMatchObject({ code: 0, stdout: `own is the session of ${id.slice(0, 12)}\n` });
    expect(await workspace.run("exec", "own", "--", "echo", "in here")).toMatchObject({ code: 0, stdout: "in here\n" });
    expect((await workspace.run("list")).stdout).toMatch(/^own +running/m);
    const again = await workspace.run("attach", "own", id);
    expect(again.code).toBe(125);
    expect(again.stderr).toMatch(/a session own already/);
    const finished = await workspace.run("finish", "own", "--discard");
    expect(finished, finished.stderr).toMatchObject({ code: 0 });
    expect(docker("inspect", "--format", "{{.State.Status}} {{.Name}}", id)).toMatch(/^(running|exited) /);
    expect((await workspace.run("list", "-q")).stdout).toBe("");
  });

  test("doctor looks from inside a container, says of each thing how it is, and leaves nothing", async () => {
    const ours = () => docker("ps", "-aq", "--filter", `label=para.state-root=${join(workspace.path, ".para/state")}`);
    const ended = await workspace.run("doctor", "--image", image);
    expect(ended, ended.stdout + ended.stderr).toMatchObject({ code: 0 });
    for (const word of ["engine", "mask over the state root holds", "registry is read-only", "doorbell", "leftovers"])
      expect(ended.stdout).toContain(word);
    expect(ended.stdout).not.toMatch(/^✗/m);
    expect(ours()).toBe("");
    const checks = JSON.parse((await workspace.run("doctor", "--json")).stdout);
    expect(checks).toContainEqual(expect.objectContaining({ name: "engine", verdict: "ok" }));
    expect(checks).toContainEqual(expect.objectContaining({ name: "inside", verdict: "skipped" }));
  });

  test("doctor says what to do about an image that is not there, with exit code 1", async () => {
    const ended = await workspace.run("doctor", "-q", "--image", "para-nobody:none");
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/^✗ inside .*para-nobody:none/m);
  });

  test("clean shows what a crash left behind, removes it with --yes, and nothing else", async () => {
    expect(await workspace.run("start", "stays", "--image", image, "-q")).toMatchObject({ code: 0 });
    const left = join(workspace.path, ".para/state/docker/left");
    mkdirSync(left, { recursive: true });
    const labels = [`para.state-root=${join(workspace.path, ".para/state")}`, "para.session=gone"];
    const stray = run("gone", ...labels.flatMap((label) => ["--label", label]));
    const elsewhere = run("elsewhere", "--label", "para.state-root=/other/.para/state", "--label", "para.session=x");

    const shown = await workspace.run("clean");
    expect(shown.stdout).toMatch(/^directory +left /m);
    expect(shown.stdout).toMatch(new RegExp(`^container +${stray.slice(0, 12)} `, "m"));
    expect(shown.stdout).not.toMatch(/stays/);
    expect(shown.stdout).not.toContain(elsewhere.slice(0, 12));
    expect(shown.stderr).toContain("clean --yes");
    expect(existsSync(left)).toBe(true);

    const cleaned = await workspace.run("clean", "--yes");
    expect(cleaned, cleaned.stderr).toMatchObject({ code: 0 });
    expect(cleaned.stdout).toMatch(/^directory +left +removed/m);
    expect(existsSync(left)).toBe(false);
    expect(docker("ps", "-aq", "--no-trunc")).not.toContain(stray);
    expect(docker("ps", "-aq", "--no-trunc")).toContain(elsewhere);
    expect(await workspace.run("exec", "stays", "--", "echo", "still")).toMatchObject({ code: 0, stdout: "still\n" });
    expect(await workspace.run("clean", "-q")).toMatchObject({ code: 0, stdout: "" });
  });
});
