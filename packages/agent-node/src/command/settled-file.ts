// `logs/.settled`: ids whose results the host has, so that the agent's next life does not list them again.
import { appendFileSync, readFileSync } from "node:fs";
import { isCommandId } from "@para-docker/protocol";
import { ignoring } from "../errno.js";
import { replaceFile } from "../files/replace-file.js";

export interface SettledFile {
  has(id: string): boolean;
  /** Remembers an id. A disk that refuses it costs the memory over a restart: the host has the id settled once more. */
  add(id: string): void;
  /** Forgets all but `ids`. */
  keep(ids: readonly string[]): void;
}

/** Opens the file `name` in `directory`; one that is not there is empty. */
export function openSettledFile(directory: string, name: string): SettledFile {
  const path = `${directory}/${name}`;
  let ids = new Set<string>();
  ignoring(() => {
    ids = new Set(readFileSync(path, "latin1").split("\n").filter(isCommandId));
  });
  return {
    has: (id) => ids.has(id),
    add(id) {
      ids.add(id);
      ignoring(() => appendFileSync(path, `${id}\n`));
    },
    keep(kept) {
      ids = new Set(kept);
      ignoring(() => replaceFile(directory, name, kept.map((id) => `${id}\n`).join("")));
    },
  };
}
