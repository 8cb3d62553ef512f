// The directory `logs/commands`: one directory a command, whose making is the claim (docs/protocol.md#claim).
import {
  closeSync,
  fsync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rm,
  rmSync,
  statSync,
} from "node:fs";
import { type CommandResult, isCommandId, LIMITS, parseResult } from "@para-docker/protocol";
import { errnoOf, ignoring } from "../errno.js";
import { readFileBounded } from "../files/read-file.js";
import { replaceFile } from "../files/replace-file.js";
import type { Spares } from "../files/spares.js";
import { openSettledFile } from "./settled-file.js";

/** The claims of one status directory. */
export interface Claims {
  /** The directory of a command. `id` must be a command id. */
  path(id: string): string;
  /** Makes the claim: `ours`, or `taken` where it was there. Throws what the system said where it could not be made. */
  claim(id: string): "ours" | "taken";
  /** Makes all claims so far durable. Throws what the system said. */
  sync(): void;
  exists(id: string): boolean;
  /** The result on disk, if there is one that can be read. */
  readResult(id: string): CommandResult | undefined;
  /** Writes `result.json` in one step; synced after that, for nobody waits for it. Throws what the system said. */
  writeResult(result: CommandResult): void;
  /** Remembers that the host has the results, for the agent's next life. False where the disk refuses it for now. */
  markProcessed(ids: readonly string[]): boolean;
  isProcessed(id: string): boolean;
  /** Removes a claim with all in it, and calls `onDone` whatever came of it; one that is half removed is none. */
  remove(id: string, onDone: () => void): void;
  /** Ids of all claims, the oldest first. */
  list(): string[];
  close(): void;
}

/** After so many more settled commands those whose directories have gone are forgotten. */
const COMPACT_EVERY = 2000;
/** Claims on their way out; no command id begins with a dot. */
const REMOVED = ".removed.";

/** Opens `directory`, making it where it is not there. Throws what the system said. */
export function openClaims(directory: string, spares: Spares): Claims {
  mkdirSync(directory, { recursive: true });
  for (const name of readdirSync(directory)) {
    if (name.startsWith(REMOVED)) ignoring(() => rmSync(`${directory}/${name}`, { recursive: true, force: true }));
  }
  let directoryFd = openSync(directory, "r");
  const lateSync = createLateSync();
  const settled = openSettledFile(directory, ".settled");
  const path = (id: string) => `${directory}/${id}`;
  const ids = () => readdirSync(directory).filter(isCommandId);
  let marked = 0;

  const reopen = () => {
    mkdirSync(directory, { recursive: true });
    closeSync(directoryFd);
    directoryFd = openSync(directory, "r");
  };

  return {
    path,
    claim(id) {
      try {
        mkdirSync(path(id));
        return "ours";
      } catch (error) {
        if (errnoOf(error) === "EEXIST") return "taken";
        if (errnoOf(error) !== "ENOENT") throw error;
        // Somebody removed the directory under us.
        reopen();
        mkdirSync(path(id));
        return "ours";
      }
    },
    sync: () => fsyncSync(directoryFd),
    exists: (id) => statSync(path(id), { throwIfNoEntry: false }) !== undefined,
    readResult(id) {
      const file = readFileBounded(`${path(id)}/result.json`, LIMITS.bytes.result);
      if (file.kind !== "bytes") return undefined;
      const parsed = parseResult(file.bytes);
      return parsed.ok && parsed.value.id === id ? parsed.value : undefined;
    },
    writeResult(result) {
      const text = `${JSON.stringify(result)}\n`;
      const how = { spares, keepOpen: (fd: number) => lateSync.add(result.id, fd) };
      try {
        replaceFile(path(result.id), "result.json", text, how);
      } catch (error) {
        if (errnoOf(error) !== "ENOENT") throw error;
        // Somebody removed the claim under us; the host waits for the result all the same.
        mkdirSync(path(result.id), { recursive: true });
        replaceFile(path(result.id), "result.json", text, how);
      }
    },
    markProcessed(processed) {
      for (const id of processed) lateSync.drop(id);
      if (!settled.add(processed)) return false;
      marked += processed.length;
      if (marked >= COMPACT_EVERY) {
        marked = 0;
        ignoring(() => settled.keep(ids().filter(settled.has)));
      }
      return true;
    },
    isProcessed: (id) => settled.has(id),
    remove(id, onDone) {
      ignoring(() => renameSync(path(id), path(REMOVED + id)));
      rm(path(REMOVED + id), { recursive: true, force: true }, onDone);
    },
    list() {
      const found = ids();
      settled.keep(found.filter(settled.has));
      return found
        .flatMap((id) => {
          const stats = statSync(path(id), { throwIfNoEntry: false });
          return stats?.isDirectory() ? [{ id, at: stats.birthtimeMs }] : [];
        })
        .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id);
    },
    close() {
      lateSync.close();
      closeSync(directoryFd);
    },
  };
}

/** So long a result may wait for its sync: where the host has it in its durable ledger by then, there is no need. */
const SYNC_AFTER_MS = 200;

interface LateSync {
  add(id: string, fd: number): void;
  drop(id: string): void;
  /** Syncs what waits; the process is about to end. */
  close(): void;
}

/** A sync that fails leaves a file of unknown outcome; it is never tried again. */
function createLateSync(): LateSync {
  const open = new Map<string, number>();
  let waiting = false;

  const syncNext = () => {
    const [next] = open;
    waiting = next !== undefined;
    if (next === undefined) return;
    const [id, fd] = next;
    open.delete(id);
    fsync(fd, () => {
      ignoring(() => closeSync(fd));
      syncNext();
    });
  };

  return {
    add(id, fd) {
      open.set(id, fd);
      if (!waiting) setTimeout(syncNext, SYNC_AFTER_MS);
      waiting = true;
    },
    drop(id) {
      const fd = open.get(id);
      if (fd !== undefined) closeSync(fd);
      open.delete(id);
    },
    close() {
      for (const fd of open.values()) {
        ignoring(() => fsyncSync(fd));
        closeSync(fd);
      }
      open.clear();
    },
  };
}
