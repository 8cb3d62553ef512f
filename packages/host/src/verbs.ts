// The verbs whose code is loaded when they are called: a call that only puts a command in pays for none of them.

import type { DoctorCheck, DoctorOptions } from "./doctor/doctor.js";
import type { Engine } from "./engine/connect.js";
import type { ImageKind } from "./engine/images.js";
import type { CleanEntry, CleanOptions } from "./finish/clean.js";
import type { FinishOptions, FinishReport } from "./finish/finish-report.js";
import type { StartOptions } from "./options/start-options.js";
import type { Session } from "./sessions/session.js";
import type { AttachSessionOptions } from "./start/start.js";
import type { StateRoot } from "./state-root.js";

/**
 * Starts a session (docs/protocol.md#session): what `options` leaves open, `.para/docker.json` decides, and else the defaults. It is up
 * when this resolves: its agent has written a status, its start hook has succeeded.
 *
 * @throws HostError `usage`, `invalid_name`, `invalid_settings`, `session_exists`, `no_engine`, `no_image`, `agent_absent`,
 * `container_died`, `start_timeout`, `port_taken`, `mount_refused`, `hook_failed`, `write_failed`: nothing of the session is left then.
 */
export async function startSession(stateRoot: StateRoot, options: StartOptions): Promise<Session> {
  return (await import("./start/start.js")).startSession(stateRoot, options);
}

/**
 * Takes a container that somebody else made for the session `name`. It is looked at and given commands, never stopped or removed.
 *
 * @throws HostError `invalid_name`, `session_exists`, `no_engine`, `usage` where it does not mount the session's directory.
 */
export async function attachSession(stateRoot: StateRoot, options: AttachSessionOptions): Promise<Session> {
  return (await import("./start/start.js")).attachSession(stateRoot, options);
}

/**
 * Finishes `name` (docs/protocol.md#finish), whatever state it is in: running, hanging, dead, removed behind our back, half finished.
 *
 * @throws HostError `no_session`; `locked` while another process finishes it; `no_engine` where its container cannot be asked about;
 * `write_failed` where the archive could not be written: then nothing was removed, and it can be finished again.
 */
export async function finishSession(stateRoot: StateRoot, name: string, options: FinishOptions): Promise<FinishReport> {
  return (await import("./finish/finish.js")).finishSession(stateRoot, name, options);
}

/** Looks at everything, one after the other. Never throws for what it finds; that is in the checks. @throws HostError `no_state_root`. */
export async function doctor(stateRoot: StateRoot, options: DoctorOptions): Promise<DoctorCheck[]> {
  return (await import("./doctor/doctor.js")).doctor(stateRoot, options);
}

/**
 * Shows what crashed hosts and vanished containers left behind, and removes it when told. Sessions that ended are kept: `finish` archives
 * them.
 *
 * @throws HostError `no_state_root`, `no_engine`.
 */
export async function cleanStateRoot(stateRoot: StateRoot, options: CleanOptions = {}): Promise<CleanEntry[]> {
  return (await import("./finish/clean.js")).cleanStateRoot(stateRoot, options);
}

/**
 * Makes an image of this machine's programs and imports it as `tag` (`name:tag`). An image of that tag is replaced.
 *
 * @returns `tag`.
 * @throws HostError `no_image` where a program it is made of is not installed here; `engine_failed`; `no_engine`.
 */
export async function makeImage(engine: Engine, kind: ImageKind, tag: string): Promise<string> {
  return (await import("./engine/images.js")).makeImage(engine, kind, tag);
}

/** Whether the engine has an image of that name or id. */
export async function hasImage(engine: Engine, name: string): Promise<boolean> {
  return (await import("./engine/images.js")).hasImage(engine, name);
}

/** Removes an image. One that is not there is no fault. */
export async function removeImage(engine: Engine, name: string): Promise<void> {
  return (await import("./engine/images.js")).removeImage(engine, name);
}
