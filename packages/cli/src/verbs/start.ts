// `para-docker start`: makes a session and waits until its agent speaks.
import { resolve } from "node:path";
import type { StartOptions } from "@para-docker/host";
import { isSessionName } from "@para-docker/protocol";
import type { App } from "../app.js";
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { usageError } from "../failure.js";
import { createSteps } from "../output/steps.js";
import {
  parseBytes,
  parseLabels,
  parseMounts,
  parseNumber,
  parsePorts,
  parseSeconds,
  parseVariables,
  quote,
} from "../parse-value.js";
import type { Values } from "../values.js";

export const start: Verb = {
  operands: [{ usage: "NAME" }, { usage: "[-- COMMAND…]" }],
  options: [
    { flags: "--image <IMAGE>", text: "image of the container; the engine must have it" },
    {
      flags: "--runtime <RUNTIME>",
      text: "docker (default), or local: the agent as a process of this machine",
      choices: ["docker", "local"],
    },
    {
      flags: "--agent <AGENT>",
      text: "sh (default): any image with a shell and awk; node: images with Node",
      choices: ["sh", "node"],
    },
    {
      flags: "-e, --env <NAME=VALUE>",
      text: "variable for the agent and every command; NAME alone: its value here",
      many: true,
    },
    { flags: "-p, --publish <HOST:CONTAINER>", text: "publish a port on 127.0.0.1", many: true },
    { flags: "-v, --volume <SOURCE:TARGET[:ro]>", text: "mount another directory", many: true },
    { flags: "-l, --label <NAME=VALUE>", text: "label of the container", many: true },
    { flags: "-w, --workspace <DIR>", text: "directory mounted at /workspace (default: that of the state root)" },
    { flags: "-u, --user <UID[:GID]>", text: "user in the container (default: you)" },
    { flags: "-m, --memory <SIZE>", text: "most memory (default: 4g; 0: no limit)" },
    { flags: "--cpus <NUMBER>", text: "most cores" },
    { flags: "--pids-limit <NUMBER>", text: "most processes and threads (default: 1024; 0: no limit)" },
    { flags: "--network <NETWORK>", text: "network of the engine: none, bridge, or its name" },
    { flags: "--cap-add <CAPABILITY>", text: "leave a capability; all others are dropped", many: true },
    { flags: "--health-endpoint <URL>", text: "where the workload tells its health, for the registry" },
    { flags: "--timeout <TIME>", text: "how long the first status may take (default: 30s)" },
    { flags: "-q, --quiet", text: "print the name alone" },
    { flags: "--json", text: "print the container's metadata" },
  ],
  details: `COMMAND is the main command: the agent starts it and looks after it. What is not
said by a flag comes from .para/docker.json. If anything fails, nothing is left
behind.`,
  examples: [
    ["para-docker start demo --image busybox", "a container of busybox, with the shell agent"],
    [
      "para-docker start api --image node:22 --agent node -p 8080:3000 -- npm run dev",
      "a dev server, reached on 127.0.0.1:8080",
    ],
    ["para-docker start quick --runtime local", "no engine: the agent runs on this machine, with nothing shut off"],
  ],
  run,
};

async function run({ app, operands, values }: Call): Promise<number> {
  const [name, ...command] = operands;
  if (name === undefined)
    throw usageError("A session needs a name.", "Such as para-docker start demo --image busybox.");
  const options = startOptions(app, values, name, command);
  // Before the state root is made: a mistake leaves nothing behind.
  if (!isSessionName(name)) {
    throw usageError(
      `${quote(name)} ${name === "shared" ? "is reserved" : "is no name of a session"}.`,
      "Letters, digits, _ and -, at most 50, the first a letter or digit, and not shared.",
    );
  }
  const host = await app.host();
  const { root, isNew } = await app.stateRootOrNew(values);

  const steps = createSteps(app, values.flag("quiet") || values.flag("json"));
  const abort = new AbortController();
  const release = app.interrupts.handle((count) => {
    if (count > 1) process.exit(EXIT.cancelled);
    steps.step("interrupted: taking back what was made");
    abort.abort();
  });
  try {
    const session = await host.startSession(root, { ...options, signal: abort.signal, onStep: steps.step });
    steps.done();
    printStarted(app, values, session.metadata ?? undefined, name);
    await session.close();
    return EXIT.ok;
  } catch (error) {
    // One that was there may be watched, or another start may be using it.
    if (isNew) await host.removeEmptyStateRoot(root);
    if (abort.signal.aborted) return EXIT.cancelled;
    throw error;
  } finally {
    steps.done();
    release();
  }
}

function printStarted(app: App, values: Values, metadata: StartedMetadata | undefined, name: string): void {
  if (values.flag("json")) {
    app.print(JSON.stringify(metadata, null, 2));
  } else if (values.flag("quiet") || metadata === undefined) {
    app.print(name);
  } else {
    const where = metadata.runtime === "docker" ? `docker, ${metadata.image}` : "local, on this machine";
    app.print(`${app.style.bold(name)} runs (${where}, ${metadata.agent} agent)`);
    for (const [port, hostPort] of Object.entries(metadata.ports ?? {})) app.print(`  127.0.0.1:${hostPort} → ${port}`);
  }
}

interface StartedMetadata {
  runtime: string;
  agent: string;
  image?: string;
  ports?: Record<string, string>;
}

/** Only what a flag says: the rest is the settings' and the host's to choose. */
function startOptions(app: App, values: Values, name: string, command: string[]): StartOptions {
  const options: StartOptions = { name };
  const given = <T>(flag: string, use: (value: string) => T): T | undefined => {
    const value = values.text(flag);
    return value === undefined ? undefined : use(value);
  };
  const listed = <T>(flag: string, use: (words: string[]) => T): T | undefined => {
    const words = values.list(flag);
    return words.length === 0 ? undefined : use(words);
  };
  const settled: { [K in keyof StartOptions]?: StartOptions[K] | undefined } = {
    image: values.text("image"),
    runtime: given("runtime", (value) => (value === "local" ? "local" : "docker")),
    agent: given("agent", (value) => (value === "node" ? "node" : "sh")),
    env: listed("env", (words) => parseVariables(words, app.env)),
    ports: listed("publish", parsePorts),
    mounts: listed("volume", (words) => parseMounts(words, (path) => resolve(app.cwd, path))),
    labels: listed("label", parseLabels),
    workspace: given("workspace", (path) => resolve(app.cwd, path)),
    user: values.text("user"),
    memory: given("memory", (value) => parseBytes(value, "--memory")),
    cpus: given("cpus", (value) => parseNumber(value, "--cpus", 0.01, 1024, false)),
    pids: given("pids-limit", (value) => parseNumber(value, "--pids-limit", 0, 4_194_304)),
    network: values.text("network"),
    capabilities: listed("cap-add", (words) => words.map((word) => word.replace(/^CAP_/, ""))),
    healthEndpoint: values.text("health-endpoint"),
    timeoutMs: given("timeout", (value) => parseSeconds(value, "--timeout") * 1000),
    command: command.length === 0 ? undefined : command,
  };
  return Object.assign(options, Object.fromEntries(Object.entries(settled).filter(([, value]) => value !== undefined)));
}
