// `commands.json` in two steps: the envelope, then each entry by its `type`, so that a bad entry costs that entry alone.
import type { Command, CommandId, ProtocolVersion, Timestamp } from "./documents/index.js";
import type { Problem } from "./errors.js";
import { validateCommandsEnvelope } from "./generated/commands-envelope.js";
import { validateExecCommand } from "./generated/exec-command.js";
import { validateSignalCommand } from "./generated/signal-command.js";
import { isCommandId } from "./names.js";
import { type Parsed, readDocument, shapeProblem } from "./read-document.js";

/** The queue as an agent reads it. */
export interface QueueReading {
  protocol_version?: ProtocolVersion;
  sequence?: number;
  timestamp?: Timestamp;
  /** Ids whose results the host has recorded; empty where the document has none. */
  processed: CommandId[];
  /** One reading for each entry, in the order of the document. */
  entries: EntryReading[];
}

/** An entry that is a command, or what is wrong with it and, where it could be read and is one, its id. */
export type EntryReading = { ok: true; command: Command } | { ok: false; id?: CommandId; problem: Problem };

/** Reads `commands.json` (docs/protocol.md#entries). Never throws. */
export function parseCommands(bytes: Uint8Array): Parsed<QueueReading> {
  const parsed = readDocument("commands", bytes, validateCommandsEnvelope);
  if (!parsed.ok) return parsed;
  const { protocol_version, sequence, timestamp, commands, processed } = parsed.value;
  const reading: QueueReading = { processed: processed ?? [], entries: readEntries(commands) };
  if (protocol_version !== undefined) reading.protocol_version = protocol_version;
  if (sequence !== undefined) reading.sequence = sequence;
  if (timestamp !== undefined) reading.timestamp = timestamp;
  return { ok: true, value: reading };
}

function readEntries(commands: unknown[]): EntryReading[] {
  const seen = new Set<string>();
  return commands.map((entry, index) => readEntry(entry, `/commands/${index}`, seen));
}

/** In the order of docs/protocol.md#entries: the id, whether it stood before, the type, the shape. */
function readEntry(entry: unknown, pointer: string, seen: Set<string>): EntryReading {
  const { id, type } = isRecord(entry) ? entry : {};
  if (typeof id !== "string" || !isCommandId(id)) {
    const message = id === undefined ? "the entry has no id" : "the entry's id is no command id";
    return {
      ok: false,
      problem: { code: "invalid_id", pointer: id === undefined ? pointer : `${pointer}/id`, message },
    };
  }
  if (seen.has(id)) {
    return {
      ok: false,
      id,
      problem: { code: "duplicate_id", pointer: `${pointer}/id`, message: `${id} stood before` },
    };
  }
  seen.add(id);
  if (type === "exec") {
    if (validateExecCommand(entry)) return { ok: true, command: entry };
    return { ok: false, id, problem: shapeProblem(validateExecCommand.errors, pointer) };
  }
  if (type === "signal") {
    if (validateSignalCommand(entry)) return { ok: true, command: entry };
    return { ok: false, id, problem: shapeProblem(validateSignalCommand.errors, pointer) };
  }
  const message = type === undefined ? "the entry has no type" : "no command has this type";
  const at = type === undefined ? pointer : `${pointer}/type`;
  return { ok: false, id, problem: { code: "unsupported_command", pointer: at, message } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
