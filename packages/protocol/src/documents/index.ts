// All document types in one place.
export type * from "./agent-config.js";
export type * from "./commands.js";
export type * from "./common.js";
export type * from "./container.js";
export type * from "./log-record.js";
export type * from "./metrics.js";
export type * from "./registry.js";
export type * from "./report.js";
export type * from "./result.js";
export type * from "./session-state.js";
export type * from "./status.js";
