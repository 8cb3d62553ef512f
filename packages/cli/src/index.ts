// The command line as a library: the program itself, and its definitions for whoever makes documents of them.
export { COMMON_OPTIONS, type CommandDefinition, type OperandDefinition, type OptionDefinition } from "./definition.js";
export { main } from "./main.js";
export { loadDefinitions } from "./verbs/index.js";
