// The library: an agent inside a program of its own, and reports from any program in the container.
export type { CommandState, ContainerStatus, Report, SignalCommand } from "@para-docker/protocol";
export { type Agent, type AgentOptions, createAgent } from "./agent.js";
export type { Check, OwnChecks } from "./checks.js";
export { type ReportOptions, report } from "./report.js";
export type { Environment } from "./settings.js";
export type { SignalHandler } from "./signals.js";
