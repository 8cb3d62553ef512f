// Patterns of every name on the wire, and the checks that come before any name meets a path.

const YEAR = "[0-9]{4}";
const LEAP_YEAR = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)";
const DAY_OF_YEAR =
  "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))";
const TIME = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?";
const ZONE = "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])";

/**
 * The patterns, as JSON Schema and awk read them: POSIX extended syntax, ASCII classes, no `\d`, no groups that only
 * JavaScript has. `JSDoc` tags refer to them by key.
 *
 * `$` means the end of the text. Where a language lets it match before a last line end too (Python, Java), the `not`
 * that the schemas put beside every pattern of a name says the same again.
 */
export const PATTERNS = {
  /** RFC 3339, upper-case `T` and `Z`, days that the calendar has, no leap seconds, at most nine digits of a second. */
  timestamp: `^(${YEAR}-${DAY_OF_YEAR}|${LEAP_YEAR}-02-29)T${TIME}${ZONE}$`,
  /** `major.minor`. */
  protocolVersion: "^[0-9]{1,4}\\.[0-9]{1,4}$",
  sessionName: "^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$",
  commandId: "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
  signalName: "^[a-z][a-z0-9_-]{0,63}$",
  envName: "^[A-Za-z_][A-Za-z0-9_]{0,127}$",
  containerPort: "^[0-9]{1,5}(/(tcp|udp|sctp))?$",
  hostPort: "^[0-9]{1,5}$",
  /** Text that may reach `exec`: no NUL. */
  noNul: "^[^\\x00]*$",
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
