// What an open session consists of, below a state root that stays open.
import type { ContainerMetadata } from "@para-docker/protocol";
import { closeDirectory, type Directory, glance } from "../confined/index.js";
import { metadataName, metadataOf } from "../metadata.js";
import { checkSessionName, openSessionDirectory } from "../places.js";
import { openQueue, type Queue } from "../queue/queue.js";
import { noSession } from "../queue/queue-take.js";
import { type Observer, sessionObserver } from "../reading/observer.js";
import type { EngineLook } from "../registry/engine-look.js";

type LookWith = (metadata: ContainerMetadata | undefined) => EngineLook;

/** What an open session consists of. */
export interface SessionParts {
  /** The state root. */
  root: Directory;
  name: string;
  /** As they were when the session was opened, or when its start was done. */
  metadata: ContainerMetadata | undefined;
  /** Of the metadata's file when {@link takeStarted} last read it. */
  metadataStamp?: string | undefined;
  engine: EngineLook;
  /** Gives the look at the container of other metadata. */
  lookWith: LookWith;
  queue: Queue;
  observer: Observer;
}

/**
 * Opens a session below `root`; its engine is the one that `lookWith` gives.
 *
 * @throws HostError `invalid_name`, `no_session` where neither metadata nor directory is there.
 */
export function sessionParts(root: Directory, name: string, lookWith: LookWith): SessionParts {
  checkSessionName(name);
  const metadata = metadataOf(root, name);
  if (metadata === undefined) {
    const directory = openSessionDirectory(root, name);
    if (!directory.ok) throw noSession(name, directory.fault);
    closeDirectory(directory.value);
  }
  const [queue, observer] = [openQueue(root, name), sessionObserver(root, name)];
  return { root, name, metadata, engine: lookWith(metadata), lookWith, queue, observer };
}

/** Takes in the metadata of a session that was still being started when it was opened, once it is up. */
export function takeStarted(parts: SessionParts): void {
  if (parts.metadata?.started_at !== undefined) return;
  const stamp = glance(parts.root, metadataName(parts.name))?.stamp;
  if (stamp !== undefined && stamp === parts.metadataStamp) return;
  parts.metadataStamp = stamp;
  const metadata = metadataOf(parts.root, parts.name);
  if (metadata?.started_at === undefined) return;
  parts.metadata = metadata;
  parts.engine = parts.lookWith(metadata);
}
