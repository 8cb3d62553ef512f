// Patterns of every name on the wire, and the checks that come before any name meets a path.

/**
 * The patterns, as JSON Schema and awk read them: POSIX extended syntax, ASCII classes, no `\d`, no groups that only
 * JavaScript has. `JSDoc` tags refer to them by key.
 */
export const PATTERNS = {
  sessionName: "^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$",
  commandId: "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
  signalName: "^[a-z][a-z0-9_-]{0,63}$",
  envName: "^[A-Za-z_][A-Za-z0-9_]{0,127}$",
  containerPort: "^[0-9]{1,5}(/(tcp|udp|sctp))?$",
  hostPort: "^[0-9]{1,5}$",
} as const;

const SESSION_NAME = new RegExp(PATTERNS.sessionName);
const COMMAND_ID = new RegExp(PATTERNS.commandId);

/** Session names that would collide with a folder of the protocol. */
export const RESERVED_SESSION_NAMES: readonly string[] = ["shared"];

/** Whether `name` may name a session: para's pattern, and not reserved (docs/protocol.md#names). */
export function isSessionName(name: string): boolean {
  return SESSION_NAME.test(name) && !RESERVED_SESSION_NAMES.includes(name);
}

/** Whether `id` may name a command, and with it a directory (docs/protocol.md#names). */
export function isCommandId(id: string): boolean {
  return COMMAND_ID.test(id);
}
