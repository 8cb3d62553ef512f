// What a caller asks for, made into a command or refused before anything is written.
import { createHash } from "node:crypto";
import {
  type Command,
  type ExecCommand,
  isCommandId,
  LIMITS,
  parseCommands,
  type SignalCommand,
  sanitizeText,
} from "@para-docker/protocol";
import { HostError } from "../errors.js";

/** What every draft may have: an id of the caller's own, else the host makes one. */
interface DraftBase {
  /**
   * Chosen by the caller, so that a call can be repeated: the same draft under the same id is enqueued once
   * (docs/protocol.md#names).
   */
  id?: string;
}

/** A command to run (docs/protocol.md#exec). */
export type ExecDraft = DraftBase & Omit<ExecCommand, "id" | "timestamp">;

/** Something to ask the agent for (docs/protocol.md#signals). */
export type SignalDraft = DraftBase & Omit<SignalCommand, "id" | "timestamp">;

/** Stands for the id while there is none: as long as the longest that the host makes. */
const NO_ID = "cmd-0000000000-000000";

/**
 * The command that `draft` stands for, checked by the protocol's own schema; without an id of its own it gets one by
 * {@link withId}.
 *
 * @throws HostError `usage`, naming the field; `queue_full` never.
 */
export function commandOf(draft: ExecDraft | SignalDraft, now: Date): Command {
  const { id = NO_ID, ...rest } = draft;
  if (!isCommandId(id))
    throw usage(
      `${JSON.stringify(id.slice(0, 80))} is no command id.`,
      "Use letters, digits, dots, - and _, at most 64.",
    );
  const bytes = Buffer.from(JSON.stringify({ commands: [{ id, timestamp: now.toISOString(), ...rest }] }));
  if (bytes.length > LIMITS.bytes.commands - LIMITS.queue_signal_reserve_bytes) {
    throw usage(
      `The command has ${bytes.length} bytes, more than a queue takes.`,
      "Put large input into a file of the workspace.",
    );
  }
  const parsed = parseCommands(bytes);
  const [entry] = parsed.ok ? parsed.value.entries : [];
  if (entry?.ok) return checked(entry.command);
  const problem = entry?.problem ?? (parsed.ok ? undefined : parsed.problems[0]);
  const field = problem?.pointer.replace(/^\/commands\/0\/?/, "") ?? "";
  const what = field === "" ? "The command" : `The command's ${sanitizeText(field)}`;
  throw usage(
    `${what} is not valid: ${sanitizeText(problem?.message ?? "it is no command")}.`,
    "docs/protocol.md#commands says what is.",
  );
}

/** What the schema cannot say: a `cancel` has a target (docs/protocol.md#signals). */
function checked(command: Command): Command {
  if (command.type === "signal" && command.signal === "cancel" && command.target === undefined) {
    throw usage("A cancel needs a target.", "Name the command to cancel.");
  }
  return command;
}

/** Whether the draft brought an id of its own. */
export function hasOwnId(command: Command): boolean {
  return command.id !== NO_ID;
}

/** The command under another id. */
export function withId(command: Command, id: string): Command {
  return { ...command, id };
}

/** What a command asks for, whenever it was enqueued: the same for two drafts that mean the same. */
export function digestOf(command: Command): string {
  const { id: _id, timestamp: _timestamp, ...asked } = command;
  return createHash("sha256")
    .update(JSON.stringify(sorted(asked)))
    .digest("hex")
    .slice(0, 32);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)]);
}

function usage(message: string, hint: string): HostError {
  return new HostError("usage", message, { hint });
}
