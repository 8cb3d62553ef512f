// What is judged: a program given by its argv, run beside the runner with the protocol's own environment and nothing else.
import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { ConformanceCase, Need } from "./case.js";
import { type ProcessEnd, type Program, startProgram } from "./process.js";

/** One case as the judged program's start needs it. */
export interface CasePlace {
  directory: string;
  session: string;
  conformanceCase: ConformanceCase;
  environment: Record<string, string>;
}

/** What came of one run of a host or a validator. */
export interface Answer {
  end: ProcessEnd | undefined;
  stdout: string;
  stderr: string;
}

/** A way to run the judged program. */
export interface Judged {
  /** Its command line, as it was given after `--`. */
  argv: readonly string[];
  /** The image that it is in, if it is judged in containers. */
  image?: string;
  /** The directories of a case as the judged program sees them. */
  places(directory: string): { status: string; workspace: string };
  /** Why it cannot be run at all, if so, and what to do. */
  absence(): Promise<string | undefined>;
  /** Why a case cannot be run here, if so. */
  missing(needs: readonly Need[]): Promise<string | undefined>;
  launch(place: CasePlace): Program;
  call(place: CasePlace, args: string[], input: string, signal: AbortSignal): Promise<Answer>;
}

/** Runs `argv` as a process of this machine. */
export function localProgram(argv: readonly string[]): Judged {
  return {
    argv,
    places: (directory) => ({ status: join(directory, "status"), workspace: join(directory, "workspace") }),
    async absence() {
      const [command] = argv;
      if (command === undefined) return "nothing to judge: give the command line after --";
      return findProgram(command) ? undefined : `${command} is no program that can be run`;
    },
    async missing(needs) {
      if (needs.includes("setsid") && !findProgram("setsid")) return "there is no setsid on this machine";
      return undefined;
    },
    launch: ({ directory, session, conformanceCase, environment }) =>
      startProgram(argv, {
        // Where the person stands, so that a relative path in the argv means what it says.
        cwd: process.cwd(),
        marker: directory,
        env: {
          ...ownEnvironment(directory),
          PARA_STATUS_DIR: join(directory, "status"),
          PARA_WORKSPACE: join(directory, "workspace"),
          PARA_SESSION_NAME: session,
          ...(conformanceCase.config ? { PARA_AGENT_CONFIG: join(directory, "config", "agent.json") } : {}),
          ...environment,
        },
      }),
    call: ({ directory, environment }, args, input, signal) =>
      runOnce([...argv, ...args], Buffer.from(input), {
        cwd: process.cwd(),
        env: { ...ownEnvironment(directory), PARA_STATE_DIR: join(directory, "state"), ...environment },
        limitMs: CALL_MS,
        signal,
      }),
  };
}

/** The command that runs one check by itself and keeps its files. */
export function aloneCommand(role: string, id: string, judged: Pick<Judged, "argv" | "image">): string {
  return `para-conformance ${role} --filter ${id}${role === "validate" ? "" : " --keep"} ${givenAs(judged)}`;
}

/** The options and words that name the judged program, quoted so that a person can paste them. */
export function givenAs({ argv, image }: Pick<Judged, "argv" | "image">): string {
  const words = [...(image === undefined ? [] : ["--docker", image]), ...(argv.length > 0 ? ["--", ...argv] : [])];
  return words
    .map((word) => (/^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(" ");
}

const CALL_MS = 20_000;

function ownEnvironment(directory: string): Record<string, string> {
  return { PATH: process.env.PATH ?? "/usr/local/bin:/usr/bin:/bin", HOME: join(directory, "home") };
}

/** Where a program lies, by `PATH`; undefined if it is not there or cannot be run. */
export function findProgram(name: string): string | undefined {
  const candidates = name.includes("/")
    ? [name]
    : (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const LARGEST_ANSWER = 8 * 1024 * 1024;

/** How a program is run once. */
export interface OnceOptions {
  cwd?: string;
  env: NodeJS.ProcessEnv;
  /** Milliseconds until it is killed. */
  limitMs: number;
  signal?: AbortSignal;
}

/** Runs `argv` with `input` on its standard input, to its end. Output past 8 MiB is dropped. */
export function runOnce(argv: readonly string[], input: Uint8Array, options: OnceOptions): Promise<Answer> {
  const [command = "", ...args] = argv;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: options.env,
      detached: true,
      stdio: ["pipe", "pipe", "pipe"],
    });
    const chunks: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
    let size = 0;
    const keep = (into: Buffer[]) => (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_ANSWER) into.push(chunk);
    };
    child.stdout.on("data", keep(chunks.stdout));
    child.stderr.on("data", keep(chunks.stderr));
    // A program that does not read its input to the end is free not to.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    const kill = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch {
        // It has ended already.
      }
    };
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      kill();
    }, options.limitMs);
    options.signal?.addEventListener("abort", kill, { once: true });
    const finish = (end: ProcessEnd | undefined) => {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", kill);
      kill();
      child.stdout.destroy();
      child.stderr.destroy();
      const text = (part: Buffer[]) => Buffer.concat(part).toString("utf8");
      resolve({ end: timedOut ? undefined : end, stdout: text(chunks.stdout), stderr: text(chunks.stderr) });
    };
    child.once("error", (error) => finish({ code: null, signal: null, error: error.message }));
    child.once("exit", (code, signal) => {
      // Its last words are still in the pipes; a child of its that holds them does not hold the answer back.
      const done = () => finish({ code, signal });
      const grace = setTimeout(done, 500);
      child.once("close", () => {
        clearTimeout(grace);
        done();
      });
    });
  });
}
