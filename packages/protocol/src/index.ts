// The public face: the documents' types, limits, names, codes, parse and sanitise. No I/O; runs in a browser.
export type * from "./documents/index.js";
export { CODES, type ErrorCode, isProtocolError, type Problem, ProtocolError } from "./errors.js";
export { type DocumentKind, LIMITS } from "./limits.js";
export { isCommandId, isSessionName, PATTERNS, RESERVED_SESSION_NAMES } from "./names.js";
export {
  parseAgentConfig,
  parseContainer,
  parseDocument,
  parseLogRecord,
  parseMetrics,
  parseRegistry,
  parseReport,
  parseResult,
  parseSessionState,
  parseStatus,
} from "./parse.js";
export { type EntryReading, parseCommands, type QueueReading } from "./parse-commands.js";
export type { Parsed } from "./read-document.js";
export { type SanitizeOptions, sanitizeText } from "./sanitize.js";
export { isTerminal, type TerminalState } from "./states.js";
export { PROTOCOL_VERSION, SUPPORTED_MAJOR } from "./version.js";
