// What stays of a finished session: its files out of the container's reach, then an archive of them, or the files themselves.
import { type ContainerMetadata, isSessionName } from "@para-docker/protocol";
import {
  closeDirectory,
  type Directory,
  type Found,
  list,
  openDirectory,
  removeFile,
  removeTree,
  rename,
  replaceFile,
  syncDirectory,
  targetOfTemporary,
  walkTo,
} from "../confined/index.js";
import { HostError } from "../errors.js";
import { checkSessionName, makePath, makePrivateDirectory, PLACES } from "../places.js";
import { openQueue } from "../queue/queue.js";
import { type ArchiveOptions, type ArchiveProgress, archiveTree, type ExtraFile } from "./archive.js";
import type { ArchiveMode, FinishReport } from "./finish-report.js";

/** What the host knows of the session, for the archive. */
export interface HostKnowledge {
  metadata: ContainerMetadata | undefined;
  exit: FinishReport["exit"];
  /** What the agent itself printed. */
  words: readonly string[];
}

/** The session's files in the host's private directory, where no container ever sees them. */
const TREE = "tree";

/**
 * Names at the top of the tree that do not go into an archive. The queue may hold values that are nobody's business; what was asked for
 * stands in results.json. Under the others a container could pass its own word off as the host's.
 */
const LEFT_OUT = [PLACES.commands, "host", "manifest.json"];

/**
 * Moves the session's directory to the host's private one, in one step. Only when its container has ended. Moved before: nothing to do.
 *
 * @throws HostError `write_failed`, `unsafe_file`.
 */
export async function setAside(root: Directory, session: string): Promise<void> {
  const docker = makePath(root, [[PLACES.docker, 0o755]]);
  const own = makePrivateDirectory(root, checkSessionName(session));
  try {
    if (rename(docker, session, own, TREE)) {
      syncDirectory(own);
      syncDirectory(docker);
    }
  } finally {
    closeDirectory(own);
    closeDirectory(docker);
  }
}

/** Opens the session's files where {@link setAside} put them. The caller closes it. */
export function openFinishedTree(root: Directory, session: string): Found<Directory> {
  return walkTo(root, [PLACES.docker, PLACES.host, checkSessionName(session), TREE]);
}

/**
 * Keeps what is to be kept. Done again, it makes the same archive in the place of the first; with the files gone, it finds the archive that
 * is there.
 *
 * @throws HostError `write_failed`, with the files still there.
 */
export async function keepTree(
  root: Directory,
  session: string,
  mode: ArchiveMode,
  known: HostKnowledge,
  onProgress?: ArchiveProgress,
): Promise<{ path?: string; note?: string }> {
  sweepCutArchives(root, session);
  const tree = openFinishedTree(root, session);
  if (mode === "discard") {
    if (tree.ok) closeDirectory(tree.value);
    return { note: "discarded" };
  }
  const archive = makePath(root, [[PLACES.archive, 0o700]]);
  try {
    const name = archiveName(session, known.metadata) + (mode === "tar" ? ".tar.gz" : "");
    const path = `${root.path}/${PLACES.archive}/${name}`;
    if (!tree.ok) return absent(archive, name, path);
    try {
      const extra = hostFiles(root, session, known);
      for (const name of LEFT_OUT) await removeTree(tree.value, name);
      return mode === "tar"
        ? await writeTar(tree.value, archive, name, path, { extra, onProgress })
        : keepFiles(root, session, tree.value, archive, name, path, extra);
    } finally {
      closeDirectory(tree.value);
    }
  } finally {
    closeDirectory(archive);
  }
}

/** Removes what killed finishes of the session left of their archives, whether this one writes any or not. */
function sweepCutArchives(root: Directory, session: string): void {
  const archive = walkTo(root, [PLACES.archive]);
  if (!archive.ok) return;
  const listing = list(archive.value, { entries: 50_000, ms: 5_000 });
  for (const name of listing.ok ? listing.value.names : [])
    if (sessionOfCutArchive(name) === session) removeFile(archive.value, name);
  closeDirectory(archive.value);
}

/** The session of an archive that was not whole when its finish was killed, by its name; undefined for any other file. */
export function sessionOfCutArchive(name: string): string | undefined {
  const session = /^(.+)-\d{8}T\d{9}Z\.tar\.gz$/.exec(targetOfTemporary(name) ?? "")?.[1];
  return session !== undefined && isSessionName(session) ? session : undefined;
}

/** The same name however often a session is finished, and another one for each session of that name. */
function archiveName(session: string, metadata: ContainerMetadata | undefined): string {
  const made = new Date(metadata?.created_at ?? Date.now()).toISOString();
  return `${session}-${made.replace(/[-:.]/g, "")}`;
}

/** No files: either they were archived before the finish was cut short, or there never were any. */
function absent(archive: Directory, name: string, path: string): { path?: string; note: string } {
  const there = openDirectory(archive, name);
  if (there.ok) closeDirectory(there.value);
  if (there.ok || there.fault.code !== "missing") return { path, note: "archived before" };
  return { note: "there were no files" };
}

/** What the host adds of its own. */
function hostFiles(root: Directory, session: string, { metadata, exit, words }: HostKnowledge): ExtraFile[] {
  const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  const results = [...openQueue(root, session).state().ended.values()].map(({ result, type, timestamp }) => ({
    type,
    enqueued_at: timestamp,
    ...result,
  }));
  const container = { ...metadata, finished_at: new Date().toISOString(), ...(exit !== undefined && { exit }) };
  const files = [
    { path: "host/container.json", bytes: json(container) },
    { path: "host/results.json", bytes: json(results) },
  ];
  return words.length === 0
    ? files
    : [...files, { path: "host/agent-output.txt", bytes: Buffer.from(`${words.join("\n")}\n`) }];
}

async function writeTar(tree: Directory, archive: Directory, name: string, path: string, options: ArchiveOptions) {
  const { entries, left_out_count: leftOut } = await archiveTree(tree, archive, name, options);
  return { path, note: `${entries.length} files${leftOut === 0 ? "" : `, ${leftOut} left out`}` };
}

/** Moves the files as they are, whatever they are: who looks at them is warned by the operator's manual. */
function keepFiles(
  root: Directory,
  session: string,
  tree: Directory,
  archive: Directory,
  name: string,
  path: string,
  extra: ExtraFile[],
) {
  const host = makePath(tree, [["host", 0o700]]);
  try {
    for (const { path: file, bytes } of extra)
      replaceFile(host, file.replace("host/", ""), bytes, { mode: 0o600, sync: "full" });
  } finally {
    closeDirectory(host);
  }
  const own = makePrivateDirectory(root, session);
  try {
    if (!rename(own, TREE, archive, name)) throw new HostError("write_failed", "The session's files are gone.");
    syncDirectory(archive);
  } finally {
    closeDirectory(own);
  }
  return { path, note: "kept as they are" };
}
