// What a behaviour case is: the types behind schemas/v1/conformance-case.schema.json, which is the manual for who writes one.

/** Values of JSON. */
export type Json = unknown;

/** A JSON Schema (draft-07). */
export interface JsonSchema {
  [keyword: string]: unknown;
}

/** Texts by name. */
export interface TextMap {
  [name: string]: string;
}

/**
 * One behaviour case of the para container status protocol: plain data, read by a runner in any language.
 *
 * The id of a case is its path below `cases/` without `.case.json`: `agent/exec/exit-code-is-reported`. Each case runs alone in a
 * fresh directory, the *case directory*; every `file` in a case is a path below it. A runner does the steps in their order and stops at
 * the first that does not hold. At the end it ends every process it started, and whatever those started.
 *
 * Role `agent`: the runner plays the host. The case directory has `status/` (the status directory, mode 0770), `workspace/` (its
 * `PARA_WORKSPACE`), `home/`, and `config/agent.json` (its configuration) if the case gives one. The agent is
 * started by a `start` step, with `PARA_STATUS_DIR`, `PARA_WORKSPACE`, `PARA_SESSION_NAME`, `PARA_AGENT_CONFIG`, `PATH`, `HOME` and the
 * case's `environment`, nothing else, in the directory in which the runner was started. In a container `status/` is at `/para/status`, `workspace/` at
 * `/workspace`, `config/` at `/para/config`; each `start` is a new container, and killing the agent kills all in it.
 *
 * Role `host`: the runner plays agents. The case directory has `state/` (the state root, `PARA_STATE_DIR` of the host) and
 * `workspace/`. The host is run once for each `call` step.
 *
 * In every string of the steps, `{{…}}` is replaced: `{{now}}`, `{{now-10s}}`, `{{now+10s}}` (RFC 3339), `{{status}}` and `{{workspace}}` (the
 * directories as the judged program sees them), `{{session}}`, `{{x*60000}}` (that character so many times), and what a step has saved: `{{name}}`, `{{name+1}}` for
 * a number. A string that is nothing but one placeholder becomes the saved value itself, be it a number or an object.
 */
export interface ConformanceCase {
  $schema?: string;
  /** The fact that the case shows, in the present tense: "An arg is never evaluated". No two cases have the same.
   * @minLength 10 @maxLength 160 */
  description: string;
  /** What is judged. */
  role: "agent" | "host";
  /** `MUST`: an implementation that fails it is not conformant. `SHOULD`: failing it is a warning. */
  level: "MUST" | "SHOULD";
  /** Version of the protocol that first demands it.
   * @pattern ^[0-9]+\.[0-9]+$ */
  since: string;
  /** Anchors of docs/protocol.md that demand it; the first is the main one.
   * @minItems 1 */
  spec: string[];
  /** Why the case exists, where the description does not tell: a bug seen, an attack, what goes wrong without. */
  why?: string;
  /** What the machine must have; without it the case is skipped. */
  needs?: Need[];
  /** Variables added to the environment of the judged program. */
  environment?: TextMap;
  /** The agent's configuration, written to `config/agent.json` before the first step. */
  config?: { [field: string]: unknown };
  /** Milliseconds the whole case may take. Default 60000.
   * @minimum 100 @maximum 120000 */
  limit_ms?: number;
  /** What is done and expected, in this order.
   * @minItems 1 */
  steps: Step[];
}

/**
 * A part of the machine that not all have. `setsid`: that program is where commands run. `local`: the agent runs as a process beside the
 * runner, not in a container, so that it can be killed alone, and another can be started beside it.
 */
export type Need = "setsid" | "local";

/** One step: an object with exactly one key, which says what is done. */
export type Step =
  | { start: Start }
  | { publish: Publish }
  | { write: Write }
  | { place: Place }
  | { remove: Remove }
  | { ring: Ring }
  | { wait: Wait }
  | { signal: Signal }
  | { exit: Exit }
  | { expect: Expect }
  | { always: Always }
  | { never: Never }
  | { absent: Absent }
  | { call: Call };

/** Starts the agent, by default waiting until it has written a status. */
export interface Start {
  /** Name of this process for later steps. Default `agent`. A second agent on the same directory has another. */
  name?: string;
  /** False: go on at once, without waiting for its first status. Default true. */
  ready?: boolean;
  /** Milliseconds to wait for the first status. Default 15000.
   * @minimum 1 @maximum 60000 */
  within_ms?: number;
}

/**
 * Publishes `status/commands.json` as a good host does: whole, by rename, then rings the doorbell. The runner adds `protocol_version`
 * and `timestamp`, and to each command without one a `timestamp`.
 */
export interface Publish {
  /** The queue. */
  commands: { [field: string]: unknown }[];
  /** Ids whose results the host has. Default none. */
  processed?: string[];
  /** Default: one more than that of the last publication, beginning at 1. Null: the document has none. */
  sequence?: number | null;
  /** False: the doorbell is not rung. Default true. */
  ring?: boolean;
}

/** Writes a file, by default whole: a temporary name beside it, then rename. Exactly one of `json`, `text`, `hex`. */
export interface Write {
  /** Path below the case directory. */
  file: string;
  /** The content as a value; written as one line of JSON. */
  json?: Json;
  /** The content as text, in UTF-8. */
  text?: string;
  /** The content as bytes, two hexadecimal digits each.
   * @pattern ^([0-9a-f]{2})*$ */
  hex?: string;
  /** Times that `text` is repeated.
   * @minimum 1 @maximum 1000000 */
  repeat?: number;
  /** Pads the content with spaces at its end to the limit of its document in bytes (0), or one byte more (1). */
  pad_to_limit?: 0 | 1;
  /** Which document's limit, where the file's name does not tell. */
  document?: string;
  /** Writes in place and in two parts, as a careless writer does. */
  torn?: Torn;
  /** False: the doorbell is not rung afterwards. Default true. */
  ring?: boolean;
}

/** A write in place that another reader can see half done. */
export interface Torn {
  /** Bytes of the first part.
   * @minimum 0 */
  at: number;
  /** Milliseconds between the parts; absent, the second part never comes.
   * @minimum 1 @maximum 10000 */
  pause_ms?: number;
}

/** Puts something else than a file in the place of one. What was there is replaced in one step where that can be done. */
export interface Place {
  /** Path below the case directory. */
  file: string;
  kind: "directory" | "fifo" | "link" | "hard_link";
  /** Where a link points: a path below the case directory (`link` and `hard_link`). */
  target?: string;
  /** The runner listens at the FIFO from now on, and writes what comes out of it into this file, a path below the case directory (`fifo`). */
  heard?: string;
  /** False: the doorbell is not rung afterwards. Default true. */
  ring?: boolean;
}

/** Removes a file or a directory with all in it. */
export interface Remove {
  /** Path below the case directory. */
  file: string;
  /** False: the doorbell is not rung afterwards. Default true. */
  ring?: boolean;
}

/** Writes line feeds into the doorbell. */
export interface Ring {
  /** How many. Default 1.
   * @minimum 1 @maximum 100000 */
  times?: number;
}

/** Does nothing for a while. */
export interface Wait {
  /** @minimum 1 @maximum 10000 */
  ms: number;
}

/**
 * Sends a signal to the agent. `process`: to the one process that was started, as `docker stop` does. `agent`: to that process and all
 * others of its process group, except those that look after one command each (the parent of a process that has `PARA_COMMAND_ID` in its
 * environment and a group of its own). That is how "the agent dies" is played: commands and their supervisors live on. In a container
 * KILL ends all of it.
 */
export interface Signal {
  /** Which of the started agents. Default `agent`. */
  name?: string;
  signal: "TERM" | "KILL";
  /** Default `process`; for KILL, `agent`. */
  to?: "process" | "agent";
}

/** The agent ends by itself. */
export interface Exit {
  /** Which of the started agents. Default `agent`. */
  name?: string;
  /** Its exit code. */
  code: number;
  /** Default 10000.
   * @minimum 1 @maximum 60000 */
  within_ms?: number;
}

/**
 * Looks at one file. What is seen is a value: of a JSON file the value in it; of a `.jsonl` file the list of its values; of any other the text. `as`
 * names another reading. Every predicate given must hold; none given: the file must be there and readable so.
 */
export interface Look {
  /** Path below the case directory. */
  file: string;
  /**
   * `json`, `json_lines`, `text`, `lines` (texts without their line ends), `hex`; `entry`: `{type, size, mode, links, inode}` without following a link, with
   * type `file`, `directory`, `link`, `fifo`, `other` or `absent`; `names`: the sorted names in a directory, without those that begin with a dot.
   */
  as?: "json" | "json_lines" | "text" | "lines" | "hex" | "entry" | "names";
  /** The document is valid by `schemas/v1/{document}.schema.json` and within its limit in bytes; of `json_lines`, each line is. */
  document?: string;
  /** JSON pointer to the part that the predicates below are about. Default: the whole. */
  at?: string;
  /** The value is like this one: an object has at least these keys, each like that; anything else is equal. */
  like?: Json;
  /** The value is a list in which an item is like this one. */
  contains?: Json;
  /** The value is not there, or is a list in which no item is like this one. */
  lacks?: Json;
  /** The value is valid by this JSON Schema. */
  matches?: JsonSchema;
  /** What it means, for the report. */
  says?: string;
}

/** The look holds at some moment before the deadline. */
export interface Expect extends Look {
  /** Default 10000. 0: it holds now.
   * @minimum 0 @maximum 60000 */
  within_ms?: number;
  /** Values to keep for later steps: JSON pointers into the value seen, by name. */
  save?: TextMap;
}

/** The look holds at each moment of a window. */
export interface Always extends Look {
  /** @minimum 1 @maximum 15000 */
  for_ms: number;
}

/** The look holds at no moment of a window. A file that is not there does not hold. */
export interface Never extends Look {
  /** @minimum 1 @maximum 15000 */
  for_ms: number;
}

/** There is nothing at this path, from now on and over a window. */
export interface Absent {
  /** Path below the case directory. */
  file: string;
  /** Default 0: it is enough now.
   * @minimum 0 @maximum 15000 */
  for_ms?: number;
  /** Milliseconds it may take until it is gone. Default 0.
   * @minimum 0 @maximum 60000 */
  within_ms?: number;
  /** What it means, for the report. */
  says?: string;
}

/**
 * Runs the host once: `ARGV… VERB ARGS…`. It answers with one JSON value on standard output and exits with 0, or refuses with
 * `{"code": …}` and exits with 1.
 *
 * `enqueue SESSION`: takes the command on standard input, an `exec` or a `signal` without `timestamp` and with or without `id`, and answers
 * `{id}` once it is durable and published. `result SESSION ID`: `{id, state, …}` as in a result, with what else is known of it.
 * `status SESSION [SECONDS]`: looks for so many seconds (default: once) and answers `{freshness, status, problems}`: the status in force or
 * null, and a list of `{code, file}`. `list`: `{sessions: [{name, freshness}]}`. Each of them reconciles with the agent on the way.
 */
export interface Call {
  verb: "enqueue" | "status" | "list" | "result";
  /** Words after the verb. */
  args?: string[];
  /** Standard input, as one line of JSON. Default: empty. */
  input?: Json;
  /** Times that it is run at once. Default 1; every run must hold.
   * @minimum 1 @maximum 64 */
  times?: number;
  /** Steps that are done while it runs. */
  meanwhile?: Step[];
  /** Exit code: 0, or 1 for a refusal with a `code`. Default 0. */
  exit?: 0 | 1;
  /** The value on standard output is like this one. */
  like?: Json;
  /** JSON pointer to the part that `contains` and `lacks` are about. */
  at?: string;
  contains?: Json;
  lacks?: Json;
  /** The value on standard output is valid by this JSON Schema. */
  matches?: JsonSchema;
  /** Values to keep for later steps: JSON pointers into standard output, by name. */
  save?: TextMap;
  /** The call is repeated until it holds, at most for so long. Default 0: it holds at once.
   * @minimum 0 @maximum 60000 */
  until_ms?: number;
  /** What it means, for the report. */
  says?: string;
}
