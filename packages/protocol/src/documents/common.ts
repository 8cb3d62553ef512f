// Words that every document shares: timestamps, names, ids and the version of the wire.
//
// Bounds are JSDoc tags, so that they reach the schemas and with them every validator. `@values` and `@keys` are
// ours: schema rules for the values and the keys of a map, which the generator moves into place; `@given` names a field that
// must be there where another has a certain value. `@timestamp`,
// `@sessionName`, … name a pattern of `names.ts`.

/**
 * A moment, RFC 3339 with an upper-case `T`, seconds, and `Z` or an offset: `2024-01-20T10:30:00Z`.
 *
 * Days that no calendar has (30 February) and leap seconds are refused. Written by the clock of whoever writes the
 * document: the host never judges freshness by a container's timestamps.
 */
export type Timestamp = string;

/** Name of a session: `^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$`, para's own rule. `shared` is reserved. */
export type SessionName = string;

/** Id of a command, made by the host: `^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`. Unique within a session, for ever. */
export type CommandId = string;

/** Version of the wire, `major.minor`. A minor adds what a reader may ignore; a major changes meaning. */
export type ProtocolVersion = string;

/** Fields that any document of v1 may carry. */
export interface Versioned {
  /** Version of the wire this document is written in. Absent: `1.0`.
   * @protocolVersion */
  protocol_version?: ProtocolVersion;
}

/**
 * Something to tell a person: one entry of `errors` or `warnings`.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/Notice/low-disk-space.json}
 */
export interface Notice {
  /** When it was noticed.
   * @timestamp */
  timestamp: Timestamp;
  /** What is wrong, in plain words, one or a few lines.
   * @minLength 1 @maxLength 2048 */
  message: string;
  /** Machine-readable kind, one of the protocol's codes or the reporter's own.
   * @minLength 1 @maxLength 64 */
  code?: string;
  /** Who noticed it: a service, a probe, a program.
   * @minLength 1 @maxLength 128 */
  source?: string;
  /** The command it is about.
   * @commandId */
  command_id?: CommandId;
}
