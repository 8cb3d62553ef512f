// `.para/docker.json`: what sessions of a workspace are started with unless a flag says otherwise. Read, never written.
import { basename, dirname, join, resolve } from "node:path";
import type { MountInfo } from "@para-docker/protocol";
import { closeDirectory, openAnchor, readWhole } from "../confined/index.js";
import { HostError } from "../errors.js";
import { isRecord, type Rule, rules } from "./settings-rules.js";
import type { StartOptions } from "./start-options.js";

/** Settings of every session, or of one. Words and meaning as in {@link StartOptions}. */
export interface SessionSettings {
  runtime?: "docker" | "local";
  agent?: "sh" | "node";
  image?: string;
  env?: Record<string, string>;
  ports?: Record<string, string>;
  /** Directories to mount; a relative `source` starts at the directory that holds `.para`. */
  volumes?: { source: string; target: string; read_only?: boolean }[];
  labels?: Record<string, string>;
  command?: string[];
  /** Bytes, or a number with k, m or g: `"512m"`. */
  memory?: number | string;
  pids?: number;
  cpus?: number;
  user?: string;
  network?: string;
  capabilities?: string[];
  health_endpoint?: string;
  start_timeout_seconds?: number;
  hooks?: { start?: string; finish?: string };
}

/** The whole file. */
export interface DockerSettings extends SessionSettings {
  /** Overrides by session: a value replaces the whole of the same name. */
  sessions?: Record<string, SessionSettings>;
}

/** Largest settings file, in bytes. */
const SETTINGS_BYTES = 262_144;

/** Where the settings of a state root are: beside it, so that the mask over it hides them from containers too. */
export function settingsPath(stateRoot: string): string {
  return join(dirname(stateRoot), "docker.json");
}

/**
 * Reads the settings for a session: those of all, with the session's own over them. No file: no settings.
 *
 * @throws HostError `invalid_settings`, naming the place of the first fault.
 */
export async function readSettings(stateRoot: string, session: string): Promise<SessionSettings> {
  const path = settingsPath(stateRoot);
  // A state root that is not below a `.para` is one of its own; a docker.json beside it may be anyone's.
  if (basename(dirname(stateRoot)) !== ".para") return {};
  const bytes = readBytes(path);
  if (bytes === undefined) return {};
  const settings = parseSettings(bytes.toString("utf8"), path);
  const { sessions, ...common } = settings;
  const own = sessions !== undefined && Object.hasOwn(sessions, session) ? sessions[session] : undefined;
  return { ...common, ...own };
}

/** The file's bytes, or nothing where there is no file. */
function readBytes(path: string): Buffer | undefined {
  const folder = openAnchor(dirname(path));
  try {
    const file = readWhole(folder, basename(path), SETTINGS_BYTES);
    if (file.ok) return file.value.bytes;
    if (file.fault.code === "missing") return undefined;
    throw invalid(path, file.fault.message.replace(/\.$/, ""));
  } finally {
    closeDirectory(folder);
  }
}

/** Checks the text of a settings file. `path` is for the message. @throws HostError `invalid_settings`. */
export function parseSettings(text: string, path: string): DockerSettings {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw invalid(path, `it is not JSON: ${error instanceof Error ? error.message : "unknown fault"}`, error);
  }
  const fault = objectFault(value, { ...SETTINGS, sessions: rules.mapOf((each) => objectFault(each, SETTINGS)) });
  if (fault !== undefined) throw invalid(path, fault);
  return value as DockerSettings;
}

/** Settings with the flags over them, as options of a start. */
export function withSettings(settings: SessionSettings, flags: StartOptions, stateRoot: string): StartOptions {
  const { volumes, health_endpoint, start_timeout_seconds, hooks: _hooks, memory, ...same } = settings;
  const base = dirname(dirname(stateRoot));
  const mounts = volumes?.map(
    (each): MountInfo => ({
      source: resolve(base, each.source),
      target: each.target,
      read_only: each.read_only ?? false,
    }),
  );
  const local = (flags.runtime ?? settings.runtime) === "local";
  const given = Object.fromEntries(
    Object.entries(flags).filter(([, value]) => value !== undefined),
  ) as unknown as StartOptions;
  const defaults: Omit<StartOptions, "name"> = {
    ...same,
    ...(memory !== undefined && { memory: bytesOf(memory) }),
    ...(health_endpoint !== undefined && { healthEndpoint: health_endpoint }),
    ...(start_timeout_seconds !== undefined && { timeoutMs: start_timeout_seconds * 1000 }),
    ...(mounts !== undefined && { mounts }),
  };
  // What only a container has is for containers: the same file serves a session on the local runtime.
  const fitting = local
    ? pick(defaults, ["runtime", "agent", "env", "labels", "command", "healthEndpoint", "timeoutMs"])
    : defaults;
  return { ...fitting, ...given, ...(settings.env !== undefined && { env: { ...settings.env, ...flags.env } }) };
}

/** Bytes that `512m` means, or a plain number of them. */
export function bytesOf(size: number | string): number {
  if (typeof size === "number") return size;
  const match = /^([0-9]+(?:\.[0-9]+)?)([kmg]?)b?$/i.exec(size);
  if (match === null)
    throw new HostError("usage", `${JSON.stringify(size)} is no size.`, { hint: "Such as 512m or 2g." });
  const unit = { "": 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[(match[2] ?? "").toLowerCase()] ?? 1;
  return Math.round(Number(match[1]) * unit);
}

const SETTINGS: Record<keyof SessionSettings, Rule> = {
  runtime: rules.oneOf("docker", "local"),
  agent: rules.oneOf("sh", "node"),
  image: rules.text(512),
  env: rules.mapOf(rules.text(32_768, 0)),
  ports: rules.mapOf(rules.text(5)),
  volumes: rules.listOf((value) => objectFault(value, VOLUME, ["source", "target"]), 64),
  labels: rules.mapOf(rules.text(4096, 0)),
  command: rules.listOf(rules.text(32_768, 0), 256),
  memory: rules.size,
  pids: rules.number(0, 4_194_304),
  cpus: rules.number(0.01, 1024),
  user: rules.text(32),
  network: rules.text(128),
  capabilities: rules.listOf(rules.text(32), 64),
  health_endpoint: rules.text(2048),
  start_timeout_seconds: rules.number(1, 3600),
  hooks: (value) => objectFault(value, { start: rules.text(4096), finish: rules.text(4096) }),
};

const VOLUME: Record<string, Rule> = { source: rules.text(4096), target: rules.text(4096), read_only: rules.boolean };

function objectFault(value: unknown, allowed: Record<string, Rule>, required: string[] = []): string | undefined {
  if (!isRecord(value)) return "is no object";
  const missing = required.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return `has no ${missing}`;
  for (const [key, each] of Object.entries(value)) {
    // The schema's own name may stand in the file, for editors.
    if (key === "$schema" && typeof each === "string") continue;
    const rule = Object.hasOwn(allowed, key) ? allowed[key] : undefined;
    if (rule === undefined) return `${JSON.stringify(key.slice(0, 80))} is not a setting`;
    const fault = rule(each);
    if (fault !== undefined) return `/${key}${fault.startsWith("/") ? "" : " "}${fault}`;
  }
  return undefined;
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]])) as Pick<T, K>;
}

function invalid(path: string, fault: string, cause?: unknown): HostError {
  return new HostError("invalid_settings", `The settings in ${path} are not valid: ${fault}.`, {
    hint: "Correct it; docker-settings.schema.json in @para-docker/host says what may stand there.",
    ...(cause !== undefined && { cause }),
  });
}
