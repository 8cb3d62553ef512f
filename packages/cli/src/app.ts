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
  stateRoot(values: Values, create?: boolean): Promise<Host.StateRoot>;
}

/** The surroundings that the process has. */
export function createApp(): App {
  const { stdin, stdout, stderr, env } = process;
  const host = () => import("@para-docker/host");
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
    stateRoot: async (values, create = false) => {
      const stateDir = values.text("state-dir");
      return (await host()).findStateRoot({ ...(stateDir === undefined ? {} : { stateDir }), create });
    },
  };
}
