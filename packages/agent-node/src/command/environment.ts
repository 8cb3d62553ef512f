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

/** The variables by which a command's processes are known (docs/protocol.md#sweep). */
export function processMarks(settings: Settings, id: string): Record<string, string> {
  return { PARA_COMMAND_ID: id, PARA_STATUS_DIR: settings.statusDir };
}

/**
 * What a command sets beyond the agent's own environment, which holds what `env_from` names already. No command escapes the sweep by
 * setting the marks.
 */
export function commandVariables(settings: Settings, id: string, env: ExecCommand["env"] = {}): Record<string, string> {
  const variables = { ...env };
  for (const mark of Object.keys(processMarks(settings, id))) delete variables[mark];
  return variables;
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
