// Where the agent finds its directory, workspace and configuration: its environment (docs/protocol.md#environment).
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { isSessionName } from "@para-docker/protocol";

/** What the environment says. Paths are absolute. */
export interface Settings {
  /** The status directory (docs/protocol.md#status-directory). */
  statusDir: string;
  /** `PARA_WORKSPACE`, else `/workspace`; it need not be there. */
  workspace: string;
  /** File with the agent's configuration; it need not be there. */
  configFile: string;
  /** False: poll only (`PARA_DOORBELL=off`). */
  doorbell: boolean;
  /** The agent's own environment, which every command gets. */
  environment: Record<string, string>;
}

/** Environment variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings. Throws an `Error` with one plain line where no status directory can be told. */
export function readSettings(env: Environment): Settings {
  const workspace = resolve(env.PARA_WORKSPACE || "/workspace");
  return {
    statusDir: findStatusDir(env, workspace),
    workspace,
    configFile: resolve(env.PARA_AGENT_CONFIG || "/para/agent.json"),
    doorbell: env.PARA_DOORBELL !== "off",
    environment: copyDefined(env),
  };
}

/** The status directory that the environment names (docs/protocol.md#status-directory). Throws as {@link readSettings}. */
export function findStatusDir(env: Environment, workspace = resolve(env.PARA_WORKSPACE || "/workspace")): string {
  if (env.PARA_STATUS_DIR) return resolve(env.PARA_STATUS_DIR);
  if (isDirectory("/para/status")) return "/para/status";
  const session = env.PARA_SESSION_NAME ?? "";
  if (isSessionName(session)) return `${workspace}/.para/state/docker/${session}`;
  throw new Error("no status directory: set PARA_STATUS_DIR, or mount it at /para/status, or set PARA_SESSION_NAME");
}

/** Whether `path` is a directory; false for whatever cannot be looked at. */
export function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function copyDefined(env: Environment): Record<string, string> {
  const copy: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (value !== undefined) copy[name] = value;
  return copy;
}
