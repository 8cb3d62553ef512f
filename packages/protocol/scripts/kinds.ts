// Which schema stands for which type: the thirteen schemas of v1.

/** Name of a schema (its file is `NAME.schema.json`) and the type it is generated from. */
export const SCHEMA_TYPES = {
  status: "ContainerStatus",
  commands: "CommandQueue",
  "commands-envelope": "CommandQueueEnvelope",
  "exec-command": "ExecCommand",
  "signal-command": "SignalCommand",
  result: "CommandResult",
  metrics: "ContainerMetrics",
  registry: "ContainerRegistry",
  container: "ContainerMetadata",
  "session-state": "SessionState",
  "log-record": "LogRecord",
  report: "Report",
  "agent-config": "AgentConfig",
} as const;

/** Name of a schema. */
export type SchemaName = keyof typeof SCHEMA_TYPES;

/** All names, in the order of the documentation. */
export const SCHEMA_NAMES = Object.keys(SCHEMA_TYPES) as SchemaName[];
