// What the host refuses or cannot do: one error class, a closed list of codes, one line for people and what to do.

/** Why something was refused or failed. Programs look at this alone; messages are prose. */
export type HostErrorCode =
  /** The caller asked for something that makes no sense. */
  | "usage"
  /** No `.para/state` above the working directory. */
  | "no_state_root"
  /** No session of that name. */
  | "no_session"
  /** A session of that name is there already. */
  | "session_exists"
  /** The session is finished or being finished: it takes no commands. */
  | "session_finished"
  /** No name, or a reserved one. */
  | "invalid_name"
  /** The id was used before in this session. */
  | "duplicate_id"
  /** No such command was ever enqueued in this session. */
  | "no_command"
  /** No Docker engine answers. */
  | "no_engine"
  /** The engine has no such image. */
  | "no_image"
  /** The image cannot run the agent, or the agent is not built. */
  | "agent_absent"
  /** The container ended when it was needed. */
  | "container_died"
  /** The first status did not come in time. */
  | "start_timeout"
  /** The start or finish hook of the settings did not succeed. */
  | "hook_failed"
  /** A port of the host is in use. */
  | "port_taken"
  /** A mount that would open the state root, or is no directory. */
  | "mount_refused"
  /** `.para/docker.json` or a flag is not valid. */
  | "invalid_settings"
  /** Another process holds the session's lock for too long. */
  | "locked"
  /** As many commands wait as the queue holds. */
  | "queue_full"
  /** Something else than a regular file or directory of ours lies in the place of one. */
  | "unsafe_file"
  /** A file of the host's own cannot be made sense of. */
  | "corrupt_file"
  /** The disk refused to give what it has. */
  | "read_failed"
  /** The disk refused a write. */
  | "write_failed"
  /** The engine refused, or answered with nonsense. */
  | "engine_failed"
  /** The caller gave up waiting. */
  | "aborted";

const BRAND = Symbol.for("@para-docker/host/HostError");

/**
 * An error of the host: `message` is one line that says what is wrong, `hint` one that says what to do.
 *
 * Recognise it by {@link isHostError}: two copies of this package may be loaded, and `instanceof` knows one.
 */
export class HostError extends Error {
  readonly code: HostErrorCode;
  readonly hint?: string;

  constructor(code: HostErrorCode, message: string, options?: { hint?: string; cause?: unknown }) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause });
    this.name = "HostError";
    this.code = code;
    if (options?.hint !== undefined) this.hint = options.hint;
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** Whether `error` is a {@link HostError} of any loaded copy of this package. */
export function isHostError(error: unknown): error is HostError {
  return typeof error === "object" && error !== null && (error as { [BRAND]?: unknown })[BRAND] === true;
}

/** The `code` of a system error (`ENOENT`), or nothing for any other value. */
export function systemCode(error: unknown): string | undefined {
  const code = typeof error === "object" && error !== null ? (error as { code?: unknown }).code : undefined;
  return typeof code === "string" ? code : undefined;
}
