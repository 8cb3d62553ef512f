// The entry point of a container: keeps an agent running, beside the image's own main process where there is one.
import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";

/** What the entry point is started with. */
export interface EntryPointOptions {
  /** The bundled agent, started as `node SCRIPT agent …`. */
  script: string;
  /** The image's own main process; absent: the agent alone. */
  main: readonly string[];
}

/** Keeps the agent's memory near that of an empty Node, also after thousands of commands. */
const SMALL: readonly string[] = ["--max-semi-space-size=1", "--optimize-for-size"];
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;
/** An agent that lived so long had a good start: its next death is counted anew for the pause. */
const HEALTHY_MS = 60_000;
/** What is left of the agent's own five seconds after TERM, and its last writes. */
const AGENT_END_MS = 20_000;
const MAIN_GRACE_MS = 10_000;

/** Signals that end what gets them, as `docker stop` and a terminal send them. */
const ENDING: readonly NodeJS.Signals[] = ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"];
const PASSED_ON: readonly NodeJS.Signals[] = ["SIGUSR1", "SIGUSR2", "SIGWINCH", "SIGCONT"];

/**
 * Runs until the main process or, alone, the agent ends by itself. An agent that crashes is started again after a growing pause.
 * Fulfilled with the exit code: the main process's own (128 + the signal's number where one ended it), else the agent's.
 */
export function runEntryPoint({ script, main }: EntryPointOptions): Promise<number> {
  return new Promise((resolve) => {
    let agent: ChildProcess | undefined;
    let mainProcess: ChildProcess | undefined;
    let mainCode: number | undefined;
    let stopping = false;
    let deaths = 0;
    let pauseMs = FIRST_PAUSE_MS;
    let pause: NodeJS.Timeout | undefined;
    let last = "";

    const finishIfDone = (agentCode: number) => {
      if (agent !== undefined || pause !== undefined) return;
      if (mainProcess === undefined) resolve(mainCode ?? agentCode);
    };

    const startAgent = () => {
      pause = undefined;
      const startedAt = performance.now();
      const deathArgs = deaths > 0 ? [`--deaths=${deaths}`, `--last=${last}`] : [];
      // Its standard input tells the agent that we live: it ends with us, as if killed, so that no two ever work side by side.
      const child = spawn(process.execPath, [...process.execArgv, ...SMALL, script, "agent", ...deathArgs], {
        stdio: ["pipe", "inherit", "inherit"],
      });
      agent = child;
      child.stdin.on("error", () => undefined);
      child.on("error", () => ended(1, null));
      child.on("exit", ended);
      let over = false;

      function ended(code: number | null, signal: NodeJS.Signals | null) {
        if (over) return;
        over = true;
        agent = undefined;
        child.stdin.destroy();
        if (code === 0 || stopping) {
          stopMain();
          // So early that it had not learned to listen to TERM, and had nothing to end.
          return finishIfDone(code ?? (signal === "SIGTERM" ? 0 : 1));
        }
        deaths += 1;
        last = signal ?? `exit code ${code}`;
        if (performance.now() - startedAt > HEALTHY_MS) pauseMs = FIRST_PAUSE_MS;
        pause = setTimeout(startAgent, pauseMs);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
    };

    const stopAgent = () => {
      stopping = true;
      clearTimeout(pause);
      pause = undefined;
      const child = agent;
      child?.kill("SIGTERM");
      setTimeout(() => child?.kill("SIGKILL"), AGENT_END_MS).unref();
    };

    const stopMain = () => {
      const child = mainProcess;
      child?.kill("SIGTERM");
      setTimeout(() => child?.kill("SIGKILL"), MAIN_GRACE_MS).unref();
    };

    const startMain = ([program = "", ...args]: readonly string[]) => {
      const child = spawn(program, args, { stdio: "inherit" });
      mainProcess = child;
      child.on("error", (error) => {
        process.stderr.write(`para-agent: the main process cannot be started: ${error.message}\n`);
        mainEnded("code" in error && error.code === "ENOENT" ? 127 : 126);
      });
      child.on("exit", (code, signal) => mainEnded(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
    };

    const mainEnded = (code: number) => {
      if (mainProcess === undefined) return;
      mainProcess = undefined;
      mainCode = code;
      stopAgent();
      finishIfDone(code);
    };

    for (const signal of ENDING) {
      process.on(signal, () => {
        mainProcess?.kill(signal);
        stopAgent();
        finishIfDone(0);
      });
    }
    for (const signal of PASSED_ON) process.on(signal, () => void mainProcess?.kill(signal));

    startAgent();
    if (main.length > 0) startMain(main);
  });
}
