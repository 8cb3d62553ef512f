// The host side of the protocol, for the command line and for other programs.

export { confinement, type Walk } from "./confined/index.js";
export type { DoctorCheck, DoctorOptions } from "./doctor/doctor.js";
export { type ConnectOptions, connectEngine, type Engine } from "./engine/connect.js";
export type { ImageKind } from "./engine/images.js";
export { HostError, type HostErrorCode, isHostError } from "./errors.js";
export type { CleanEntry, CleanOptions } from "./finish/clean.js";
export type { ArchiveMode, FinishOptions, FinishReport, FinishStep } from "./finish/finish-report.js";
export type { Leftover } from "./finish/leftovers.js";
export { bytesOf, type DockerSettings, readSettings, type SessionSettings } from "./options/settings.js";
export type { StartOptions } from "./options/start-options.js";
export type { SessionProblem } from "./problem.js";
export type { CommandHandle } from "./queue/command-handle.js";
export type { ExecDraft, SignalDraft } from "./queue/draft.js";
export type { Freshness } from "./reading/freshness.js";
export type { LogOptions } from "./reading/logs.js";
export type { OutputChunk, OutputOptions, OutputStream } from "./reading/output.js";
export type { ProbedHealth } from "./registry/health-watch.js";
export type { EngineState } from "./runtime/runtime.js";
export { type AlertDelivery, type AlertTargets, alertDelivery } from "./sessions/alert-delivery.js";
export {
  type Alert,
  type AlertKind,
  type AlertOptions,
  type AlertSource,
  type AlertTracker,
  alertTracker,
} from "./sessions/alerts.js";
export { type Feed, type FeedListener, type FeedOptions, openFeed } from "./sessions/feed.js";
export { type ListOptions, listSessions } from "./sessions/list-sessions.js";
export { type OpenOptions, openSession, type Session } from "./sessions/session.js";
export {
  byNeed,
  callsForPerson,
  healthOf,
  type Mood,
  messageOf,
  needOf,
  saysFailure,
  stateWords,
} from "./sessions/session-words.js";
export type { CommandView, SessionView } from "./sessions/view.js";
export { type SessionChange, type WatchOptions, watchAlerts, watchSessions } from "./sessions/watch-sessions.js";
export type { AttachSessionOptions } from "./start/start.js";
export { findStateRoot, removeEmptyStateRoot, type StateRoot, type StateRootOptions } from "./state-root.js";
export {
  attachSession,
  cleanStateRoot,
  doctor,
  finishSession,
  hasImage,
  makeImage,
  removeImage,
  startSession,
} from "./verbs.js";
