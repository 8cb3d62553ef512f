// The agent's configuration with its defaults, read at the start and at `reload_config` (docs/protocol.md#reload).
import {
  type AgentConfig,
  type ErrorCode,
  LIMITS,
  type Probe,
  parseAgentConfig,
  type SignalHook,
} from "@para-docker/protocol";
import { readFileBounded } from "./files/read-file.js";

/** The configuration in force. Times are in seconds, sizes in bytes. */
export interface Configuration {
  heartbeatInterval: number;
  pollInterval: number;
  /** 0: no metrics. */
  metricsInterval: number;
  maxConcurrency: number;
  killGrace: number;
  maxOutputBytes: number;
  retention: { maxCommands: number; maxBytes: number };
  allowEnv: ReadonlySet<string>;
  secretEnv: readonly string[];
  health: Probe | undefined;
  services: ReadonlyMap<string, Probe>;
  hooks: ReadonlyMap<string, SignalHook>;
}

/** A configuration, or why there is none. */
export type ConfigurationReading =
  | { ok: true; configuration: Configuration }
  | { ok: false; code: ErrorCode; message: string };

/** `config` with the defaults of the protocol where it says nothing. */
export function configure(config: AgentConfig = {}): Configuration {
  return {
    heartbeatInterval: config.heartbeat_interval_seconds ?? 5,
    pollInterval: config.poll_interval_seconds ?? 1,
    metricsInterval: config.metrics_interval_seconds ?? 10,
    maxConcurrency: config.max_concurrency ?? 4,
    killGrace: config.kill_grace_seconds ?? 10,
    maxOutputBytes: config.max_output_bytes ?? LIMITS.output_bytes,
    retention: {
      maxCommands: config.retention?.max_commands ?? 100,
      maxBytes: config.retention?.max_bytes ?? 256 * 1024 * 1024,
    },
    allowEnv: new Set(config.allow_env),
    secretEnv: config.secret_env ?? [],
    health: config.health,
    services: new Map(Object.entries(config.services ?? {})),
    hooks: new Map(Object.entries(config.signals ?? {})),
  };
}

/** Reads the file; one that is not there, or empty, is the default state. Never throws. */
export function readConfiguration(path: string): ConfigurationReading {
  const file = readFileBounded(path, LIMITS.bytes["agent-config"]);
  if (file.kind === "missing") return { ok: true, configuration: configure() };
  if (file.kind === "unsafe")
    return { ok: false, code: "unsafe_file", message: "the configuration is no regular file" };
  if (file.bytes.length === 0) return { ok: true, configuration: configure() };
  const parsed = parseAgentConfig(file.bytes);
  if (parsed.ok) return { ok: true, configuration: configure(parsed.value) };
  const { code, message, pointer } = parsed.problems[0];
  return { ok: false, code, message: `the configuration is not in force: ${message}${pointer && ` (${pointer})`}` };
}
