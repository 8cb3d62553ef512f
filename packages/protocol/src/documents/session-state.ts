// `{session}.state`: para's own record of a session. Read, never written; unknown fields are left alone.
import type { Timestamp } from "./common.js";

/**
 * A session as para (the Rust tool) writes it with serde.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/SessionState/worktree.json}
 */
export interface SessionState {
  /** @minLength 1 @maxLength 256 */
  name: string;
  /** @maxLength 1024 */
  branch: string;
  /** @maxLength 4096 */
  worktree_path: string;
  /** @timestamp */
  created_at: Timestamp;
  status: SessionStatus;
  /** @maxLength 65536 */
  task_description?: string | null;
  /** When something last happened in it; null where para has not looked.
   * @maxLength 64 */
  last_activity?: string | null;
  git_stats?: GitStats | null;
  session_type?: SessionType;
  /** @maxLength 1024 */
  parent_branch?: string | null;
}

/** para's own word for where a session stands. */
export type SessionStatus = "Active" | "Review" | "Finished" | "Cancelled";

/** Where the session's work happens. */
export type SessionType = "Worktree" | ContainerSessionType;

/**
 * A session in a container.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/ContainerSessionType/known.json}
 */
export interface ContainerSessionType {
  Container: ContainerReference;
}

/**
 * The container of a session; null until it is known.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/ContainerReference/not-known-yet.json}
 */
export interface ContainerReference {
  /** @maxLength 128 */
  container_id?: string | null;
}

/**
 * Size of the session's change.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/GitStats/small-change.json}
 */
export interface GitStats {
  /** @TJS-type integer @minimum 0 @maximum 9007199254740991 */
  files_changed: number;
  /** @TJS-type integer @minimum 0 @maximum 9007199254740991 */
  lines_added: number;
  /** @TJS-type integer @minimum 0 @maximum 9007199254740991 */
  lines_removed: number;
}
