// The host side of the protocol, for the command line and for other programs.

export type { CommandHandle } from "./command-handle.js";
export { confinement, type Walk } from "./confined/index.js";
export type { ExecDraft, SignalDraft } from "./draft.js";
export { HostError, type HostErrorCode, isHostError } from "./errors.js";
export type { Freshness } from "./freshness.js";
export { type ListOptions, listSessions } from "./list-sessions.js";
export type { LogOptions } from "./logs.js";
export type { OutputChunk, OutputOptions, OutputStream } from "./output.js";
export type { SessionProblem } from "./problem.js";
export { type OpenOptions, openSession, type Session } from "./session.js";
export { findStateRoot, type StateRoot, type StateRootOptions } from "./state-root.js";
export type { CommandView, SessionView } from "./view.js";
