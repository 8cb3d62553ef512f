// The container of a session, as the engine is asked for it: closed by default, opened only by what the user named.
import { createHash } from "node:crypto";
import type { LabelMap } from "@para-docker/protocol";
import type { ContainerSpec } from "../engine/containers.js";
import type { StartOptions } from "../options/start-options.js";
import { AGENT_FILES } from "./agent-directory.js";
import type { EngineMount } from "./mounts.js";

/** Labels by which the host knows its containers. Both must match before one is touched. */
export const SESSION_LABEL = "para.session";
export const STATE_ROOT_LABEL = "para.state-root";

/** In the metadata of a session whose container somebody else made. */
export const ATTACHED_LABEL = "para.attached";

/** Memory of a container unless the user says otherwise, in bytes. */
const MEMORY_BYTES = 4 * 1024 * 1024 * 1024;
/** Processes and threads of a container unless the user says otherwise. */
const PIDS = 1024;

/** Labels of every container of one state root. */
export function rootLabels(stateRoot: string): LabelMap {
  return { [STATE_ROOT_LABEL]: stateRoot };
}

/** Labels of one session's container. */
export function sessionLabels(stateRoot: string, session: string): LabelMap {
  return { ...rootLabels(stateRoot), [SESSION_LABEL]: session };
}

/** Name of a session's container: sessions of one name in two state roots do not meet. */
export function containerName(stateRoot: string, session: string): string {
  return `para-${session}-${createHash("sha256").update(stateRoot).digest("hex").slice(0, 8)}`;
}

/** The agent's command line in a container, for the entry point, which is the shell's part of both agents. */
export function agentCommand(agent: "sh" | "node", directory: string): string[] {
  return ["/bin/sh", `${directory}/${AGENT_FILES[agent]}`];
}

/** The request for a session's container. `options` must have been checked. */
export function containerSpec(
  options: StartOptions,
  stateRoot: string,
  mounts: EngineMount[],
  how: { init: boolean; podman: boolean },
): ContainerSpec {
  const agent = options.agent ?? "sh";
  const env = { ...options.env, PARA_SESSION_NAME: options.name };
  const user = options.user ?? caller();
  const ports = Object.entries(options.ports ?? {}).map(([port, hostPort]): [string, string] => [
    port.includes("/") ? port : `${port}/tcp`,
    hostPort,
  ]);
  const memory = options.memory ?? MEMORY_BYTES;
  const pids = options.pids ?? PIDS;
  return {
    Image: options.image ?? "",
    Entrypoint: agentCommand(agent, "/para/agent"),
    Cmd: ["run", ...(options.command && options.command.length > 0 ? ["--", ...options.command] : [])],
    Env: Object.entries(env).map(([name, value]) => `${name}=${value}`),
    ...(user !== undefined && { User: user }),
    WorkingDir: "/workspace",
    StopSignal: "SIGTERM",
    Labels: { ...options.labels, ...sessionLabels(stateRoot, options.name), "para.agent": agent },
    ExposedPorts: Object.fromEntries(ports.map(([port]) => [port, {}])),
    HostConfig: {
      Mounts: mounts.filter((mount) => mount.Type === "bind"),
      // Podman passes over a tmpfs among the mounts; under this name both engines know it.
      Tmpfs: Object.fromEntries(mounts.flatMap((mount) => maskOption(mount, how.podman))),
      Init: how.init,
      CapDrop: ["ALL"],
      CapAdd: options.capabilities ?? [],
      SecurityOpt: ["no-new-privileges"],
      ...(memory > 0 && { Memory: memory }),
      ...(pids > 0 && { PidsLimit: pids }),
      ...(options.cpus !== undefined && { NanoCpus: Math.round(options.cpus * 1e9) }),
      ...(options.network !== undefined && { NetworkMode: options.network }),
      PortBindings: Object.fromEntries(
        ports.map(([port, hostPort]) => [port, [{ HostIp: "127.0.0.1", HostPort: hostPort }]]),
      ),
      // What the agent prints is for finding faults; a container that prints without end fills four files of a megabyte, no more.
      LogConfig: { Type: "json-file", Config: { "max-size": "1m", "max-file": "4" } },
      RestartPolicy: { Name: "no" },
      // Whoever runs in the container may write the status directory through the group that owns it.
      ...(options.user !== undefined && callerGroup() !== undefined && { GroupAdd: [String(callerGroup())] }),
    },
  };
}

/** A mask as the engine's `Tmpfs` has it: target to options. */
function maskOption(mount: EngineMount, podman: boolean): [string, string][] {
  if (mount.Type !== "tmpfs") return [];
  const { SizeBytes: size, Mode: mode } = mount.TmpfsOptions ?? { SizeBytes: 0, Mode: 0 };
  // Podman fills a tmpfs with a copy of what it covers, unless told not to; Docker knows no such word.
  const empty = podman ? ",notmpcopyup" : "";
  return [[mount.Target, `rw,nosuid,nodev,noexec,size=${size},mode=${mode.toString(8)}${empty}`]];
}

/** `uid:gid` of this process, where there is such a thing. */
function caller(): string | undefined {
  const uid = process.getuid?.();
  const gid = callerGroup();
  return uid === undefined || gid === undefined ? undefined : `${uid}:${gid}`;
}

function callerGroup(): number | undefined {
  return process.getgid?.();
}
