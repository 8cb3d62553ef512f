// Watches a directory that is held by descriptor, so that no swap can lead the watch elsewhere. Never a file, never recursively.
import { type FSWatcher, watch } from "node:fs";
import { at, type Directory } from "./directory.js";

/** A watch that runs until it is closed. */
export interface DirectoryWatch {
  close(): void;
}

/**
 * Calls `notice` with the name of each entry that changes in `directory`, which need not stay open.
 *
 * A hint only: events get lost, and across a Docker Desktop mount none come. `failed` is called once if the watch ends
 * by itself. Nothing where no watch can be had.
 */
export function watchDirectory(
  directory: Directory,
  notice: (name: string) => void,
  failed: () => void,
): DirectoryWatch | undefined {
  let watcher: FSWatcher;
  try {
    watcher = watch(at(directory), { persistent: false }, (_event, name) => notice(name ?? ""));
  } catch {
    return undefined;
  }
  watcher.once("error", () => {
    watcher.close();
    failed();
  });
  return { close: () => watcher.close() };
}
