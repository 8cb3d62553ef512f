// `logs/.settled`: ids whose results the host has, so that the agent's next life does not list them again.
import { appendFileSync, readFileSync } from "node:fs";
import { isCommandId } from "@para-docker/protocol";
import { ignoring } from "../errno.js";
import { replaceFile } from "../files/replace-file.js";

export interface SettledFile {
  has(id: string): boolean;
  /**
   * Remembers ids, over a restart too: to be called before a status drops them, for what was dropped may not come back
   * (docs/protocol.md#processed). False where the disk refuses: then none of them is to be dropped.
   */
  add(ids: readonly string[]): boolean;
  /** Forgets all but `ids`. */
  keep(ids: readonly string[]): void;
}

/** Opens the file `name` in `directory`; one that is not there is empty. */
export function openSettledFile(directory: string, name: string): SettledFile {
  const path = `${directory}/${name}`;
  let ids = new Set<string>();
  /** A refused write may have left a part of a line. */
  let broken = false;
  ignoring(() => {
    ids = new Set(readFileSync(path, "latin1").split("\n").flatMap(idOf));
  });

  return {
    has: (id) => ids.has(id),
    add(added) {
      try {
        appendFileSync(path, `${broken ? "\n" : ""}${linesOf(added)}`);
      } catch {
        broken = true;
        return false;
      }
      broken = false;
      for (const id of added) ids.add(id);
      return true;
    },
    keep(kept) {
      ids = new Set(kept);
      ignoring(() => replaceFile(directory, name, linesOf(kept)));
    },
  };
}

/** The end of a line stands in it, because the part of a line that a full disk has taken could be another's id. */
function linesOf(ids: readonly string[]): string {
  return ids.map((id) => `${id} .\n`).join("");
}

function idOf(line: string): string[] {
  const id = line.endsWith(" .") ? line.slice(0, -2) : "";
  return isCommandId(id) ? [id] : [];
}
