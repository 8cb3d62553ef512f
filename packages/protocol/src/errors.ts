// The protocol's error codes, a closed list, and the one error class that carries them inside a program.

/** Every code, with what it means. Codes are protocol; messages are prose (docs/protocol.md#codes). */
export const CODES = {
  missing: "the file is not there, or empty: the default state",
  oversize: "the file is larger than its limit",
  invalid_utf8: "the bytes are not UTF-8, or begin with a byte order mark",
  invalid_json: "the text is not JSON, or holds a lone surrogate or a number beyond a double",
  too_deep: "objects and arrays are nested deeper than the limit",
  invalid_schema: "a field is missing, of the wrong type or out of bounds",
  unsupported_version: "the document's major version is newer than the reader",
  unsafe_file: "something else than a regular file with one name lies in its place",
  unstable_file: "the file kept changing while it was read",
  stale_document: "the document is older than one already acted on",
  unsupported_command: "the command's type is not known",
  unsupported_signal: "no such signal, and no hook of that name",
  invalid_id: "the entry has no id, or one that is no name",
  duplicate_id: "the id stands twice, or was used before",
  invalid_working_dir: "the working directory is not there, or not an absolute path without `..`",
  denied_by_policy: "the agent's configuration does not allow it",
  spawn_failed: "the process could not be started",
  queue_full: "as many commands wait as the queue holds",
  expired: "it was not started within its time",
  unknown_target: "the command to cancel was never seen",
  write_failed: "the disk refused a write",
  conflict: "a second result, or a result for an id that was never issued",
} as const;

/** One of the protocol's codes. */
export type ErrorCode = keyof typeof CODES;

/** A fault in a document: its code, where (a JSON pointer, `""` for the whole), and the same in plain words. */
export interface Problem {
  code: ErrorCode;
  pointer: string;
  message: string;
}

const BRAND = Symbol.for("@para-docker/protocol/ProtocolError");

/**
 * An error with one of the protocol's codes. Thrown by programs of either side, never by `parse…`.
 *
 * Recognise it by {@link isProtocolError}: two copies of this package may be loaded, and `instanceof` knows one.
 */
export class ProtocolError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "ProtocolError";
    this.code = code;
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** Whether `error` is a {@link ProtocolError} of any loaded copy of this package. */
export function isProtocolError(error: unknown): error is ProtocolError {
  return typeof error === "object" && error !== null && (error as { [BRAND]?: unknown })[BRAND] === true;
}
