// `shared/registry.json`: what containers may know of each other. Derived from metadata and engine, never believed.
import {
  type ContainerMetadata,
  type ContainerRegistry,
  LIMITS,
  type PortMap,
  PROTOCOL_VERSION,
  parseRegistry,
  type RegistryEntry,
} from "@para-docker/protocol";
import {
  closeDirectory,
  type Directory,
  glance,
  list,
  readWhole,
  replaceFile,
  sweepTemporaries,
  walkTo,
} from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import { type ContainerSummary, inspectContainer, listContainers, wasRestarted } from "../engine/containers.js";
import { isHostError } from "../errors.js";
import { metadataName, metadataOf, sessionOfMetadata } from "../metadata.js";
import { makePath, PLACES } from "../places.js";
import { withLock } from "../queue/lock.js";
import { rootLabels, SESSION_LABEL } from "../runtime/container-spec.js";
import type { EngineState } from "../runtime/runtime.js";
import { dockerRuntime, isAttached } from "../runtime/runtime-docker.js";
import { localRuntime } from "../runtime/runtime-local.js";

/** Label under which a session's health endpoint is kept; the host fetches it only as `probeHealth` allows. */
export const HEALTH_LABEL = "para.health-endpoint";

/** Directory of the registry's lock; no session has a name with a dot. */
const LOCK = ".registry";
/** Largest registry, in entries: the schema's bound. */
const ENTRIES = 10_000;
/** An unchanged registry is written again after so long, so that `last_updated` is true. */
const REWRITE_MS = 10_000;

/** Metadata as they were read, by the file's stamp, for who derives the registry again and again. */
export type KnownMetadata = Map<string, KnownSession>;

interface KnownSession {
  stamp: string;
  metadata: ContainerMetadata | undefined;
  /** When its container was started last, where that was after the metadata were written. */
  startedAt?: string | undefined;
}

/** Sessions of a state root that have metadata, in the order of their names. What has not changed is not read again. */
function sessionsWithMetadata(root: Directory, known: KnownMetadata): ContainerMetadata[] {
  const listing = list(root, { entries: 2 * ENTRIES, ms: 2_000 });
  const names = new Set((listing.ok ? listing.value.names : []).flatMap((name) => sessionOfMetadata(name) ?? []));
  for (const name of known.keys()) if (!names.has(name)) known.delete(name);
  return [...names].sort().flatMap((name) => {
    const stamp = glance(root, metadataName(name))?.stamp ?? "";
    const before = known.get(name);
    if (before !== undefined && before.stamp === stamp) return before.metadata ?? [];
    const metadata = metadataOf(root, name);
    known.set(name, { stamp, metadata });
    return metadata ?? [];
  });
}

/**
 * Derives the registry anew and publishes it (docs/protocol.md#registry). Without an engine, containers stand there as
 * `unknown`: nobody could be asked. `known` is what an earlier call has read, and takes what this one reads.
 *
 * @throws HostError `write_failed`, `locked`.
 */
export async function refreshRegistry(
  root: Directory,
  engine: Engine | undefined,
  known: KnownMetadata = new Map(),
): Promise<ContainerRegistry> {
  // Where there has been no session yet there is nothing to say, and nothing is made.
  if (!isPublished(root) && sessionsWithMetadata(root, known).length === 0) return registryOf([]);
  const lock = makePath(root, [
    [PLACES.docker, 0o755],
    [PLACES.host, 0o700],
    [LOCK, 0o700],
  ]);
  try {
    // Looked at and published under one lock: of two hosts, the later look is the one that stays.
    return await withLock(lock, () => derive(root, engine, known));
  } finally {
    closeDirectory(lock);
  }
}

async function derive(root: Directory, engine: Engine | undefined, known: KnownMetadata): Promise<ContainerRegistry> {
  const containers = await askEngine(root, engine);
  const sessions = sessionsWithMetadata(root, known);
  const local = localRuntime(root);
  const entries: RegistryEntry[] = [];
  for (const metadata of sessions) {
    if (metadata.runtime === "local") {
      entries.push(entryOf(metadata, (await local.state(metadata)).status, undefined));
      continue;
    }
    if (engine === undefined || containers === undefined) {
      entries.push(entryOf(metadata, "unknown", metadata.ports));
      continue;
    }
    const container = isAttached(metadata)
      ? await askAboutAttached(root, engine, metadata)
      : await withStart(engine, metadata, containers.get(metadata.container_id), known);
    // One that the engine no longer knows is not listed: there is nothing left to read about.
    if (container !== undefined)
      entries.push(entryOf(metadata, container.status, container.ports, container.startedAt));
  }
  entries.sort((a, b) => (a.started_at ?? "").localeCompare(b.started_at ?? ""));
  const registry = registryOf(entries.slice(-ENTRIES));
  publish(root, registry);
  return registry;
}

function registryOf(containers: RegistryEntry[]): ContainerRegistry {
  return { protocol_version: PROTOCOL_VERSION, containers, last_updated: new Date().toISOString() };
}

function isPublished(root: Directory): boolean {
  const shared = walkTo(root, [PLACES.docker, PLACES.shared]);
  if (!shared.ok) return false;
  const there = glance(shared.value, PLACES.registry)?.stamp !== "";
  closeDirectory(shared.value);
  return there;
}

/** Our containers by id, or nothing where no engine answers. */
async function askEngine(
  root: Directory,
  engine: Engine | undefined,
): Promise<Map<string, ContainerSummary> | undefined> {
  if (engine === undefined) return undefined;
  try {
    const found = await listContainers(engine, rootLabels(root.path));
    return new Map(found.filter((each) => each.labels[SESSION_LABEL] !== undefined).map((each) => [each.id, each]));
  } catch (error) {
    if (isHostError(error)) return undefined;
    throw error;
  }
}

/** What of a container stands in the registry. */
type Listed = Pick<EngineState, "status" | "ports" | "startedAt">;

/** The container with its present start, which the metadata do not tell of one that was restarted behind our back. */
async function withStart(
  engine: Engine,
  metadata: ContainerMetadata,
  container: ContainerSummary | undefined,
  known: KnownMetadata,
): Promise<Listed | undefined> {
  const before = known.get(metadata.session_name);
  const startedAt = before?.startedAt ?? metadata.started_at;
  if (container === undefined || !wasRestarted(container, startedAt)) return container && { ...container, startedAt };
  try {
    const now = (await inspectContainer(engine, container.id))?.startedAt ?? startedAt;
    if (before !== undefined) before.startedAt = now;
    return { ...container, startedAt: now };
  } catch (error) {
    if (isHostError(error)) return { ...container, startedAt };
    throw error;
  }
}

/** A container that somebody else made carries none of our labels: no list of ours has it. */
async function askAboutAttached(
  root: Directory,
  engine: Engine,
  metadata: ContainerMetadata,
): Promise<Listed | undefined> {
  try {
    const state = await dockerRuntime(engine, root.path).state(metadata);
    return state.status === "removed" ? undefined : state;
  } catch (error) {
    if (isHostError(error)) return { status: "unknown" };
    throw error;
  }
}

function entryOf(
  metadata: ContainerMetadata,
  status: string,
  ports: PortMap | undefined,
  startedAt: string | undefined = metadata.started_at,
): RegistryEntry {
  const endpoint = metadata.labels?.[HEALTH_LABEL];
  return {
    session_name: metadata.session_name,
    container_id: metadata.container_id,
    status: status === "" ? "unknown" : status,
    ...(startedAt !== undefined && { started_at: startedAt }),
    ...(ports !== undefined && Object.keys(ports).length > 0 && { host_port_mappings: ports }),
    ...(endpoint !== undefined && { health_endpoint: endpoint }),
    ...(metadata.image !== undefined && { image: metadata.image }),
  };
}

function publish(root: Directory, registry: ContainerRegistry): void {
  const shared = makePath(root, [
    [PLACES.docker, 0o755],
    [PLACES.shared, 0o755],
  ]);
  try {
    // Whoever holds the lock is alone here: what others left of writing is nobody's.
    sweepTemporaries(shared, PLACES.registry);
    if (isCurrent(shared, registry)) return;
    // Readable by whoever runs in the containers: it holds nothing that a neighbour must not know.
    replaceFile(shared, PLACES.registry, Buffer.from(`${JSON.stringify(registry, null, 2)}\n`), {
      mode: 0o644,
      sync: "none",
    });
  } finally {
    closeDirectory(shared);
  }
}

/** Whether the published registry says the same and was written just now: then it may stay. */
function isCurrent(shared: Directory, registry: ContainerRegistry): boolean {
  const file = readWhole(shared, PLACES.registry, LIMITS.bytes.registry);
  const parsed = file.ok ? parseRegistry(file.value.bytes) : undefined;
  if (!parsed?.ok) return false;
  const age = Date.parse(registry.last_updated) - Date.parse(parsed.value.last_updated);
  return (
    age >= 0 && age < REWRITE_MS && JSON.stringify(parsed.value.containers) === JSON.stringify(registry.containers)
  );
}
