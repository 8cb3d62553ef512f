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
import { closeDirectory, type Directory, list, readWhole, replaceFile } from "./confined/index.js";
import { rootLabels, SESSION_LABEL } from "./container-spec.js";
import type { Engine } from "./engine/connect.js";
import { type ContainerSummary, listContainers } from "./engine/containers.js";
import { isHostError } from "./errors.js";
import { withLock } from "./lock.js";
import { metadataOf, sessionOfMetadata } from "./metadata.js";
import { makePath, PLACES } from "./places.js";
import { localRuntime } from "./runtime-local.js";

/** Label under which a session's health endpoint is kept; the host fetches it only as `probeHealth` allows. */
export const HEALTH_LABEL = "para.health-endpoint";

const FILE = "registry.json";
/** Directory of the registry's lock; no session has a name with a dot. */
const LOCK = ".registry";
/** Largest registry, in entries: the schema's bound. */
const ENTRIES = 10_000;
/** An unchanged registry is written again after so long, so that `last_updated` is true. */
const REWRITE_MS = 10_000;

/** Sessions of a state root that have metadata, in the order of their names. */
export function sessionsWithMetadata(root: Directory): ContainerMetadata[] {
  const listing = list(root, { entries: 2 * ENTRIES, ms: 2_000 });
  const names = listing.ok ? listing.value.names : [];
  return names
    .map(sessionOfMetadata)
    .filter((name) => name !== undefined)
    .sort()
    .flatMap((name) => metadataOf(root, name) ?? []);
}

/**
 * Derives the registry anew and publishes it (docs/protocol.md#registry). Without an engine, containers stand there as
 * `unknown`: nobody could be asked.
 *
 * @throws HostError `write_failed`, `locked`.
 */
export async function refreshRegistry(root: Directory, engine: Engine | undefined): Promise<ContainerRegistry> {
  const lock = makePath(root, [
    [PLACES.docker, 0o755],
    [PLACES.host, 0o700],
    [LOCK, 0o700],
  ]);
  try {
    // Looked at and published under one lock: of two hosts, the later look is the one that stays.
    return await withLock(lock, () => derive(root, engine));
  } finally {
    closeDirectory(lock);
  }
}

async function derive(root: Directory, engine: Engine | undefined): Promise<ContainerRegistry> {
  const containers = await askEngine(root, engine);
  const local = localRuntime(root);
  const entries: RegistryEntry[] = [];
  for (const metadata of sessionsWithMetadata(root)) {
    if (metadata.runtime === "local") {
      entries.push(entryOf(metadata, (await local.state(metadata)).status, undefined));
      continue;
    }
    const container = containers?.get(metadata.container_id);
    // One that the engine no longer knows is not listed: there is nothing left to read about.
    if (containers === undefined) entries.push(entryOf(metadata, "unknown", metadata.ports));
    else if (container !== undefined) entries.push(entryOf(metadata, container.status, container.ports));
  }
  entries.sort((a, b) => (a.started_at ?? "").localeCompare(b.started_at ?? ""));
  const registry = {
    protocol_version: PROTOCOL_VERSION,
    containers: entries.slice(-ENTRIES),
    last_updated: new Date().toISOString(),
  };
  publish(root, registry);
  return registry;
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

function entryOf(metadata: ContainerMetadata, status: string, ports: PortMap | undefined): RegistryEntry {
  const endpoint = metadata.labels?.[HEALTH_LABEL];
  return {
    session_name: metadata.session_name,
    container_id: metadata.container_id,
    status: status === "" ? "unknown" : status,
    ...(metadata.started_at !== undefined && { started_at: metadata.started_at }),
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
    if (isCurrent(shared, registry)) return;
    // Readable by whoever runs in the containers: it holds nothing that a neighbour must not know.
    replaceFile(shared, FILE, Buffer.from(`${JSON.stringify(registry, null, 2)}\n`), { mode: 0o644, sync: "none" });
  } finally {
    closeDirectory(shared);
  }
}

/** Whether the published registry says the same and was written just now: then it may stay. */
function isCurrent(shared: Directory, registry: ContainerRegistry): boolean {
  const file = readWhole(shared, FILE, LIMITS.bytes.registry);
  const parsed = file.ok ? parseRegistry(file.value.bytes) : undefined;
  if (!parsed?.ok) return false;
  const age = Date.parse(registry.last_updated) - Date.parse(parsed.value.last_updated);
  return (
    age >= 0 && age < REWRITE_MS && JSON.stringify(parsed.value.containers) === JSON.stringify(registry.containers)
  );
}
