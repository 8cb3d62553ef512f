// zod schemas of `commands.json` and of a command's `result.json`.
import * as z from "zod";
import {
  commandId,
  count,
  integer,
  list,
  map,
  named,
  protocolVersion,
  text,
  textWithoutNul,
  timestamp,
  word,
} from "./parts.js";

export const PrioritySchema = z.enum(["high", "normal", "low"]);

export const EnvMapSchema = map(named("envName"), textWithoutNul(0, 32_768), 128);

const base = {
  id: commandId,
  timestamp,
  priority: PrioritySchema.exactOptional(),
  queue_ttl_seconds: integer(1, 604_800).exactOptional(),
};

/** An entry of type `exec` (docs/protocol.md#exec). */
export const ExecCommandSchema = z.object({
  ...base,
  type: z.literal("exec"),
  command: textWithoutNul(1, 32_768),
  args: list(textWithoutNul(0, 32_768), 256).exactOptional(),
  env: EnvMapSchema.exactOptional(),
  env_from: list(named("envName"), 64).exactOptional(),
  working_dir: textWithoutNul(1, 4096).exactOptional(),
  timeout_seconds: integer(1, 604_800).exactOptional(),
  kill_grace_seconds: integer(0, 3600).exactOptional(),
  stdin: textWithoutNul(0, 262_144).exactOptional(),
  shell: z.boolean().exactOptional(),
  max_output_bytes: integer(0, 1_073_741_824).exactOptional(),
});

/** An entry of type `signal` (docs/protocol.md#signals). */
export const SignalCommandSchema = z
  .object({
    ...base,
    type: z.literal("signal"),
    signal: named("signalName"),
    target: commandId.exactOptional(),
    timeout_seconds: integer(0, 86_400).exactOptional(),
  })
  .refine(({ signal, target }) => signal !== "cancel" || target !== undefined, { error: "a cancel has a target" });

export const CommandSchema = z.discriminatedUnion("type", [ExecCommandSchema, SignalCommandSchema]);

const envelope = {
  protocol_version: protocolVersion.exactOptional(),
  sequence: count.exactOptional(),
  timestamp: timestamp.exactOptional(),
  processed: list(commandId, 512).exactOptional(),
};

/** `commands.json` as a whole; one bad entry makes it all invalid. To read it as an agent must, use `parseCommands`. */
export const CommandQueueSchema = z.object({ ...envelope, commands: list(CommandSchema, 288) });

/** The first stage of reading `commands.json` (docs/protocol.md#entries). */
export const CommandQueueEnvelopeSchema = z.object({ ...envelope, commands: list(z.unknown(), 288) });

export const CommandStateSchema = z.enum([
  "accepted",
  "running",
  "succeeded",
  "failed",
  "timed_out",
  "cancelled",
  "rejected",
  "expired",
  "lost",
]);

export const OutputInfoSchema = z.object({
  bytes: count,
  truncated: z.boolean(),
  path: text(0, 256).exactOptional(),
});

/** `result.json` (docs/protocol.md#result). */
export const CommandResultSchema = z.object({
  protocol_version: protocolVersion.exactOptional(),
  id: commandId,
  state: CommandStateSchema,
  exit_code: integer(0, 255).exactOptional(),
  signal: text(1, 32).exactOptional(),
  code: word.exactOptional(),
  message: text(0, 2048).exactOptional(),
  started_at: timestamp.exactOptional(),
  finished_at: timestamp.exactOptional(),
  stdout: OutputInfoSchema.exactOptional(),
  stderr: OutputInfoSchema.exactOptional(),
});
