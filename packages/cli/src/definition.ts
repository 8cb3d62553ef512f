// What a verb is: its words for help, completion and the parser, all from one definition, and what it does.
import type { App } from "./app.js";
import type { Values } from "./values.js";

/** A flag. */
export interface OptionDefinition {
  /** As commander reads them: `-e, --env <NAME=VALUE>`. */
  flags: string;
  /** What it does, for the help. */
  text: string;
  /** It may be given more than once. */
  many?: boolean;
  /** The only values it takes. */
  choices?: readonly string[];
}

/** What completion offers for an operand. */
export type Completes = "session" | "command-id" | "signal" | "file" | "document-kind" | "shell";

/** An operand. */
export interface OperandDefinition {
  /** As it stands in the usage line: `[SESSION]`. */
  usage: string;
  completes?: Completes;
}

/** How a verb is called, as data. */
export interface CallDefinition {
  operands: OperandDefinition[];
  options: OptionDefinition[];
  /** More for its own help, beneath the options. */
  details?: string;
  /** Command lines with what they do. */
  examples: [line: string, what: string][];
}

/** The same with its name, and one line for the list of verbs. */
export interface CommandDefinition extends CallDefinition {
  name: string;
  summary: string;
}

/** One call of a verb. */
export interface Call {
  app: App;
  /** The words that are no flags. */
  operands: string[];
  values: Values;
}

/** A verb: how it is called, and what it does. Resolves to the exit code. */
export interface Verb extends CallDefinition {
  run(call: Call): Promise<number>;
}

/** Flags that every verb takes. */
export const COMMON_OPTIONS: readonly OptionDefinition[] = [
  { flags: "--state-dir <DIR>", text: "state root (default: the nearest .para/state, or $PARA_STATE_DIR)" },
  { flags: "--debug", text: "with an error, show where it came from" },
];
