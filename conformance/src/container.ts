// What is judged is in a container: an agent of an image, with the status directory mounted as a host mounts it. Asks Docker's own command line.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Need } from "./case.js";
import { type CasePlace, findProgram, type Judged, runOnce } from "./judged.js";
import { type Program, startProgram } from "./process.js";

const DOCKER = "docker";
const ONE_CALL_MS = 60_000;
const STATUS = "/para/status";
const WORKSPACE = "/workspace";
const CONFIG = "/para/config";

/** Containers that may still be there. */
const running = new Set<string>();

/** Removes what a run that is stopped leaves; waits for it. */
export function removeContainers(): void {
  if (running.size > 0) spawnSync(DOCKER, ["rm", "--force", "--volumes", ...running], { stdio: "ignore" });
}

/** Runs the agent of `image`, or `argv` in it, once for each start in a container of its own (docs/protocol.md#session). */
export function containerAgent(image: string, argv: readonly string[]): Judged {
  let setsid: Promise<string | undefined> | undefined;
  return {
    argv,
    image,
    places: () => ({ status: STATUS, workspace: WORKSPACE }),
    absence: () => absenceOf(image, argv),
    async missing(needs: readonly Need[]) {
      if (needs.includes("local")) return "a container starts one agent, and nothing in it can be killed but all";
      if (!needs.includes("setsid")) return undefined;
      setsid ??= lacks(image, "setsid");
      return setsid;
    },
    launch: (place) => launch(image, argv, place),
    call: () => Promise.reject(new Error("a host is not judged in a container")),
  };
}

/** The container as a good host makes it: no network, no rights, an init, the caller's user, directories mounted and never single files. */
function launch(image: string, argv: readonly string[], place: CasePlace): Program {
  const name = `para-conformance-${randomBytes(8).toString("hex")}`;
  const environment = {
    PARA_SESSION_NAME: place.session,
    ...(place.conformanceCase.config ? { PARA_AGENT_CONFIG: `${CONFIG}/agent.json` } : {}),
    ...place.environment,
  };
  const [entrypoint, ...args] = argv;
  const words = [
    ...[
      "run",
      "--rm",
      "--name",
      name,
      "--label",
      `para.conformance=${place.directory}`,
      "--init",
      "--network",
      "none",
      "--cap-drop",
      "ALL",
      "--pids-limit",
      "512",
    ],
    ...["--security-opt", "no-new-privileges", "--user", `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`],
    ...mount(join(place.directory, "status"), STATUS),
    ...mount(join(place.directory, "workspace"), WORKSPACE),
    ...mount(join(place.directory, "config"), CONFIG, "readonly"),
    ...Object.entries(environment).flatMap(([key, value]) => ["--env", `${key}=${value}`]),
    ...(entrypoint === undefined ? [] : ["--entrypoint", entrypoint]),
    image,
    ...args,
  ];
  running.add(name);
  const client = startProgram([DOCKER, ...words], {
    cwd: place.directory,
    env: process.env,
    marker: place.directory,
  });
  void client.ended.then(() => running.delete(name));
  return {
    ...client,
    get end() {
      return client.end;
    },
    // The init passes it on to the agent; KILL ends the container and all in it.
    signal: async (signal) => void (await docker(["kill", "--signal", signal, name])),
    async kill() {
      // Again, for a container that was just being made.
      for (let pass = 0; pass < 20 && !client.end; pass += 1) {
        await docker(["rm", "--force", "--volumes", name]);
        await Promise.race([client.ended, new Promise((resolve) => setTimeout(resolve, 500))]);
      }
      await client.kill();
    },
  };
}

function mount(source: string, target: string, ...options: string[]): string[] {
  // The value is a line of comma-separated values.
  const field = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return ["--mount", ["type=bind", field(`source=${source}`), `target=${target}`, ...options].join(",")];
}

/** Why there is nothing to judge; undefined if there is. */
async function absenceOf(image: string, argv: readonly string[]): Promise<string | undefined> {
  if (!findProgram(DOCKER)) return `--docker asks the program ${DOCKER}, which is not on your PATH`;
  const { end, stdout, stderr } = await docker(["image", "inspect", "--format", "{{json .Config}}", image]);
  if (end?.code !== 0) {
    if (/no such image/i.test(stderr)) return `the engine has no image ${image}: pull or build it first`;
    return `no engine answers: ${stderr.trim().split("\n")[0] || "docker gave no answer"}`;
  }
  const { Entrypoint, Cmd } = JSON.parse(stdout) as { Entrypoint?: string[] | null; Cmd?: string[] | null };
  if (argv.length > 0 || Entrypoint?.length || Cmd?.length) return undefined;
  return `the image ${image} names no program to start: give the agent's command line after --`;
}

async function lacks(image: string, program: string): Promise<string | undefined> {
  const words = ["run", "--rm", "--network", "none", "--entrypoint", "/bin/sh", image, "-c", `command -v ${program}`];
  const { end } = await docker(words);
  return end?.code === 0 ? undefined : `there is no ${program} in the image`;
}

function docker(words: readonly string[]) {
  return runOnce([DOCKER, ...words], Buffer.alloc(0), { env: process.env, limitMs: ONE_CALL_MS });
}
