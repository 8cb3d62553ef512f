// The entry point where Node was started instead of the shell: hands over to the shell's part of the same file.
import { spawn } from "node:child_process";
import { constants } from "node:os";

/** What the entry point is started with. */
export interface EntryPointOptions {
  /** The bundled file. */
  script: string;
  /** The image's own main process; absent: the agent alone. */
  main: readonly string[];
}

const PASSED_ON: readonly NodeJS.Signals[] = [
  "SIGTERM",
  "SIGINT",
  "SIGHUP",
  "SIGQUIT",
  "SIGUSR1",
  "SIGUSR2",
  "SIGWINCH",
  "SIGCONT",
];

/**
 * Runs the entry point in a shell (`entry-point.sh`), which costs a tenth of this process: whoever can starts `/bin/sh SCRIPT` at once.
 * Passes signals on. Fulfilled with the exit code: the main process's own (128 + the signal's number where one ended it), else the
 * agent's.
 */
export function runEntryPoint({ script, main }: EntryPointOptions): Promise<number> {
  const words = main.length > 0 ? ["--", ...main] : [];
  const child = spawn("/bin/sh", [script, `--node=${process.execPath}`, `--under=${process.pid}`, "run", ...words], {
    stdio: "inherit",
  });
  for (const signal of PASSED_ON) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on("error", (error) => {
      process.stderr.write(`para-agent: the shell cannot be started: ${error.message}\n`);
      resolve(1);
    });
    child.on("exit", (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}
