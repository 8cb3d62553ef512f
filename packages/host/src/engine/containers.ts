// The engine's containers: create, start, look, stop, remove. Only containers that carry our labels are ever listed.
import type { LabelMap, PortMap } from "@para-docker/protocol";
import { HostError } from "../errors.js";
import { answerMessage, type Engine, oneLine, refused } from "./connect.js";

/** What the engine is asked to make, as its API has it (`POST /containers/create`). */
export interface ContainerSpec {
  Image: string;
  Entrypoint: string[];
  Cmd: string[];
  Env: string[];
  User?: string;
  WorkingDir?: string;
  StopSignal?: string;
  Labels: LabelMap;
  ExposedPorts?: Record<string, Record<string, never>>;
  Healthcheck?: { Test: string[] };
  HostConfig: Record<string, unknown> & { Init?: boolean };
}

/** One container as the engine sees it. */
export interface ContainerInfo {
  id: string;
  image: string;
  labels: LabelMap;
  /** The engine's word: `created`, `running`, `paused`, `restarting`, `removing`, `exited`, `dead`. */
  status: string;
  /** Of its first process, where the engine runs; 0 where it does not run. */
  pid: number;
  exitCode: number;
  oomKilled: boolean;
  /** Why the engine could not start it. */
  error: string;
  startedAt?: string;
  finishedAt?: string;
  ports: PortMap;
  mounts: { source: string; target: string; readOnly: boolean; type: string }[];
}

/** Makes a container and gives its id. @throws HostError `no_image`, `session_exists` (the name is taken), `engine_failed`. */
export async function createContainer(engine: Engine, name: string, spec: ContainerSpec): Promise<string> {
  const answer = await engine.call({ method: "POST", path: "/containers/create", query: { name }, json: spec });
  if (answer.status === 201) return text(record(answer.body).Id);
  if (answer.status === 404) {
    throw new HostError("no_image", `The engine has no image ${JSON.stringify(spec.Image)}.`, {
      hint: `Pull it (docker pull ${spec.Image}), or name one that is there with --image (docker images).`,
    });
  }
  // Podman says so with status 500.
  if (answer.status === 409 || /name .* is already in use/.test(answerMessage(answer))) {
    throw new HostError("session_exists", `The engine already has a container ${name}.`, {
      hint: "Finish that session first, or choose another name.",
    });
  }
  throw refused(answer, "create the container");
}

/** Starts it; one that runs already is no fault. @throws HostError `agent_absent`, `port_taken`, `engine_failed`. */
export async function startContainer(engine: Engine, id: string): Promise<void> {
  const answer = await engine.call({ method: "POST", path: `/containers/${id}/start`, idleMs: 120_000 });
  if (answer.status === 204 || answer.status === 304) return;
  const message = answerMessage(answer);
  if (/port is already allocated|address already in use/.test(message)) {
    // The engine's sentence is long and about its own parts; the address is what matters.
    const [, address] = /(?:listen \w+|Bind for) (\S+:\d+)[: ]/.exec(message) ?? [];
    const what = address === undefined ? `A port to publish is taken: ${message}` : `The port ${address} is taken.`;
    throw new HostError("port_taken", what, {
      hint: "Choose another port on the host, 0 for any that is free, or leave it out.",
    });
  }
  // The engine names the program it could not execute; our entry points are a shell or node.
  if (/exec: "[^"]*(sh|node)"/.test(message) || /no such file or directory: unknown/.test(message)) {
    throw new HostError("agent_absent", `The image cannot run the agent: ${message}`, {
      hint: "The shell agent needs /bin/sh and awk in the image, the Node agent needs node: choose another image or --agent.",
    });
  }
  throw refused(answer, "start the container");
}

/** The container, or nothing where the engine knows none of that id or name. */
export async function inspectContainer(engine: Engine, id: string): Promise<ContainerInfo | undefined> {
  const answer = await engine.call({ method: "GET", path: `/containers/${encodeURIComponent(id)}/json` });
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw refused(answer, "look at the container");
  return readInspect(answer.body);
}

/** TERM, after `graceSeconds` KILL. One that is stopped or gone is no fault. */
export async function stopContainer(engine: Engine, id: string, graceSeconds: number): Promise<void> {
  const query = { t: Math.ceil(graceSeconds) };
  const answer = await engine.call({
    method: "POST",
    path: `/containers/${id}/stop`,
    query,
    idleMs: (graceSeconds + 60) * 1000,
  });
  if (![204, 304, 404].includes(answer.status)) throw refused(answer, "stop the container");
}

/** KILL at once. One that is stopped or gone is no fault. */
export async function killContainer(engine: Engine, id: string): Promise<void> {
  const answer = await engine.call({ method: "POST", path: `/containers/${id}/kill`, idleMs: 60_000 });
  const ended = answer.status === 500 && /only kill running|not running/.test(answerMessage(answer));
  if (![204, 404, 409].includes(answer.status) && !ended) throw refused(answer, "kill the container");
}

/** Lets a paused container go on. One that is not paused or gone is no fault. */
export async function unpauseContainer(engine: Engine, id: string): Promise<void> {
  const answer = await engine.call({ method: "POST", path: `/containers/${id}/unpause` });
  if (answer.status !== 204 && answer.status !== 404 && !/not paused/.test(answerMessage(answer))) {
    throw refused(answer, "unpause the container");
  }
}

/** Removes it with its anonymous volumes, running or not. One that is gone is no fault. */
export async function removeContainer(engine: Engine, id: string): Promise<void> {
  const answer = await engine.call({
    method: "DELETE",
    path: `/containers/${id}`,
    query: { v: true, force: true },
    idleMs: 120_000,
  });
  const underWay = answer.status === 409 && /already in progress/.test(answerMessage(answer));
  if (answer.status !== 204 && answer.status !== 404 && !underWay) throw refused(answer, "remove the container");
}

/** A container as a listing has it: without what only a look at it tells. */
export interface ContainerSummary extends Pick<ContainerInfo, "id" | "image" | "labels" | "status" | "ports"> {
  /** Where it runs: it was not started before this, in milliseconds of the epoch. When exactly, a listing does not say. */
  startedAfter?: number;
}

/** Clocks of engine and host may differ by so much. */
const SKEW_MS = 2_000;

/** Whether a container that was started at `startedAt` has been started again since, as far as a listing tells. */
export function wasRestarted({ startedAfter }: ContainerSummary, startedAt: string | undefined): boolean {
  return startedAfter !== undefined && Date.parse(startedAt ?? "") < startedAfter - SKEW_MS;
}

/** Every container, also stopped ones, that has all of `labels`. */
export async function listContainers(engine: Engine, labels: LabelMap): Promise<ContainerSummary[]> {
  const filters = JSON.stringify({ label: Object.entries(labels).map(([key, value]) => `${key}=${value}`) });
  const answer = await engine.call({ method: "GET", path: "/containers/json", query: { all: true, filters } });
  if (answer.status !== 200 || !Array.isArray(answer.body)) throw refused(answer, "list containers");
  return answer.body.map((entry: unknown) => {
    const container = record(entry);
    const up = longestUp(text(container.Status));
    return {
      ...(up !== undefined && { startedAfter: Date.now() - up }),
      id: text(container.Id),
      image: text(container.Image),
      labels: labelMap(container.Labels),
      status: text(container.State),
      ports: listedPorts(container.Ports),
    };
  });
}

/** What of a container is opened beyond our defaults, in words: `all capabilities`, `no memory limit`. Nothing for one that is gone. */
export async function containerOpenings(engine: Engine, id: string): Promise<string[]> {
  const answer = await engine.call({ method: "GET", path: `/containers/${id}/json` });
  if (answer.status === 404) return [];
  if (answer.status !== 200) throw refused(answer, "look at the container");
  const host = record(record(answer.body).HostConfig);
  const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  const capabilities = list(host.CapAdd);
  const found: [boolean, string][] = [
    [host.Privileged === true, "privileged"],
    // Podman lists all of its defaults where it was told `ALL`.
    [!list(host.CapDrop).includes("ALL") && list(host.CapDrop).length < 10, "capabilities not dropped"],
    [capabilities.length > 0, `capabilities ${capabilities.join(" ")}`],
    [!list(host.SecurityOpt).some((option) => option.startsWith("no-new-privileges")), "new privileges"],
    [host.Memory === 0, "no memory limit"],
    [host.PidsLimit === null || host.PidsLimit === 0 || host.PidsLimit === -1, "no limit of processes"],
    [host.Init !== true, "no init"],
    [host.NetworkMode === "host", "the host's network"],
  ];
  return found.filter(([open]) => open).map(([, words]) => oneLine(words));
}

/** The last `lines` lines that the container wrote, oldest first, safe for a terminal. */
export async function lastLogLines(engine: Engine, id: string, lines: number): Promise<string[]> {
  const query = { stdout: true, stderr: true, tail: lines };
  const stream = await engine.open({ method: "GET", path: `/containers/${id}/logs`, query, idleMs: 5_000 });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > 256 * 1024) break;
    }
  } finally {
    stream.destroy();
  }
  if (stream.statusCode !== 200) return [];
  const said = demultiplex(Buffer.concat(chunks)).toString("utf8");
  return said
    .split("\n")
    .map(oneLine)
    .filter((line) => line !== "")
    .slice(-lines);
}

/** Takes the engine's frames apart: eight bytes of which the last four are the length, then that many bytes. */
export function demultiplex(stream: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at + 8 <= stream.length; ) {
    const end = at + 8 + stream.readUInt32BE(at + 4);
    parts.push(stream.subarray(at + 8, end));
    at = end;
  }
  return Buffer.concat(parts);
}

function readInspect(body: unknown): ContainerInfo {
  const all = record(body);
  const state = record(all.State);
  const config = record(all.Config);
  const startedAt = moment(state.StartedAt);
  const finishedAt = moment(state.FinishedAt);
  return {
    id: text(all.Id),
    image: text(config.Image),
    labels: labelMap(config.Labels),
    status: text(state.Status),
    pid: typeof state.Pid === "number" ? state.Pid : 0,
    exitCode: typeof state.ExitCode === "number" ? state.ExitCode : 0,
    oomKilled: state.OOMKilled === true,
    error: oneLine(text(state.Error)),
    ...(startedAt !== undefined && { startedAt }),
    ...(finishedAt !== undefined && { finishedAt }),
    ports: portMap(record(all.NetworkSettings).Ports),
    mounts: (Array.isArray(all.Mounts) ? all.Mounts : []).map((entry: unknown) => {
      const mount = record(entry);
      return {
        source: text(mount.Source),
        target: text(mount.Destination),
        readOnly: mount.RW === false,
        type: text(mount.Type),
      };
    }),
  };
}

/** `{"3000/tcp": [{HostPort: "49153"}]}` as `{"3000": "49153"}`: tcp goes without saying. */
function portMap(ports: unknown): PortMap {
  const map: PortMap = {};
  for (const [port, bindings] of Object.entries(record(ports))) {
    const first: unknown = Array.isArray(bindings) ? bindings[0] : undefined;
    const hostPort = text(record(first).HostPort);
    if (hostPort !== "" && hostPort !== "0") map[port.replace(/\/tcp$/, "")] = hostPort;
  }
  return map;
}

/** `[{PrivatePort: 3000, PublicPort: 49153, Type: "tcp"}]` as `{"3000": "49153"}`. */
function listedPorts(ports: unknown): PortMap {
  const map: PortMap = {};
  for (const entry of Array.isArray(ports) ? ports : []) {
    const { PrivatePort: port, PublicPort: hostPort, Type: type } = record(entry);
    if (typeof port === "number" && typeof hostPort === "number")
      map[type === "tcp" ? `${port}` : `${port}/${text(type)}`] = `${hostPort}`;
  }
  return map;
}

/** Milliseconds of the units in which the engine says how long a container is up. */
const UNITS = {
  second: 1e3,
  minute: 60e3,
  hour: 3600e3,
  day: 86400e3,
  week: 604800e3,
  month: 2592000e3,
  year: 31536000e3,
};

/** The longest time that words like `Up 5 minutes (healthy)`, `Up About an hour` stand for, in milliseconds. */
function longestUp(words: string): number | undefined {
  const [, count, unit] = /^Up (\d+|About an?|Less than a) (second|minute|hour|day|week|month|year)/.exec(words) ?? [];
  if (count === undefined || unit === undefined) return undefined;
  const least = count === "Less than a" ? 0 : count.startsWith("About") ? 1 : Number(count);
  return (least + 1) * UNITS[unit as keyof typeof UNITS];
}

/** The engine's time in the protocol's words; the zero time of Go means never. */
function moment(value: unknown): string | undefined {
  const said = text(value);
  const time = Date.parse(said);
  return said.startsWith("0001-") || Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function labelMap(value: unknown): LabelMap {
  return Object.fromEntries(
    Object.entries(record(value)).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
