// zod schemas of the host's documents: registry, container metadata, and para's own session state, which it reads.
import * as z from "zod";
import { count, integer, list, map, named, protocolVersion, text, timestamp, word } from "./parts.js";

export const PortMapSchema = map(named("containerPort"), named("hostPort"), 128);

export const RegistryEntrySchema = z.object({
  session_name: named("sessionName"),
  container_id: text(1, 128),
  status: word,
  started_at: timestamp.exactOptional(),
  host_port_mappings: PortMapSchema.exactOptional(),
  health_endpoint: text(0, 2048).exactOptional(),
  image: text(0, 512).exactOptional(),
});

/** `shared/registry.json` (docs/protocol.md#registry). */
export const ContainerRegistrySchema = z.object({
  protocol_version: protocolVersion.exactOptional(),
  containers: list(RegistryEntrySchema, 10_000),
  last_updated: timestamp,
});

export const RuntimeKindSchema = z.enum(["docker", "local"]);
export const AgentKindSchema = z.enum(["sh", "node", "other"]);
export const LabelMapSchema = map(text(1, 256), text(0, 4096), 128);

export const MountInfoSchema = z.object({ source: text(1, 4096), target: text(1, 4096), read_only: z.boolean() });

export const ProcessIdentitySchema = z.object({
  pid: integer(1, 4_194_304),
  start_time: text(0, 32).exactOptional(),
  machine_boot_id: text(0, 64).exactOptional(),
});

/** `{session}.docker`. */
export const ContainerMetadataSchema = z.object({
  protocol_version: protocolVersion.exactOptional(),
  session_name: named("sessionName"),
  runtime: RuntimeKindSchema,
  agent: AgentKindSchema,
  container_id: text(1, 128),
  image: text(1, 512).exactOptional(),
  workspace: text(1, 4096),
  mounts: list(MountInfoSchema, 64).exactOptional(),
  ports: PortMapSchema.exactOptional(),
  labels: LabelMapSchema.exactOptional(),
  created_at: timestamp,
  started_at: timestamp.exactOptional(),
  finished_at: timestamp.exactOptional(),
  process: ProcessIdentitySchema.exactOptional(),
});

export const SessionStatusSchema = z.enum(["Active", "Review", "Finished", "Cancelled"]);
export const GitStatsSchema = z.object({ files_changed: count, lines_added: count, lines_removed: count });
export const ContainerReferenceSchema = z.object({ container_id: text(0, 128).nullable().exactOptional() });
export const ContainerSessionTypeSchema = z.object({ Container: ContainerReferenceSchema });
export const SessionTypeSchema = z.union([z.literal("Worktree"), ContainerSessionTypeSchema]);

/** `{session}.state`, written by para. */
export const SessionStateSchema = z.object({
  name: text(1, 256),
  branch: text(0, 1024),
  worktree_path: text(0, 4096),
  created_at: timestamp,
  status: SessionStatusSchema,
  task_description: text(0, 65_536).nullable().exactOptional(),
  last_activity: text(0, 64).nullable().exactOptional(),
  git_stats: GitStatsSchema.nullable().exactOptional(),
  session_type: SessionTypeSchema.exactOptional(),
  parent_branch: text(0, 1024).nullable().exactOptional(),
});
