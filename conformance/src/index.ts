// The suite as a library: the format of its cases, and the command line as a function.
export type { ConformanceCase, Step } from "./case.js";
export type { Output } from "./commands/run.js";
export { main } from "./main.js";
