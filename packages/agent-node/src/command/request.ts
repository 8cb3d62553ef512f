// What a supervisor is asked: a piece of shell in which every word of the command is quoted, so that nothing of it is evaluated.
import { STARTED } from "./record.js";

/** A command as its supervisor gets it. */
export interface Request {
  id: string;
  argv: readonly string[];
  cwd: string;
  /** Variables beyond the agent's own. */
  env: Readonly<Record<string, string>>;
  /** File to read standard input from; absent: empty. */
  stdinPath: string | undefined;
  stdoutPath: string;
  stderrPath: string;
}

/** Descriptors of the supervisor behind which the pipes lie while a command runs. */
export const SUPERVISOR_STDOUT = 5;
export const SUPERVISOR_STDERR = 6;

/**
 * What a supervisor does first. Signals sent to the process group must not end it before its command; the command itself gets them as
 * they were. `hold`: the agent has died, so the pipes stay open until the next one has read them, or for five minutes.
 */
export const PREAMBLE = `trap : HUP INT QUIT TERM USR1 USR2 ALRM
hold() { n=0; while [ "$n" -lt 300 ] && sleep 1; do n=$((n + 1)); done; exit; }
`;

/** Tells a supervisor that the pipes have been read; it closes them and says so. */
export const RELEASE = "\n";

/** What stands in the place of a status when the pipes are closed. */
export const RELEASED = "released";

/**
 * Starts a command, waits for it, and then for the agent to have read the pipes. Standard error of the supervisor itself is the record,
 * standard output tells the agent. Both pipes are open for reading and writing here, so that they outlive the agent and no writer is
 * ended by its death.
 */
export function requestScript(request: Request, token: string): string {
  const { id, argv, cwd, env, stdinPath, stdoutPath, stderrPath } = request;
  const words = withVariables(argv, env).map(quote).join(" ");
  const stdin = stdinPath === undefined ? "/dev/null" : quote(stdinPath);
  return `{ (echo ${STARTED} >&2; cd ${quote(cwd)} && export PARA_COMMAND_ID=${quote(id)} && exec ${words} <${stdin} >&5 2>&6 5>&- 6>&-)
c=$?; echo "$c" >&2; echo "${token} $c"; read -r x || hold; } 5<>${quote(stdoutPath)} 6<>${quote(stderrPath)}; echo "${token} ${RELEASED}"
`;
}

/** `env` sets variables of any name as they are, which no shell promises. It would take a program with a \`=\` for a variable. */
function withVariables(argv: readonly string[], env: Readonly<Record<string, string>>): readonly string[] {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  if (variables.length === 0) return argv;
  const isTaken = argv[0]?.includes("=") === true;
  return ["env", ...variables, ...(isTaken ? ["/bin/sh", "-c", 'exec "$@"', "sh"] : []), ...argv];
}

/** One word of shell, whatever it holds: within single quotes only the single quote means something. */
export function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
