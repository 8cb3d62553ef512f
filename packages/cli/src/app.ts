// What a verb has at hand: streams, colours, the host (loaded when first asked for), and interrupts.
import type * as Host from "@para-docker/host";
import { createInterrupts, type Interrupts } from "./interrupts.js";
import { type Style, styleFor } from "./output/style.js";
import type { Values } from "./values.js";

/** The surroundings of one call of the program. */
export interface App {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** Colours for standard output. */
  style: Style;
  /** Colours for standard error. */
  errorStyle: Style;
  interrupts: Interrupts;
  /** Columns that standard output has; nothing where it is no terminal, and nothing need fit. */
  columns(): number | undefined;
  /** Milliseconds since 1970. */
  now(): number;
  /** Writes a line to standard output. */
  print(line: string): void;
  /** Writes a line to standard error, for whoever watches. */
  note(line: string): void;
  /** Loads the host side: only what needs it pays for it. */
  host(): Promise<typeof Host>;
  /** The state root that the flags name, or the one of the working directory. */
  stateRoot(values: Values): Promise<Host.StateRoot>;
  /** The same, made where there is none: whoever fails then takes it away again. */
  stateRootOrNew(values: Values): Promise<{ root: Host.StateRoot; isNew: boolean }>;
}

/** The surroundings that the process has. */
export function createApp(): App {
  const { stdin, stdout, stderr, env } = process;
  const host = () => import("@para-docker/host");
  const named = (values: Values) => {
    const stateDir = values.text("state-dir");
    return stateDir === undefined ? {} : { stateDir };
  };
  return {
    stdin,
    stdout,
    stderr,
    env,
    cwd: process.cwd(),
    style: styleFor(stdout, env),
    errorStyle: styleFor(stderr, env),
    interrupts: createInterrupts(),
    columns: () => (stdout.isTTY ? (stdout.columns ?? 80) : undefined),
    now: () => Date.now(),
    print: (line) => void stdout.write(`${line}\n`),
    note: (line) => void stderr.write(`${line}\n`),
    host,
    stateRoot: async (values) => (await host()).findStateRoot(named(values)),
    stateRootOrNew: async (values) => {
      const { findStateRoot, isHostError } = await host();
      try {
        return { root: await findStateRoot(named(values)), isNew: false };
      } catch (error) {
        if (!isHostError(error) || error.code !== "no_state_root") throw error;
        return { root: await findStateRoot({ ...named(values), create: true }), isNew: true };
      }
    },
  };
}
