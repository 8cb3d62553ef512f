// The variables and the working directory of a command (docs/protocol.md#env, #working-dir).
import { accessSync, constants, statSync } from "node:fs";
import type { ExecCommand } from "@para-docker/protocol";
import { isDirectory, type Settings } from "../settings.js";

/** Variables that change which programs run, or how: a command sets them only where the configuration allows it. */
const GUARDED: ReadonlySet<string> = new Set(["PATH", "IFS", "ENV", "BASH_ENV", "NODE_OPTIONS"]);

/** The first variable that the command may not set, if there is one (docs/protocol.md#env). */
export function deniedVariable(command: ExecCommand, allowed: ReadonlySet<string>): string | undefined {
  return Object.keys(command.env ?? {}).find((name) => isGuarded(name) && !allowed.has(name));
}

function isGuarded(name: string): boolean {
  return GUARDED.has(name) || name.startsWith("LD_");
}

/**
 * What a command's processes find in their environment. `env_from` needs nothing: what it names is the agent's own. The two marks by
 * which the sweep knows them come last, so that no command escapes by setting them.
 */
export function commandEnvironment(
  settings: Settings,
  id: string,
  env: Record<string, string> = {},
): Record<string, string> {
  return { ...settings.environment, ...env, ...processMarks(settings, id) };
}

/** The marks of a command's processes (docs/protocol.md#sweep). */
export function processMarks(settings: Settings, id: string): Record<string, string> {
  return { PARA_COMMAND_ID: id, PARA_STATUS_DIR: settings.statusDir };
}

/** The directory to run in, or undefined where the one asked for cannot be entered now (docs/protocol.md#working-dir). */
export function workingDirectory(settings: Settings, asked: string | undefined): string | undefined {
  if (asked === undefined) return isDirectory(settings.workspace) ? settings.workspace : "/";
  if (!asked.startsWith("/") || asked.split("/").includes("..")) return undefined;
  try {
    if (!statSync(asked).isDirectory()) return undefined;
    accessSync(asked, constants.X_OK);
    return asked;
  } catch {
    return undefined;
  }
}
