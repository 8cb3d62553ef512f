// zod schemas of `status.json` and of the reports that feed it.
import * as z from "zod";
import {
  commandId,
  count,
  integer,
  list,
  MAX_INTEGER,
  map,
  number,
  protocolVersion,
  text,
  timestamp,
  word,
} from "./parts.js";

export const ProgressSchema = z.object({
  current: number(0, MAX_INTEGER),
  total: number(0, MAX_INTEGER),
  message: text(0, 1024).exactOptional(),
});

export const ServiceMapSchema = map(word, word, 64);

export const CustomMapSchema = map(word, z.unknown(), 64);

export const AttentionSchema = z.object({
  required: z.boolean(),
  reason: text(0, 1024).exactOptional(),
  since: timestamp.exactOptional(),
});

export const AgentInfoSchema = z.object({
  name: word,
  version: word,
  runtime: text(0, 128).exactOptional(),
  capabilities: list(word, 32).exactOptional(),
});

export const ResultSummarySchema = z.object({
  id: commandId,
  state: word,
  exit_code: integer(0, 255).exactOptional(),
  signal: text(1, 32).exactOptional(),
  code: word.exactOptional(),
});

export const NoticeSchema = z.object({
  timestamp,
  message: text(1, 2048),
  code: word.exactOptional(),
  source: text(1, 128).exactOptional(),
  command_id: commandId.exactOptional(),
});

/** `status.json` (docs/protocol.md#status). */
export const ContainerStatusSchema = z.object({
  protocol_version: protocolVersion.exactOptional(),
  timestamp,
  status: word,
  health: word.exactOptional(),
  phase: text(0, 128).exactOptional(),
  progress: ProgressSchema.exactOptional(),
  services: ServiceMapSchema.exactOptional(),
  errors: list(NoticeSchema, 50).exactOptional(),
  warnings: list(NoticeSchema, 50).exactOptional(),
  custom: CustomMapSchema.exactOptional(),
  attention: AttentionSchema.exactOptional(),
  boot_id: word.exactOptional(),
  sequence: count.exactOptional(),
  heartbeat_interval_seconds: number(0.05, 3600).exactOptional(),
  agent: AgentInfoSchema.exactOptional(),
  results: list(ResultSummarySchema, 512).exactOptional(),
});

export const ReportNoticeSchema = z.object({
  message: text(1, 2048),
  code: word.exactOptional(),
  source: text(1, 128).exactOptional(),
});

export const ServiceChangeMapSchema = map(word, word.nullable(), 64);

/** `reports/{name}.json` (docs/protocol.md#reports). */
export const ReportSchema = z.object({
  protocol_version: protocolVersion.exactOptional(),
  phase: text(0, 128).exactOptional(),
  progress: ProgressSchema.nullable().exactOptional(),
  health: word.exactOptional(),
  services: ServiceChangeMapSchema.exactOptional(),
  warnings: list(ReportNoticeSchema, 50).exactOptional(),
  errors: list(ReportNoticeSchema, 50).exactOptional(),
  clear_notices: z.boolean().exactOptional(),
  attention: AttentionSchema.exactOptional(),
  custom: CustomMapSchema.exactOptional(),
});
