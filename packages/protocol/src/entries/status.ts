// `@para-docker/protocol/status`: reads statuses and nothing else, for short-lived programs: a fifth of the code to load.
export type { ContainerStatus } from "../documents/index.js";
export type { Problem } from "../errors.js";
export { parseStatus } from "../parse.js";
export type { Parsed } from "../read-document.js";
