// An agent is judged inside real containers: our own pass there too, what cannot be judged is skipped by name, and no container stays.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectEngine, type Engine, type ImageKind, makeImage, removeImage } from "@para-docker/host";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageDirectory } from "../src/data.js";
import { runProgram } from "./support.js";

const engine: Engine | undefined = await connectEngine({}).catch((error: unknown) => {
  if (process.env.PARA_REQUIRE_ENGINE === "1") throw error;
  return undefined;
});
const scratch = mkdtempSync(join(tmpdir(), "para-in-containers-"));
const made: string[] = [];
const docker = (...args: string[]) => execFileSync("docker", args, { encoding: "utf8" }).trim();

/** Makes an image of this machine's programs with one file in it, and says what is started. */
async function image(kind: ImageKind, from: string, to: string, entrypoint: string[]): Promise<string> {
  if (!engine) throw new Error("no engine");
  const name = `para-conformance-test-${kind}${made.length}:${process.pid}`;
  const base = await makeImage(engine, kind, `${name}-base`);
  const container = docker("create", "--entrypoint", "/none", base, "/none");
  docker("cp", join(packageDirectory, "..", "packages", from), `${container}:${to}`);
  docker("commit", "--change", `ENTRYPOINT ${JSON.stringify(entrypoint)}`, container, name);
  docker("rm", container);
  made.push(name, base);
  return name;
}

/** Containers that a run of this file has left. */
const containersLeft = () =>
  docker("ps", "--all", "--filter", "label=para.conformance", "--format", '{{.Label "para.conformance"}}')
    .split("\n")
    .filter((directory) => directory.startsWith(scratch));
const clean = { left: [], processes: [] };

/** One or two cases of each area that an image can make a difference to. */
const SAMPLE = [
  "agent/cancel/each-process-is-asked-once",
  "agent/cancel/cancel-after-restart",
  "agent/claim/results-survive-a-restart",
  "agent/claim/two-agents-start-a-command-once",
  "agent/config/bad-configuration-does-not-end-the-agent",
  "agent/doorbell/ringing-saves-the-wait",
  "agent/exec/args-are-never-evaluated",
  "agent/exec/command-id-is-in-the-environment",
  "agent/exec/working-dir-is-the-workspace-by-default",
  "agent/metrics/metrics-are-written",
  "agent/queue/link-is-not-followed",
  "agent/shutdown/term-is-a-shutdown",
  "agent/signals/reload-reads-the-configuration-again",
  "agent/status/status-directory-comes-from-the-environment",
  "agent/timeout/escaped-processes-are-swept",
];
const filters = SAMPLE.flatMap((id) => ["--filter", id]);

describe.skipIf(engine === undefined)("agents in containers", () => {
  afterAll(async () => {
    rmSync(scratch, { recursive: true });
    if (engine) for (const name of made) await removeImage(engine, name);
  });

  test.each<[string, ImageKind, string, string, string[]]>([
    ["the shell agent on busybox", "busybox", "agent-sh/dist/para-agent.sh", "/agent.sh", ["sh", "/agent.sh"]],
    ["the shell agent on dash and mawk", "debian", "agent-sh/dist/para-agent.sh", "/agent.sh", ["sh", "/agent.sh"]],
    ["the Node agent", "node", "agent-node/dist/para-agent.cjs", "/agent.cjs", ["node", "/agent.cjs"]],
  ])(
    "%s passes, and what a container cannot show is skipped by name",
    { timeout: 300_000 },
    async (_, kind, ...rest) => {
      const name = await image(kind, ...rest);
      const run = await runProgram(scratch, ["agent", "--docker", name, "--patience", "3", ...filters]);
      expect(run.stdout).not.toContain("not ok");
      expect(run, run.stderr).toMatchObject({ code: 0, ...clean });
      expect(run.stdout).toContain("agent/cancel/cancel-after-restart # SKIP a container starts one agent");
      expect(run.stdout).toContain(`# ${SAMPLE.length - 2} passed, 0 failed, 2 skipped, 0 errored`);
      expect(containersLeft()).toEqual([]);
    },
  );

  describe("of an image whose entrypoint is none", () => {
    let name = "";
    beforeAll(async () => {
      name = await image("busybox", "agent-sh/dist/para-agent.sh", "/agent.sh", ["/nowhere"]);
    }, 60_000);
    const one = ["--filter", "agent/exec/exit-zero-is-succeeded"];

    test("words after -- stand for the entrypoint, and where there is neither there is nothing to judge", {
      timeout: 60_000,
    }, async () => {
      const run = await runProgram(scratch, ["agent", "--docker", name, ...one, "--", "sh", "/agent.sh"]);
      expect(run, run.stdout).toMatchObject({ code: 0, ...clean });
      const none = await runProgram(scratch, ["agent", "--docker", `${name}-base`, ...one]);
      expect(none).toMatchObject({ code: 2, stdout: "", ...clean });
      expect(none.stderr).toContain("names no program to start: give the agent's command line after --");
    });

    test("a program that is not there, or exits at once, is told from an agent", { timeout: 60_000 }, async () => {
      for (const [argv, words] of [
        [["/nowhere"], /Bail out! .*exited with 127.*\/nowhere/],
        [["sh", "-c", "echo no agent; exit 3"], /Bail out! .*exited with 3\..*no agent/],
      ] as const) {
        const run = await runProgram(scratch, ["agent", "--docker", name, ...one, "--", ...argv]);
        expect(run).toMatchObject({ code: 1, ...clean });
        expect(run.stdout).toMatch(words);
      }
      expect(containersLeft()).toEqual([]);
    });

    test("a failed case keeps its files and says how it is run alone in the image", { timeout: 60_000 }, async () => {
      const still = 'echo "{}" > /para/status/status.json; exec sleep 300';
      const flags = ["agent", "--docker", name, "--keep", "--patience", "0.5", ...one];
      const run = await runProgram(scratch, [...flags, "--", "sh", "-c", still]);
      expect(run).toMatchObject({ code: 1, processes: [] });
      expect(run.stdout).toContain(`--keep --docker ${name} -- sh -c `);
      expect(readdirSync(/files: "([^"]+)"/.exec(run.stdout)?.[1] ?? "")).toContain("status");
      expect(containersLeft()).toEqual([]);
    });

    test("a run that is interrupted leaves no container and no directory", { timeout: 60_000 }, async () => {
      const args = ["agent", "--docker", name, "--", "sh", "/agent.sh"];
      expect(await runProgram(scratch, args, { stopAfterMs: 3000 })).toMatchObject({ code: 2, ...clean });
      expect(containersLeft()).toEqual([]);
    });
  });

  test("an image or an engine that is not there is told in one line", async () => {
    const args = ["smoke", "agent", "--docker", "para-no-such-image:1"];
    const absent = await runProgram(scratch, args);
    expect(absent).toMatchObject({ code: 2, stdout: "", ...clean });
    expect(absent.stderr).toBe(
      "para-conformance: the engine has no image para-no-such-image:1: pull or build it first\n",
    );
    const silent = await runProgram(scratch, args, { env: { DOCKER_HOST: "unix:///nowhere/docker.sock" } });
    expect(silent).toMatchObject({ code: 2, stdout: "", ...clean });
    expect(silent.stderr).toMatch(/^para-conformance: no engine answers: .*\n$/);
    const host = await runProgram(scratch, ["smoke", "host", "--docker", "x"]);
    expect(host.stderr).toContain("a host is not judged in a container");
  });
});
