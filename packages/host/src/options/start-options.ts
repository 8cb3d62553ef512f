// What a session is started with, and the check of every value before any path, mount or request is made of it.
import { type LabelMap, type MountInfo, PATTERNS, type PortMap, type RuntimeKind } from "@para-docker/protocol";
import type { Engine } from "../engine/connect.js";
import { HostError } from "../errors.js";
import { checkSessionName } from "../places.js";

/** How to start a session (docs/protocol.md#session). Only `name` must be given, and `image` on an engine. */
export interface StartOptions {
  /** Name of the session: `^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$`, and not `shared`. */
  name: string;
  /** Default `docker`. `local` runs the agent as a child process of this machine, with nothing masked or limited. */
  runtime?: RuntimeKind;
  /** Default `sh`: any image with a POSIX shell and awk. `node`: images with Node. */
  agent?: "sh" | "node";
  /** Image that the engine has. Needed with `docker`. */
  image?: string;
  /** The engine to use. Default: connect as {@link connectEngine} does. */
  engine?: Engine;
  /** Directory mounted at `/workspace`. Default: the worktree that para recorded for the session, else the state root's. */
  workspace?: string;
  /** Environment of the agent and so of every command. `PARA_SESSION_NAME` and `PARA_STATUS_DIR` are not to be set. */
  env?: Record<string, string>;
  /** Port in the container to port on 127.0.0.1; `"0"` lets the engine choose. */
  ports?: PortMap;
  /** Further directories of this machine. The state root in them is masked; one inside the state root is refused. */
  mounts?: MountInfo[];
  /** Labels of the container; names that begin with `para.` are ours. */
  labels?: LabelMap;
  /** The main command that the agent starts and looks after, as words. */
  command?: string[];
  /** Memory in bytes. Default 4 GiB; 0: no limit. */
  memory?: number;
  /** Processes and threads. Default 1024; 0: no limit. */
  pids?: number;
  /** Cores, such as 1.5. Default: no limit. */
  cpus?: number;
  /** `uid` or `uid:gid` in the container. Default: the caller's. */
  user?: string;
  /** The engine's network: `none`, `bridge`, or one by name. Default: the engine's default. */
  network?: string;
  /** Capabilities to leave, as Docker names them: `NET_BIND_SERVICE`. All others are dropped. */
  capabilities?: string[];
  /** Run without an init as first process. Default false: with one, where the engine has it. */
  noInit?: boolean;
  /** Where the workload will tell its health over HTTP; goes into the registry as it is. */
  healthEndpoint?: string;
  /** Milliseconds until the first status. Default 30,000. */
  timeoutMs?: number;
  /** Gives up, with nothing left of the session. */
  signal?: AbortSignal;
  /** Told what is being done, in words for a person. */
  onStep?: (step: string) => void;
  /** Directory with the agent's files. Default: the installed agent package's. */
  agentDirectory?: string;
}

const ENV_NAME = new RegExp(PATTERNS.envName);
const CONTAINER_PORT = new RegExp(PATTERNS.containerPort);
const HOST_PORT = new RegExp(PATTERNS.hostPort);
/** Set by the host; another value would lead the agent astray. */
const OWN_VARIABLES = ["PARA_SESSION_NAME", "PARA_STATUS_DIR", "PARA_WORKSPACE"];

/** Checks everything that can be checked without touching the disk or an engine. @throws HostError `usage`, `invalid_name`. */
export function checkStartOptions(options: StartOptions): void {
  checkSessionName(options.name);
  if ((options.runtime ?? "docker") === "docker") {
    if (options.image === undefined || options.image === "")
      throw usage("No image is named.", "Name one with --image, or in .para/docker.json.");
    if (/[\s\0]/.test(options.image) || options.image.length > 512)
      throw usage(`${shown(options.image)} is no image name.`);
  } else {
    refuseOnLocal(options);
  }
  for (const [name, value] of Object.entries(options.env ?? {})) checkVariable(name, value);
  for (const [port, hostPort] of Object.entries(options.ports ?? {})) checkPort(port, hostPort);
  for (const name of Object.keys(options.labels ?? {})) {
    if (name === "" || name.startsWith("para."))
      throw usage(`The label ${shown(name)} cannot be set.`, "Names that begin with `para.` are ours.");
  }
  for (const word of options.command ?? []) if (word.includes("\0")) throw usage("A word of the command holds a NUL.");
  checkLimit("memory", options.memory, 6 * 1024 * 1024, Number.MAX_SAFE_INTEGER);
  checkLimit("pids", options.pids, 8, 4_194_304);
  if (options.cpus !== undefined && !(options.cpus >= 0.01 && options.cpus <= 1024))
    throw usage("cpus lies between 0.01 and 1024.");
  if (options.user !== undefined && !/^[0-9]{1,10}(:[0-9]{1,10})?$/.test(options.user))
    throw usage(`${shown(options.user)} is no user.`, "Give numbers: uid or uid:gid.");
  if (options.network !== undefined && !/^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/.test(options.network))
    throw usage(`${shown(options.network)} is no network.`);
  for (const name of options.capabilities ?? [])
    if (!/^[A-Z_]{1,32}$/.test(name)) throw usage(`${shown(name)} is no capability.`);
}

function refuseOnLocal(options: StartOptions): void {
  const wanted = (
    ["image", "ports", "mounts", "memory", "pids", "cpus", "user", "network", "capabilities"] as const
  ).find((key) => {
    const value = options[key];
    return value !== undefined && (typeof value !== "object" || Object.keys(value).length > 0);
  });
  if (wanted !== undefined)
    throw usage(`The local runtime has no ${wanted}.`, "Leave it out, or use --runtime docker.");
}

function checkVariable(name: string, value: string): void {
  if (!ENV_NAME.test(name)) throw usage(`${shown(name)} is no name of an environment variable.`);
  if (value.includes("\0")) throw usage(`The value of ${name} holds a NUL.`);
  if (OWN_VARIABLES.includes(name)) throw usage(`${name} is set by the host.`, "Leave it out.");
}

function checkPort(port: string, hostPort: string): void {
  const inRange = (text: string, least: number) =>
    Number.parseInt(text, 10) >= least && Number.parseInt(text, 10) <= 65_535;
  if (!CONTAINER_PORT.test(port) || !inRange(port, 1))
    throw usage(`${shown(port)} is no port in the container.`, "Such as 3000 or 53/udp.");
  if (!HOST_PORT.test(hostPort) || !inRange(hostPort, 0))
    throw usage(`${shown(hostPort)} is no port of this machine.`, "0 lets the engine choose.");
}

function checkLimit(name: string, value: number | undefined, least: number, most: number): void {
  if (value === undefined || value === 0) return;
  if (!Number.isSafeInteger(value) || value < least || value > most)
    throw usage(`${name} is 0 (no limit) or from ${least} to ${most}.`);
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}

function usage(message: string, hint?: string): HostError {
  return new HostError("usage", message, hint === undefined ? {} : { hint });
}
