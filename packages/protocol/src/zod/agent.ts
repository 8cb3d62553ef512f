// zod schemas of the agent's other documents: metrics, log records, configuration.
import * as z from "zod";
import {
  commandId,
  count,
  integer,
  list,
  MAX_INTEGER,
  map,
  named,
  number,
  protocolVersion,
  text,
  textWithoutNul,
  timestamp,
  word,
} from "./parts.js";

export const CpuMetricsSchema = z.object({
  usage_seconds: number(0, MAX_INTEGER),
  percent: number(0, 1_000_000).exactOptional(),
  limit_cores: number(0, 100_000).exactOptional(),
});
export const MemoryMetricsSchema = z.object({ used_bytes: count, limit_bytes: count.exactOptional() });
export const PidsMetricsSchema = z.object({ current: count, limit: count.exactOptional() });
export const DiskMetricsSchema = z.object({ used_bytes: count, total_bytes: count });
export const NetworkMetricsSchema = z.object({ rx_bytes: count, tx_bytes: count });

/** `metrics.json` (docs/protocol.md#metrics). */
export const ContainerMetricsSchema = z.object({
  protocol_version: protocolVersion.exactOptional(),
  timestamp,
  boot_id: word.exactOptional(),
  uptime_seconds: number(0, MAX_INTEGER).exactOptional(),
  cpu: CpuMetricsSchema.exactOptional(),
  memory: MemoryMetricsSchema.exactOptional(),
  pids: PidsMetricsSchema.exactOptional(),
  disk: DiskMetricsSchema.exactOptional(),
  network: NetworkMetricsSchema.exactOptional(),
});

export const LogLevelSchema = z.enum(["debug", "info", "warn", "error"]);

/** One line of `logs/agent.jsonl` (docs/protocol.md#logs). */
export const LogRecordSchema = z.object({
  timestamp,
  level: LogLevelSchema,
  event: word,
  command_id: commandId.exactOptional(),
  code: word.exactOptional(),
  message: text(0, 2048).exactOptional(),
});

export const RetentionSchema = z.object({
  max_commands: integer(0, 10_000).exactOptional(),
  max_bytes: count.exactOptional(),
});

export const ProbeSchema = z.object({
  command: textWithoutNul(1, 4096),
  interval_seconds: integer(1, 86_400).exactOptional(),
  timeout_seconds: integer(1, 3600).exactOptional(),
  retries: integer(1, 100).exactOptional(),
  start_period_seconds: integer(0, 86_400).exactOptional(),
});

export const SignalHookSchema = z.object({
  command: textWithoutNul(1, 4096),
  timeout_seconds: integer(1, 86_400).exactOptional(),
});

export const ProbeMapSchema = map(word, ProbeSchema, 64);
export const HookMapSchema = map(named("signalName"), SignalHookSchema, 32);

/** The agent's configuration. */
export const AgentConfigSchema = z.object({
  protocol_version: protocolVersion.exactOptional(),
  heartbeat_interval_seconds: number(0.05, 3600).exactOptional(),
  poll_interval_seconds: number(0.05, 60).exactOptional(),
  metrics_interval_seconds: number(0, 3600).exactOptional(),
  max_concurrency: integer(1, 64).exactOptional(),
  kill_grace_seconds: integer(0, 3600).exactOptional(),
  max_output_bytes: integer(0, 1_073_741_824).exactOptional(),
  retention: RetentionSchema.exactOptional(),
  allow_env: list(named("envName"), 64).exactOptional(),
  secret_env: list(named("envName"), 64).exactOptional(),
  health: ProbeSchema.exactOptional(),
  services: ProbeMapSchema.exactOptional(),
  signals: HookMapSchema.exactOptional(),
});
