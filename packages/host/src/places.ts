// Where things are below the state root (docs/protocol.md#places): names, and the ways to open what they name.
import { isSessionName } from "@para-docker/protocol";
import {
  closeDirectory,
  type Directory,
  type Found,
  keepDirectory,
  makeDirectory,
  openDirectory,
  syncDirectory,
  walkTo,
} from "./confined/index.js";
import { HostError } from "./errors.js";

/** Names below the state root and below a session's directory. */
export const PLACES = {
  docker: "docker",
  shared: "shared",
  registry: "registry.json",
  /** Private to the host, never mounted anywhere. */
  host: ".host",
  /** Below `host`: locks of finishes, since they remove the session's own directory. */
  finishing: ".finishing",
  archive: "archive",
  status: "status.json",
  metrics: "metrics.json",
  commands: "commands.json",
  doorbell: "doorbell",
  logs: "logs",
  agentLog: "agent.jsonl",
  commandLogs: "commands",
  result: "result.json",
} as const;

/**
 * The name, if it may name a session.
 *
 * @throws HostError `invalid_name` (docs/protocol.md#names).
 */
export function checkSessionName(name: string): string {
  if (isSessionName(name)) return name;
  throw new HostError("invalid_name", `${JSON.stringify(name.slice(0, 60))} cannot name a session.`, {
    hint: "Use 1 to 50 letters, digits, - and _, beginning with a letter or digit; the name shared is reserved.",
  });
}

/** Opens a session's status directory. The caller closes it. */
export function openSessionDirectory(root: Directory, session: string): Found<Directory> {
  checkSessionName(session);
  const docker = keepDirectory(root, PLACES.docker);
  return docker.ok ? openDirectory(docker.value, session) : docker;
}

/** Opens the directory of a command's claim, given the session's status directory. The caller closes it. */
export function openClaim(session: Directory, id: string): Found<Directory> {
  return walkTo(session, [PLACES.logs, PLACES.commandLogs, id]);
}

/** The same, given the state root. The caller closes it. */
export function openClaimOf(root: Directory, session: string, id: string): Found<Directory> {
  const directory = openSessionDirectory(root, session);
  if (!directory.ok) return directory;
  try {
    return openClaim(directory.value, id);
  } finally {
    closeDirectory(directory.value);
  }
}

/** Opens the host's private directory of a session, `docker/.host/{session}`. The caller closes it. */
export function openPrivateDirectory(root: Directory, session: string): Found<Directory> {
  checkSessionName(session);
  const docker = keepDirectory(root, PLACES.docker);
  const host = docker.ok ? keepDirectory(docker.value, PLACES.host) : docker;
  return host.ok ? openDirectory(host.value, session) : host;
}

/** The same, made where it is missing: mode 0700, and so is `.host`. */
export function makePrivateDirectory(root: Directory, session: string): Directory {
  const there = openPrivateDirectory(root, session);
  if (there.ok) return there.value;
  return makePath(root, [
    [PLACES.docker, 0o755],
    [PLACES.host, 0o700],
    [checkSessionName(session), 0o700],
  ]);
}

/** Waits until the disk has the names of the directories that {@link makePrivateDirectory} made. */
export function syncPrivatePath(root: Directory): void {
  syncDirectory(root);
  for (const names of [[PLACES.docker], [PLACES.docker, PLACES.host]]) {
    const found = walkTo(root, names);
    if (!found.ok) continue;
    try {
      syncDirectory(found.value);
    } finally {
      closeDirectory(found.value);
    }
  }
}

/** Makes the directories of a path one below the other, each with its mode, and opens the last. The caller closes it. */
export function makePath(root: Directory, steps: readonly (readonly [name: string, mode: number])[]): Directory {
  let directory = root;
  for (const [name, mode] of steps) {
    const parent = directory;
    try {
      directory = makeDirectory(parent, name, mode);
    } finally {
      if (parent !== root) closeDirectory(parent);
    }
  }
  return directory;
}
