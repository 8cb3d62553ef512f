// `@para-docker/protocol/result`: reads results and nothing else, for short-lived programs.
export type { CommandResult } from "../documents/index.js";
export type { Problem } from "../errors.js";
export { parseResult } from "../parse.js";
export type { Parsed } from "../read-document.js";
