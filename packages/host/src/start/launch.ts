// Brings a session up: its directories, its container or process, its first status. What fails takes with it all that was made.
import { type ContainerMetadata, type MountInfo, PROTOCOL_VERSION } from "@para-docker/protocol";
import { closeDirectory, type Directory } from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import {
  type ContainerInfo,
  createContainer,
  inspectContainer,
  removeContainer,
  startContainer,
} from "../engine/containers.js";
import { hasImage } from "../engine/images.js";
import { HostError, isHostError } from "../errors.js";
import { claimMetadata, writeMetadata } from "../metadata.js";
import type { StartOptions } from "../options/start-options.js";
import { makePath, openSessionDirectory, PLACES } from "../places.js";
import { HEALTH_LABEL } from "../registry/registry.js";
import { findAgentDirectory } from "../runtime/agent-directory.js";
import { containerName, containerSpec } from "../runtime/container-spec.js";
import { masksHold } from "../runtime/mask-check.js";
import { type MountPlan, planMounts, recheckSources } from "../runtime/mounts.js";
import { removeSessionFiles } from "../runtime/remove-session.js";
import type { Runtime } from "../runtime/runtime.js";
import { dockerRuntime, stateOf } from "../runtime/runtime-docker.js";
import { localRuntime, startLocalAgent } from "../runtime/runtime-local.js";
import { firstStatus } from "./first-status.js";

/** Time for the first status unless the user says otherwise. */
const FIRST_STATUS_MS = 30_000;

/** What a session is brought up with. */
export interface Launch {
  root: Directory;
  /** Absolute, real. */
  workspace: string;
  options: StartOptions;
  /** Needed for `docker`. */
  engine: Engine | undefined;
}

/**
 * Brings the session up and waits for its first status; its metadata are on the disk then.
 *
 * @throws HostError for anything that fails, with nothing of the session left.
 */
export async function launch({ root, workspace, options, engine }: Launch): Promise<ContainerMetadata> {
  const step = options.onStep ?? (() => undefined);
  const agentDirectory = await findAgentDirectory(options.agent ?? "sh", options.agentDirectory);
  if (engine !== undefined) await needImage(engine, options.image ?? "");
  refuseSecond(root, options.name);
  const planned = plannedMetadata(root, workspace, options);
  if (!claimMetadata(root, planned)) throw exists(options.name);
  let runtime: Runtime | undefined;
  try {
    step("making the session's directories");
    makeDirectories(root, options.name);
    let metadata: ContainerMetadata;
    if (engine === undefined) {
      runtime = localRuntime(root);
      metadata = await startLocal(root, agentDirectory, planned, options);
    } else {
      runtime = dockerRuntime(engine, root.path);
      metadata = await startDocker(engine, root, agentDirectory, planned, options);
    }
    writeMetadata(root, metadata);
    step("waiting for the agent's first status");
    await firstStatus(root, metadata, runtime, options.timeoutMs ?? FIRST_STATUS_MS, options.signal);
    return metadata;
  } catch (error) {
    step("taking back what was made");
    throw (await takeBack(root, planned, engine)) ? error : leftBehind(error, options.name);
  }
}

async function needImage(engine: Engine, image: string): Promise<void> {
  if (await hasImage(engine, image)) return;
  throw new HostError("no_image", `The engine has no image ${JSON.stringify(image)}.`, {
    hint: `Pull it (docker pull ${image}), or name one that is there with --image (docker images).`,
  });
}

/** Refuses a name whose directory is there, before anything is claimed. */
function refuseSecond(root: Directory, session: string): void {
  const directory = openSessionDirectory(root, session);
  if (directory.ok) closeDirectory(directory.value);
  if (directory.ok || directory.fault.code !== "missing") throw exists(session);
}

function exists(session: string): HostError {
  return new HostError("session_exists", `There is a session ${session} already.`, {
    hint: `Finish it (para-docker finish ${session}), or choose another name.`,
  });
}

/** The metadata before anything is made: the container is known by its name until it has an id, so that a crash leaves a trace. */
function plannedMetadata(root: Directory, workspace: string, options: StartOptions): ContainerMetadata {
  const labels = {
    ...options.labels,
    ...(options.healthEndpoint !== undefined && { [HEALTH_LABEL]: options.healthEndpoint }),
  };
  const docker = options.runtime !== "local";
  return {
    protocol_version: PROTOCOL_VERSION,
    session_name: options.name,
    runtime: docker ? "docker" : "local",
    agent: options.agent ?? "sh",
    container_id: docker ? containerName(root.path, options.name) : "local",
    ...(docker && options.image !== undefined && { image: options.image }),
    workspace,
    ...(Object.keys(labels).length > 0 && { labels }),
    created_at: new Date().toISOString(),
  };
}

/** The status directory for para and the container's user alone, the shared one for all to read. */
function makeDirectories(root: Directory, session: string): void {
  const steps = [
    [
      [PLACES.docker, 0o755],
      [PLACES.shared, 0o755],
    ],
    [
      [PLACES.docker, 0o755],
      [session, 0o770],
      ["reports", 0o770],
    ],
    [
      [PLACES.docker, 0o755],
      [session, 0o770],
      [PLACES.logs, 0o770],
      [PLACES.commandLogs, 0o770],
    ],
  ] as const;
  for (const path of steps) closeDirectory(makePath(root, path));
}

async function startLocal(
  root: Directory,
  agentDirectory: string,
  planned: ContainerMetadata,
  options: StartOptions,
): Promise<ContainerMetadata> {
  options.onStep?.("starting the agent as a process of this machine");
  const { session_name: session, workspace } = planned;
  const agent = options.agent ?? "sh";
  const process = await startLocalAgent(root, {
    session,
    agent,
    agentDirectory,
    workspace,
    env: options.env ?? {},
    command: options.command ?? [],
  });
  return { ...planned, container_id: `local-${process.pid}`, process, started_at: new Date().toISOString() };
}

async function startDocker(
  engine: Engine,
  root: Directory,
  agentDirectory: string,
  planned: ContainerMetadata,
  options: StartOptions,
): Promise<ContainerMetadata> {
  const step = options.onStep ?? (() => undefined);
  const { session_name: session, workspace } = planned;
  const extra = options.mounts ?? [];
  const plan = await planMounts({ stateRoot: root.path, session, workspace, agentDirectory, extra });
  const make = (init: boolean) =>
    createContainer(
      engine,
      planned.container_id,
      containerSpec(options, root.path, plan.mounts, { init, podman: engine.podman }),
    );
  options.signal?.throwIfAborted();
  step("creating the container");
  let id = await make(options.noInit !== true);
  try {
    await startContainer(engine, id);
  } catch (error) {
    if (options.noInit === true || !missesInit(error)) throw error;
    step(
      "this engine has no init (docker-init): starting without one; children that a command leaves behind are not collected",
    );
    await removeContainer(engine, id);
    id = await make(false);
    await startContainer(engine, id);
  }
  // A source swapped between the check and the engine's mount is found out here; nobody has been told of the session yet.
  await recheckSources(plan.sources);
  const info = await inspectContainer(engine, id);
  if (info === undefined)
    throw new HostError("container_died", "The container was removed while it was started.", {
      hint: "Find out by whom, then start again.",
    });
  needMasks(info, plan);
  const state = stateOf(info);
  return {
    ...planned,
    container_id: id,
    mounts: plan.infos satisfies MountInfo[],
    ...(state.ports !== undefined && Object.keys(state.ports).length > 0 && { ports: state.ports }),
    started_at: state.startedAt ?? new Date().toISOString(),
  };
}

/** @throws HostError `mount_refused` where the engine left the state root open. Where that cannot be seen from here, `doctor` looks from inside. */
function needMasks(info: ContainerInfo, plan: MountPlan): void {
  const targets = plan.mounts.filter((mount) => mount.Type === "tmpfs").map((mount) => mount.Target);
  if (masksHold(info.pid, info.id, targets) !== false) return;
  throw new HostError("mount_refused", "The engine did not mask the state root in the container.", {
    hint: "Name a state root outside of the workspace (--state-dir), or use another engine.",
  });
}

/** Whether the engine could not start the container for want of its init. */
function missesInit(error: unknown): boolean {
  return isHostError(error) && /docker-init|init binary|catatonit/.test(error.message);
}

/**
 * Removes the container or ends the process, then the files. False where that could not be done: the session stays for `finish` then,
 * metadata and all.
 */
export async function takeBack(
  root: Directory,
  planned: ContainerMetadata,
  engine: Engine | undefined,
): Promise<boolean> {
  try {
    const runtime = engine === undefined ? localRuntime(root) : dockerRuntime(engine, root.path);
    await runtime.remove(planned);
    await removeSessionFiles(root, planned.session_name);
    return true;
  } catch {
    // The first error is the one to tell.
    return false;
  }
}

/** The error of a start that could not be taken back, as when the engine has gone in the middle, with what to do about that. */
export function leftBehind(error: unknown, session: string): unknown {
  if (!isHostError(error)) return error;
  return new HostError(error.code, error.message, {
    hint: `${error.hint ?? ""} Then take back what was made so far: para-docker finish ${session} --discard.`.trim(),
    cause: error,
  });
}
