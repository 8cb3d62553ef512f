// The host side of the protocol, for the command line and for other programs.

export { type AlertDelivery, type AlertTargets, alertDelivery } from "./alert-delivery.js";
export {
  type Alert,
  type AlertKind,
  type AlertOptions,
  type AlertSource,
  type AlertTracker,
  alertTracker,
} from "./alerts.js";
export type { CommandHandle } from "./command-handle.js";
export { confinement, type Walk } from "./confined/index.js";
export { type DoctorCheck, type DoctorOptions, doctor } from "./doctor.js";
export type { ExecDraft, SignalDraft } from "./draft.js";
export { type ConnectOptions, connectEngine, type Engine } from "./engine/connect.js";
export { hasImage, type ImageKind, makeImage, removeImage } from "./engine/images.js";
export { HostError, type HostErrorCode, isHostError } from "./errors.js";
export { type FinishOptions, type FinishReport, type FinishStep, finishSession } from "./finish.js";
export type { ArchiveMode } from "./finish-archive.js";
export type { Freshness } from "./freshness.js";
export { type HealthProbe, probeHealth } from "./health-probe.js";
export type { Leftover } from "./leftovers.js";
export { type ListOptions, listSessions } from "./list-sessions.js";
export type { LogOptions } from "./logs.js";
export type { OutputChunk, OutputOptions, OutputStream } from "./output.js";
export type { SessionProblem } from "./problem.js";
export type { RegistryWatchOptions } from "./registry-watch.js";
export type { EngineState } from "./runtime.js";
export { type OpenOptions, openSession, type Session } from "./session.js";
export { bytesOf, type DockerSettings, readSettings, type SessionSettings } from "./settings.js";
export { type AttachSessionOptions, attachSession, startSession } from "./start.js";
export type { StartOptions } from "./start-options.js";
export { findStateRoot, removeEmptyStateRoot, type StateRoot, type StateRootOptions } from "./state-root.js";
export { type CleanEntry, type CleanOptions, cleanStateRoot, keepRegistry, updateRegistry } from "./upkeep.js";
export type { CommandView, SessionView } from "./view.js";
export { type SessionChange, type WatchOptions, watchAlerts, watchSessions } from "./watch-sessions.js";
