// `@para-docker/protocol/commands`: reads queues and nothing else, for short-lived programs.
export type { Command } from "../documents/index.js";
export type { Problem } from "../errors.js";
export { type EntryReading, parseCommands, type QueueReading } from "../parse-commands.js";
export type { Parsed } from "../read-document.js";
