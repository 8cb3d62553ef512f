// What a container gets to see of this machine: the three mounts of the protocol, the user's, and the mask over the state root.
import { lstat, realpath } from "node:fs/promises";
import { dirname, join, posix, relative, resolve, sep } from "node:path";
import type { MountInfo } from "@para-docker/protocol";
import { HostError } from "../errors.js";

/** A mount as the engine's API has it. Never a `-v a:b` string: a path may hold a colon. */
export interface EngineMount {
  Type: "bind" | "tmpfs";
  Source?: string;
  Target: string;
  ReadOnly?: boolean;
  TmpfsOptions?: { SizeBytes: number; Mode: number };
}

/** What is to be mounted. All paths are absolute and real. */
export interface MountRequest {
  stateRoot: string;
  session: string;
  workspace: string;
  agentDirectory: string;
  extra: readonly MountInfo[];
}

/** The mounts, and the sources as they were when they were checked. */
export interface MountPlan {
  mounts: EngineMount[];
  /** For the metadata: what is mounted beside the workspace. */
  infos: MountInfo[];
  sources: MountSource[];
}

/** A source and what lay there. */
interface MountSource {
  path: string;
  dev: bigint;
  ino: bigint;
}

/** Bytes of a mask. It needs none; a container that fills it has filled its own. */
const MASK_BYTES = 64 * 1024;

/** Places in a container that a mount of the user's must not lie in. */
const TAKEN_TARGETS = ["/para", "/proc", "/sys", "/dev"];

/**
 * Plans the mounts of a session (docs/protocol.md#session). The state root is masked by a tmpfs at its first component below every
 * mount that contains it: a mask deeper down would not hold, since a container may rename the parent of a mount point.
 *
 * @throws HostError `mount_refused` for a source that is linked, absent, of a strange kind or inside the state root, and for a
 * target that is ours.
 */
export async function planMounts(request: MountRequest): Promise<MountPlan> {
  const above = await withAncestors(request.stateRoot);
  const ownDirectory = join(request.stateRoot, "docker", request.session);
  const sharedDirectory = join(request.stateRoot, "docker", "shared");
  const infos: MountInfo[] = [
    { source: ownDirectory, target: "/para/status", read_only: false },
    { source: sharedDirectory, target: "/para/shared", read_only: true },
    { source: request.agentDirectory, target: "/para/agent", read_only: true },
  ];
  const masks: EngineMount[] = [];
  const workspaceMask = await maskFor(request.workspace, "/workspace", above);
  if (workspaceMask !== undefined) {
    masks.push(mask(workspaceMask.target));
    infos.push({
      source: ownDirectory,
      target: posix.join(workspaceMask.stateRoot, "docker", request.session),
      read_only: false,
    });
  }
  for (const mount of request.extra) {
    checkTarget(
      mount.target,
      request.extra,
      masks.map((each) => each.Target),
    );
    const source = resolve(mount.source);
    const hidden = await maskFor(source, mount.target, above);
    if (hidden !== undefined) masks.push(mask(hidden.target));
    infos.push({ source, target: mount.target, read_only: mount.read_only });
  }
  const all = [{ source: request.workspace, target: "/workspace", read_only: false }, ...infos];
  const sources = await Promise.all([...new Set(all.map((mount) => mount.source))].map(checkSource));
  const binds = all.map(
    (mount): EngineMount => ({ Type: "bind", Source: mount.source, Target: mount.target, ReadOnly: mount.read_only }),
  );
  return { mounts: [...binds, ...masks], infos, sources };
}

/**
 * Looks at the sources again: whoever could swap one between the check and the engine's mount is found out.
 *
 * @throws HostError `mount_refused` where one is not what it was.
 */
export async function recheckSources(sources: readonly MountSource[]): Promise<void> {
  for (const before of sources) {
    const now = await checkSource(before.path);
    if (now.dev !== before.dev || now.ino !== before.ino) {
      throw new HostError("mount_refused", `${before.path} was replaced while the session was started.`, {
        hint: "Find out by whom, then start again.",
      });
    }
  }
}

/** A source is a directory, or a file or socket of the user's, that no component of its path links to. */
async function checkSource(path: string): Promise<MountSource> {
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined) throw refusedSource(path, "is not there");
  if (real !== path)
    throw refusedSource(path, "is reached through a link", `It leads to ${real}: name that, if you mean it.`);
  const seen = await lstat(path, { bigint: true });
  if (!seen.isDirectory() && !seen.isFile() && !seen.isSocket())
    throw refusedSource(path, "is no directory, file or socket");
  return { path, dev: seen.dev, ino: seen.ino };
}

function refusedSource(path: string, why: string, hint = "Make it, or name another."): HostError {
  return new HostError("mount_refused", `What to mount, ${JSON.stringify(path)}, ${why}.`, { hint });
}

function mask(target: string): EngineMount {
  return { Type: "tmpfs", Target: target, TmpfsOptions: { SizeBytes: MASK_BYTES, Mode: 0o755 } };
}

/**
 * Where the state root must be masked below `target`, or nothing where the mount does not contain it. Directories are told apart by
 * device and inode, not by name, so that a second path to the same place is seen.
 */
async function maskFor(
  source: string,
  target: string,
  above: MountSource[],
): Promise<{ target: string; stateRoot: string } | undefined> {
  const seen = await lstat(source, { bigint: true }).catch(() => undefined);
  if (seen === undefined) throw refusedSource(source, "is not there");
  const [root] = above;
  const ancestor = above.find((entry) => entry.dev === seen.dev && entry.ino === seen.ino);
  if (
    root !== undefined &&
    (ancestor === root ||
      (await withAncestors(source)).some((entry) => entry.dev === root.dev && entry.ino === root.ino))
  ) {
    throw new HostError(
      "mount_refused",
      `${JSON.stringify(source)} lies in the state root: a container must not see it.`,
      {
        hint: "Name a directory outside of it.",
      },
    );
  }
  if (root === undefined || ancestor === undefined) return undefined;
  const below = relative(ancestor.path, root.path).split(sep);
  return { target: posix.join(target, below[0] ?? ""), stateRoot: posix.join(target, ...below) };
}

/** `path` and every directory above it, `path` first. */
async function withAncestors(path: string): Promise<MountSource[]> {
  const found: MountSource[] = [];
  for (let at = path; ; at = dirname(at)) {
    const { dev, ino } = await lstat(at, { bigint: true });
    found.push({ path: at, dev, ino });
    if (dirname(at) === at) return found;
  }
}

function checkTarget(target: string, all: readonly MountInfo[], masked: readonly string[]): void {
  const refuse = (why: string) => {
    throw new HostError("mount_refused", `The mount's target ${JSON.stringify(target)} ${why}.`, {
      hint: "Choose an absolute path of its own.",
    });
  };
  if (!target.startsWith("/") || posix.normalize(target) !== target || target.includes("\0"))
    refuse("is no plain absolute path");
  if (target.length > 1 && target.endsWith("/")) refuse("ends with a slash");
  const taken = [...TAKEN_TARGETS, ...masked].find((place) => target === place || target.startsWith(`${place}/`));
  if (taken !== undefined) refuse(`lies in ${taken}, which is not the user's to fill`);
  if (target === "/" || target === "/workspace") refuse("would cover the container's own");
  if (all.filter((mount) => mount.target === target).length > 1) refuse("is named twice");
}
