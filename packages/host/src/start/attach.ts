// Takes a container that somebody else made, and that mounts a session's directory, for that session's.
import { type ContainerMetadata, PROTOCOL_VERSION } from "@para-docker/protocol";
import { closeDirectory, type Directory } from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import { type ContainerInfo, inspectContainer } from "../engine/containers.js";
import { HostError } from "../errors.js";
import { claimMetadata } from "../metadata.js";
import { openSessionDirectory, PLACES } from "../places.js";
import { refreshRegistry } from "../registry/registry.js";
import { ATTACHED_LABEL } from "../runtime/container-spec.js";
import { mountsSession } from "../runtime/runtime-docker.js";

/** Which container is whose. */
export interface AttachOptions {
  /** Name of the session. */
  name: string;
  /** Id or name of the container. */
  container: string;
  engine: Engine;
}

/**
 * Makes `container` the session's. It must run, and have `docker/{session}` of this state root mounted where its agent looks
 * (docs/protocol.md#status-directory). The host never stops or removes it.
 *
 * @throws HostError `invalid_name`, `session_exists`, `usage` where there is no such container or it does not mount the directory.
 */
export async function attachContainer(root: Directory, options: AttachOptions): Promise<ContainerMetadata> {
  const { name, container, engine } = options;
  const info = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/.test(container)
    ? await inspectContainer(engine, container)
    : undefined;
  if (info === undefined)
    throw new HostError("usage", `The engine has no container ${JSON.stringify(container.slice(0, 80))}.`, {
      hint: "See docker ps.",
    });
  needDirectory(root, name, info);
  if (info.status !== "running" && info.status !== "paused")
    throw new HostError("usage", `The container ${container} does not run.`, { hint: `docker start ${container}` });
  const ports = Object.keys(info.ports).length > 0 ? { ports: info.ports } : {};
  const metadata: ContainerMetadata = {
    protocol_version: PROTOCOL_VERSION,
    session_name: name,
    runtime: "docker",
    agent: "other",
    container_id: info.id,
    image: info.image,
    workspace: info.mounts.find((mount) => mount.target === "/workspace")?.source ?? root.path,
    mounts: info.mounts
      .filter((mount) => mount.type === "bind")
      .map((mount) => ({ source: mount.source, target: mount.target, read_only: mount.readOnly })),
    ...ports,
    labels: { [ATTACHED_LABEL]: "true" },
    created_at: new Date().toISOString(),
    ...(info.startedAt !== undefined && { started_at: info.startedAt }),
  };
  if (!claimMetadata(root, metadata)) {
    throw new HostError("session_exists", `There is a session ${name} already.`, {
      hint: `Finish it (para-docker finish ${name}), or choose another name.`,
    });
  }
  await refreshRegistry(root, engine);
  return metadata;
}

/** The session's directory is there, and the container has it. */
function needDirectory(root: Directory, name: string, info: ContainerInfo): void {
  const directory = openSessionDirectory(root, name);
  if (directory.ok) closeDirectory(directory.value);
  if (directory.ok && mountsSession(info, root.path, name)) return;
  const place = `${root.path}/${PLACES.docker}/${name}`;
  throw new HostError("usage", `The container does not mount ${place}.`, {
    hint: `Make that directory, and run the container with --mount type=bind,source=${place},target=/para/status.`,
  });
}
