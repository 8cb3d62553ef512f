// The hand of an agent in a session's directory: writes what an agent writes, reads what an agent reads.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CommandResult, type ContainerStatus, parseCommands, type ResultSummary } from "@para-docker/protocol";
import type { StateRoot } from "../src/state-root.js";

/** A session as it lies on the disk. */
export interface SessionFiles {
  stateRoot: StateRoot;
  name: string;
  /** The session's status directory. */
  path: string;
}

/** Replaces a file in one step, as an agent does. */
export function put(session: SessionFiles, file: string, content: string | object): void {
  const path = join(session.path, file);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(`${path}.tmp`, typeof content === "string" ? content : JSON.stringify(content));
  renameSync(`${path}.tmp`, path);
}

let sequence = 0;

/** Writes a status as an agent does, with these results. */
export function putStatus(session: SessionFiles, results: ResultSummary[], more: Partial<ContainerStatus> = {}): void {
  sequence += 1;
  const timestamp = new Date().toISOString();
  put(session, "status.json", { timestamp, status: "running", boot_id: "boot", sequence, results, ...more });
}

/** Writes a command's result as an agent does. */
export function putResult(session: SessionFiles, result: CommandResult): void {
  put(session, `logs/commands/${result.id}/result.json`, result);
}

/** What an agent reads now. */
export function published(session: SessionFiles): { sequence: number; ids: string[]; processed: string[] } {
  const parsed = parseCommands(readFileSync(join(session.path, "commands.json")));
  if (!parsed.ok) throw new Error(parsed.problems[0].message);
  const ids = parsed.value.entries.map((entry) => (entry.ok ? entry.command.id : `bad ${entry.problem.code}`));
  return { sequence: parsed.value.sequence ?? -1, ids, processed: parsed.value.processed };
}
