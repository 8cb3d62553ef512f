// Finds the state root, and opens it so that no link below the workspace is followed on the way.
import { lstat, mkdir, realpath, rmdir } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import {
  closeDirectory,
  type Directory,
  identity,
  list,
  makeDirectory,
  openAnchor,
  removeEmptyDirectory,
  removeFile,
  walkTo,
} from "./confined/index.js";
import { HostError, isHostError } from "./errors.js";
import { PLACES } from "./places.js";

/** The directory that holds all state of all sessions (docs/protocol.md#places), `S` there. */
export interface StateRoot {
  /** Absolute. `W/.para/state`, unless named otherwise. */
  path: string;
  /** Absolute, links resolved: what is mounted as `/workspace`. The directory that holds `.para`; for a state root named otherwise, the working directory. */
  workspace: string;
}

/** Where to look for the state root. */
export interface StateRootOptions {
  /** The state root itself: a flag's value. Absent: `PARA_STATE_DIR`, else walking up from `cwd`. */
  stateDir?: string;
  /** Default: the working directory. */
  cwd?: string;
  /** Makes it where there is none: in the nearest directory above with a `.git`, else in `cwd`. */
  create?: boolean;
}

const STATE = [".para", "state"];

/**
 * Finds the state root.
 *
 * @throws HostError `no_state_root` where there is none and it is not to be made, `unsafe_file` where `.para` or `state` is
 *   a link, `write_failed` where it cannot be made.
 */
export async function findStateRoot(options: StateRootOptions = {}): Promise<StateRoot> {
  const cwd = await realpath(options.cwd ?? process.cwd()).catch(() => resolve(options.cwd ?? process.cwd()));
  const named = options.stateDir ?? (process.env.PARA_STATE_DIR || undefined);
  const root = named === undefined ? await searchUp(cwd, options.create ?? false) : nameRoot(resolve(cwd, named), cwd);
  if (options.create) await makeRoot(root);
  const resolved = await resolveLinks(root);
  closeDirectory(openStateRoot(resolved));
  return resolved;
}

/**
 * Takes a state root in which there is nothing of any session away again, and `.para` above it: for a start that failed. One in use
 * stays.
 */
export async function removeEmptyStateRoot(root: StateRoot): Promise<void> {
  try {
    const directory = openStateRoot(root);
    removeEmptyPlaces(directory);
    closeDirectory(directory);
    await rmdir(root.path);
    if (root.path === join(root.workspace, ...STATE)) await rmdir(dirname(root.path));
  } catch {
    // It holds something, or is gone: either is as it should be.
  }
}

/** Removes what all sessions share, where there is no session: directories, and a registry of none. */
function removeEmptyPlaces(root: Directory): void {
  const { docker, host, finishing, shared, registry } = PLACES;
  const listing = list(root);
  if (!listing.ok || listing.value.names.some((name) => name !== docker)) return;
  const removeIn = (place: string[], remove: (directory: Directory) => void) => {
    const found = walkTo(root, place);
    if (!found.ok) return;
    remove(found.value);
    closeDirectory(found.value);
  };
  removeIn([docker, host], (directory) => {
    for (const name of [finishing, ".registry"]) removeEmptyDirectory(directory, name);
  });
  removeIn([docker, shared], (directory) => void removeFile(directory, registry));
  removeIn([docker], (directory) => {
    for (const name of [host, shared]) removeEmptyDirectory(directory, name);
  });
  removeEmptyDirectory(root, docker);
}

/** Resolves the links above the state root: those of the user's own making. None at or below `.para`. */
async function resolveLinks(root: StateRoot): Promise<StateRoot> {
  const workspace = await realpath(root.workspace).catch(() => root.workspace);
  const names = namesBelow(root);
  if (names !== undefined) return { path: join(workspace, ...names), workspace };
  return { path: await realpath(root.path).catch(() => root.path), workspace };
}

/**
 * Opens the state root: the workspace by its path, `.para` and `state` below it without following. A state root outside
 * its workspace is trusted by its path. The caller closes it.
 *
 * @throws HostError `no_state_root`, or `unsafe_file` where a component is a link or no directory.
 */
export function openStateRoot(root: StateRoot): Directory {
  const names = namesBelow(root);
  if (names === undefined) return openTrusted(root.path, root.path);
  const workspace = openTrusted(root.workspace, root.path);
  const found = walkTo(workspace, names);
  closeDirectory(workspace);
  if (found.ok) return found.value;
  if (found.fault.code === "missing") throw noStateRoot(root.path);
  throw new HostError(
    "unsafe_file",
    `The state root ${root.path} is not reached by directories alone: ${found.fault.message}`,
    {
      hint: "Something replaced a directory between the workspace and the state root. Look at it before you use it.",
    },
  );
}

/** The components from the workspace to the state root, or nothing where it lies elsewhere. */
function namesBelow(root: StateRoot): string[] | undefined {
  const below = relative(root.workspace, root.path);
  const names = below.split(sep);
  return below === "" || names[0] === ".." || isAbsolute(below) ? undefined : names;
}

function openTrusted(path: string, root: string): Directory {
  try {
    return openAnchor(path);
  } catch (cause) {
    throw noStateRoot(root, cause);
  }
}

/** Whether `root`, which was opened as the state root, is the one that lies there now. It was taken away otherwise, or replaced. */
export function isStateRoot(stateRoot: StateRoot, root: Directory): boolean {
  try {
    const now = openStateRoot(stateRoot);
    const [one, other] = [identity(root), identity(now)];
    closeDirectory(now);
    return one.dev === other.dev && one.ino === other.ino;
  } catch (error) {
    if (isHostError(error)) return false;
    throw error;
  }
}

export function noStateRoot(path: string, cause?: unknown): HostError {
  return new HostError("no_state_root", `There is no state root at ${path}.`, {
    hint: "Start a session there, or name another with --state-dir or PARA_STATE_DIR.",
    cause,
  });
}

/** A state root that was named: its workspace is the directory that holds `.para`, else the working directory. */
function nameRoot(path: string, cwd: string): StateRoot {
  const conventional = path.endsWith(join(sep, ...STATE));
  return { path, workspace: conventional ? dirname(dirname(path)) : cwd };
}

async function searchUp(cwd: string, create: boolean): Promise<StateRoot> {
  let repository: string | undefined;
  for (let directory = cwd; ; directory = dirname(directory)) {
    const path = join(directory, ...STATE);
    // A link here is found too, so that opening it says what is wrong instead of passing it by.
    if (await exists(path)) return { path, workspace: directory };
    if (repository === undefined && (await exists(join(directory, ".git")))) repository = directory;
    if (dirname(directory) === directory) break;
  }
  if (create) {
    const workspace = repository ?? cwd;
    return { path: join(workspace, ...STATE), workspace };
  }
  throw new HostError("no_state_root", `There is no .para/state in ${cwd} or above it.`, {
    hint: "Start a session in your workspace first (para-docker start NAME), or name the state root with --state-dir or PARA_STATE_DIR.",
  });
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Makes what is missing of the state root: below the workspace by descriptor, elsewhere by path. */
async function makeRoot(root: StateRoot): Promise<void> {
  const names = namesBelow(root);
  try {
    if (names === undefined) {
      await mkdir(root.path, { recursive: true });
      return;
    }
    await mkdir(root.workspace, { recursive: true });
    let directory = openAnchor(root.workspace);
    for (const name of names) {
      const parent = directory;
      try {
        directory = makeDirectory(parent, name, 0o755);
      } finally {
        closeDirectory(parent);
      }
    }
    closeDirectory(directory);
  } catch (cause) {
    if (isHostError(cause) && cause.code === "unsafe_file") throw cause;
    throw new HostError("write_failed", `The state root ${root.path} cannot be made.`, {
      hint: "Name another with --state-dir or PARA_STATE_DIR.",
      cause,
    });
  }
}
