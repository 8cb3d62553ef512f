// Every verb, in the order of the help. A verb's file is loaded when the verb is called: --help needs its summary alone.
import type { CommandDefinition, Verb } from "../definition.js";

/** A verb that is not loaded yet. */
export interface VerbEntry {
  name: string;
  /** One line for the list of verbs. */
  summary: string;
  load(): Promise<Verb>;
}

/** The verbs. */
export const verbs: readonly VerbEntry[] = [
  {
    name: "start",
    summary: "start a session: a container with an agent beside your workspace",
    load: async () => (await import("./start.js")).start,
  },
  {
    name: "exec",
    summary: "run a command in a session",
    load: async () => (await import("./exec.js")).exec,
  },
  {
    name: "status",
    summary: "show a session: phase, progress, services, commands, errors",
    load: async () => (await import("./status.js")).status,
  },
  {
    name: "list",
    summary: "list every session, those that need you first",
    load: async () => (await import("./list.js")).list,
  },
  {
    name: "monitor",
    summary: "watch every session live, and act on them",
    load: async () => (await import("./monitor.js")).monitor,
  },
  {
    name: "logs",
    summary: "show what the agent did, or the output of a command",
    load: async () => (await import("./logs.js")).logs,
  },
  {
    name: "wait",
    summary: "wait until a session is healthy, idle, in a phase, needs a person, or a command has ended",
    load: async () => (await import("./wait.js")).wait,
  },
  {
    name: "signal",
    summary: "ask a session's agent for something: ping, pause, resume, reload_config, …",
    load: async () => (await import("./signal.js")).signal,
  },
  {
    name: "cancel",
    summary: "stop commands of a session",
    load: async () => (await import("./cancel.js")).cancel,
  },
  {
    name: "finish",
    summary: "shut a session down gracefully and archive its results and logs",
    load: async () => (await import("./finish.js")).finish,
  },
  {
    name: "validate",
    summary: "check documents of the protocol",
    load: async () => (await import("./validate.js")).validate,
  },
  {
    name: "completion",
    summary: "print a completion script for bash, zsh or fish",
    load: async () => (await import("./completion.js")).completion,
  },
];

/** How all verbs are called, for completion and for whoever makes documents of it. */
export async function loadDefinitions(): Promise<CommandDefinition[]> {
  return Promise.all(verbs.map(async ({ name, summary, load }) => ({ name, summary, ...(await load()) })));
}
