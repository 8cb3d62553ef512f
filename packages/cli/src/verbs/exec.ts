// `para-docker exec`: runs a command in a session, as if it ran here: its output, its exit code, Ctrl-C.
import type { ExecDraft } from "@para-docker/host";
import type { App } from "../app.js";
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { usageError } from "../failure.js";
import { followCommand } from "../follow-command.js";
import { parseBytes, parseSeconds, parseVariables } from "../parse-value.js";
import { readStdin } from "../read-stdin.js";
import { chooseSession } from "../session-choice.js";
import type { Values } from "../values.js";

export const exec: Verb = {
  operands: [{ usage: "[SESSION]", completes: "session" }, { usage: "-- COMMAND [ARG…]" }],
  options: [
    { flags: "-d, --detach", text: "do not wait: print the command's id" },
    { flags: "-e, --env <NAME=VALUE>", text: "variable for the command; NAME alone: its value here", many: true },
    { flags: "--env-from <NAME>", text: "a variable that the agent has: secrets stay out of files", many: true },
    { flags: "-w, --workdir <DIR>", text: "working directory in the container (default: /workspace)" },
    { flags: "-i, --interactive", text: "read standard input to its end, and give it to the command" },
    { flags: "--shell", text: "COMMAND is a line for the shell; ARGs are appended to it as words" },
    { flags: "--timeout <TIME>", text: "stop it, with all it started, after this: 90, 90s, 5m, 2h" },
    { flags: "--kill-grace <TIME>", text: "time between TERM and KILL when it is stopped (default: 10s)" },
    { flags: "--priority <PRIORITY>", text: "which waiting command starts first", choices: ["high", "normal", "low"] },
    { flags: "--ttl <TIME>", text: "do not start it later than this from now" },
    { flags: "--id <ID>", text: "its id: the same id is never run twice" },
    { flags: "--max-output <SIZE>", text: "most output kept of each stream: 512k, 16m (default)" },
    { flags: "--raw", text: "pass output to the terminal as it is, escape sequences and all" },
    { flags: "-q, --quiet", text: "do not say why it ended" },
  ],
  details: `The words of COMMAND reach the program exactly as they are here: nothing is
evaluated again. Output goes to a pipe as it is; to a terminal it is made safe
unless --raw. Ctrl-C cancels the command; a second one leaves it to itself.

Exit code: the command's own; 124 timed out, 125 the host or the agent failed,
126 refused or not started in time, 130 cancelled.`,
  examples: [
    ["para-docker exec demo -- npm test --coverage", "runs it, with its output and its exit code"],
    ["para-docker exec demo --shell 'make 2>&1 | tail -20'", "a line for the shell in the container"],
    ["para-docker exec -d demo --timeout 10m -- ./build.sh", "prints the id; logs and wait take it"],
    ["para-docker exec -i demo -- psql < dump.sql", "standard input, up to 256 KiB of text"],
    [
      "para-docker exec -e CI=1 --env-from NPM_TOKEN demo -- npm publish",
      "variables from here, and from the container",
    ],
  ],
  run,
};

async function run({ app, operands, values }: Call): Promise<number> {
  const [name, ...words] = operands;
  if (words[0] === undefined || words[0] === "") {
    throw usageError("There is no command to run.", "Such as para-docker exec demo -- npm test.");
  }
  const draft = await execDraft(app, values, words);
  const { session } = await chooseSession(app, values, name);
  try {
    const command = await session.enqueue(draft);
    if (values.flag("detach")) {
      app.print(command.id);
      return EXIT.ok;
    }
    const [raw, quiet] = [values.flag("raw"), values.flag("quiet")];
    return await followCommand(app, command, { raw, quiet, cancels: true, session });
  } finally {
    await session.close();
  }
}

async function execDraft(app: App, values: Values, words: string[]): Promise<ExecDraft> {
  const [command = "", ...args] = words;
  const draft: ExecDraft = { type: "exec", command };
  if (args.length > 0) draft.args = args;
  if (!values.flag("shell")) draft.shell = false;
  const env = parseVariables(values.list("env"), app.env);
  if (Object.keys(env).length > 0) draft.env = env;
  const envFrom = values.list("env-from");
  if (envFrom.length > 0) draft.env_from = envFrom;
  const set = <T>(flag: string, use: (value: string) => T, put: (value: T) => void) => {
    const value = values.text(flag);
    if (value !== undefined) put(use(value));
  };
  set("workdir", String, (value) => (draft.working_dir = value));
  set(
    "timeout",
    (value) => parseSeconds(value, "--timeout"),
    (value) => (draft.timeout_seconds = value),
  );
  set(
    "kill-grace",
    (value) => parseSeconds(value, "--kill-grace", 0),
    (value) => (draft.kill_grace_seconds = value),
  );
  set(
    "ttl",
    (value) => parseSeconds(value, "--ttl"),
    (value) => (draft.queue_ttl_seconds = value),
  );
  set(
    "max-output",
    (value) => parseBytes(value, "--max-output"),
    (value) => (draft.max_output_bytes = value),
  );
  set("id", String, (value) => (draft.id = value));
  set(
    "priority",
    (value) => (value === "high" || value === "low" ? value : "normal"),
    (value) => (draft.priority = value),
  );
  if (values.flag("interactive")) draft.stdin = await readStdin(app.stdin);
  return draft;
}
