// Every verb, in the order of the help. A verb's file is loaded when the verb is called: --help needs its summary alone.
import type { CommandDefinition, Verb } from "../definition.js";

/** A verb that is not loaded yet. */
export interface VerbEntry {
  name: string;
  /** What it is listed under. */
  group: "Sessions" | "Commands" | "Views" | "Upkeep";
  /** One line for the list of verbs. */
  summary: string;
  load(): Promise<Verb>;
}

/** The verbs. */
export const verbs: readonly VerbEntry[] = [
  {
    name: "start",
    group: "Sessions",
    summary: "start a session: a container with an agent beside your workspace",
    load: async () => (await import("./start.js")).start,
  },
  {
    name: "attach",
    group: "Sessions",
    summary: "take a container that you started yourself for a session",
    load: async () => (await import("./attach.js")).attach,
  },
  {
    name: "exec",
    group: "Commands",
    summary: "run a command in a session",
    load: async () => (await import("./exec.js")).exec,
  },
  {
    name: "status",
    group: "Views",
    summary: "show a session: phase, progress, services, commands, errors",
    load: async () => (await import("./status.js")).status,
  },
  {
    name: "list",
    group: "Views",
    summary: "list every session, those that need you first",
    load: async () => (await import("./list.js")).list,
  },
  {
    name: "monitor",
    group: "Views",
    summary: "watch every session live, and act on them",
    load: async () => (await import("./monitor.js")).monitor,
  },
  {
    name: "dashboard",
    group: "Views",
    summary: "show every session in a browser, and act on them there",
    load: async () => (await import("./dashboard.js")).dashboard,
  },
  {
    name: "logs",
    group: "Commands",
    summary: "show what the agent did, or the output of a command",
    load: async () => (await import("./logs.js")).logs,
  },
  {
    name: "wait",
    group: "Commands",
    summary: "wait until a session is healthy, idle, in a phase, or needs you",
    load: async () => (await import("./wait.js")).wait,
  },
  {
    name: "signal",
    group: "Commands",
    summary: "ask a session's agent for something: ping, pause, reload_config, …",
    load: async () => (await import("./signal.js")).signal,
  },
  {
    name: "cancel",
    group: "Commands",
    summary: "stop commands of a session",
    load: async () => (await import("./cancel.js")).cancel,
  },
  {
    name: "finish",
    group: "Sessions",
    summary: "shut a session down gracefully and archive what it leaves",
    load: async () => (await import("./finish.js")).finish,
  },
  {
    name: "validate",
    group: "Upkeep",
    summary: "check documents of the protocol",
    load: async () => (await import("./validate.js")).validate,
  },
  {
    name: "doctor",
    group: "Upkeep",
    summary: "look whether this machine, its engine and an image are fit for it",
    load: async () => (await import("./doctor.js")).doctor,
  },
  {
    name: "clean",
    group: "Upkeep",
    summary: "show what crashes left behind, and remove it",
    load: async () => (await import("./clean.js")).clean,
  },
  {
    name: "completion",
    group: "Upkeep",
    summary: "print a completion script for bash, zsh or fish",
    load: async () => (await import("./completion.js")).completion,
  },
];

/** How all verbs are called, for completion and for whoever makes documents of it. */
export async function loadDefinitions(): Promise<CommandDefinition[]> {
  return Promise.all(verbs.map(async ({ name, summary, load }) => ({ name, summary, ...(await load()) })));
}
