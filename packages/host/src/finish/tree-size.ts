// How many bytes of files a tree holds, for whoever shows how far the work on it has got.
import { closeDirectory, closeLook, type Directory, list, look, openDirectory } from "../confined/index.js";

/** As deep, and as many names of a directory, as an archive takes. */
const DEPTH = 32;
const ENTRIES = 100_000;
/** Looked at for so long: a container may have made a tree that takes for ever. */
const BUDGET_MS = 1_000;

/** Bytes of the regular files below `directory`, names that begin with a dot left out. Nothing where it takes too long to tell. */
export function treeBytes(directory: Directory): number | undefined {
  const until = performance.now() + BUDGET_MS;
  const bytes = bytesBelow(directory, 1, until);
  return performance.now() > until ? undefined : bytes;
}

function bytesBelow(directory: Directory, depth: number, until: number): number {
  const left = until - performance.now();
  const listing = left > 0 ? list(directory, { entries: ENTRIES, ms: left }) : undefined;
  const names = listing?.ok ? listing.value.names.filter((name) => !name.startsWith(".")) : [];
  return names.reduce((sum, name) => sum + bytesOf(directory, name, depth, until), 0);
}

/** What cannot be looked at counts nothing: it does not go into an archive either. */
function bytesOf(parent: Directory, name: string, depth: number, until: number): number {
  const seen = performance.now() > until ? undefined : look(parent, name);
  if (!seen?.ok) return 0;
  const { kind, stats } = seen.value;
  closeLook(seen.value);
  if (kind === "file") return stats.size;
  const opened = kind === "directory" && depth < DEPTH ? openDirectory(parent, name) : undefined;
  if (!opened?.ok) return 0;
  try {
    return bytesBelow(opened.value, depth + 1, until);
  } finally {
    closeDirectory(opened.value);
  }
}
