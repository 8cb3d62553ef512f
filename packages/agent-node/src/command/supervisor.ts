// The supervisor of a command: a few lines of shell that start it, wait for it and record how it ended, whatever becomes of the agent
// (docs/protocol.md#restart).
import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";

/**
 * `$0` is the agent's pid, `$@` the command. 0, 1 and 2 are the command's, 3 is the record. Signals sent to the process group must not
 * end it before the command; the command itself gets them as they were. Where the agent has died it keeps the pipes open until the next
 * agent has read them, or for five minutes.
 */
const SCRIPT = `trap : HUP INT QUIT TERM USR1 USR2 ALRM
exec 4>&2 2>&3
(exec "$@" 2>&4 3>&- 4>&-)
echo "$?" >&3
kill -0 "$0" 2>/dev/null && exit
n=0
while [ "$n" -lt 300 ] && sleep 1; do n=$((n + 1)); done`;

/** Descriptor of the supervisor behind which the pipe of the command's standard error lies. */
export const SUPERVISOR_STDERR = 4;

/** What a supervisor is started with. The descriptors stay the caller's. */
export interface Start {
  argv: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string>>;
  stdin: number | "ignore";
  stdout: number;
  stderr: number;
  record: number;
}

/** Starts a command under its supervisor, which leads a session and a process group of its own. Throws what the system said. */
export function startSupervisor(start: Start): ChildProcess & { pid: number } {
  const child = spawn("/bin/sh", ["-c", SCRIPT, String(process.pid), ...start.argv], {
    cwd: start.cwd,
    env: { ...start.env },
    stdio: [start.stdin, start.stdout, start.stderr, start.record],
    detached: true,
  });
  if (!hasPid(child)) {
    // The error comes by an event of its own; what it says is told here.
    child.on("error", () => undefined);
    throw Object.assign(new Error("the shell could not be started"), { code: "ESPAWN" });
  }
  return child;
}

function hasPid(child: ChildProcess): child is ChildProcess & { pid: number } {
  return child.pid !== undefined;
}

/** How a process ended: an exit code, or the name of a signal with its `SIG`. */
export type Ending = { exit_code: number } | { signal: string };

/**
 * What an exit status as the shell tells it means. ksh and yash have numbers of their own for signals. The others add 128, as a program
 * may do itself, but say a word of their own when a signal ends what they wait for; where they said none, the number is told as it is.
 */
export function endingOf(status: number, shellSpoke: boolean): Ending {
  const signal = SIGNALS.get(
    status >= 384 ? status - 384 : status >= 256 ? status - 256 : shellSpoke ? status - 128 : 0,
  );
  return signal === undefined ? { exit_code: status & 255 } : { signal };
}

const SIGNALS: ReadonlyMap<number, string> = new Map(
  Object.entries(constants.signals)
    .filter(([name]) => !/^SIG(CLD|IOT|POLL|UNUSED)$/.test(name))
    .map(([name, number]) => [number, name]),
);
