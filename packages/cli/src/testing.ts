// For the tests: runs the built program as a user does, in a workspace of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The program as it is installed. */
export const PROGRAM = fileURLToPath(new URL("../bin/para-docker.cjs", import.meta.url));

/** How a call ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A call that goes on. */
export interface Running {
  child: ChildProcess;
  ended: Promise<Ended>;
  /** Resolves once standard output or error holds `text`. */
  saw(text: string): Promise<void>;
}

/** A workspace with a state root of its own. */
export interface Workspace {
  path: string;
  /** Runs the program here to its end. */
  run(...words: string[]): Promise<Ended>;
  /** Starts the program here. */
  spawn(words: string[], options?: { env?: NodeJS.ProcessEnv; cwd?: string; stdin?: string | Uint8Array }): Running;
  /** Finishes every session and removes the directory. */
  remove(): Promise<void>;
}

/** Milliseconds after which a call that hangs is killed, so that the test says which. */
const HANGS_MS = 25_000;

/** Makes a workspace in the temporary directory. */
export function createWorkspace(): Workspace {
  if (!existsSync(fileURLToPath(new URL("../dist/para-docker.js", import.meta.url))))
    throw new Error("packages/cli is not built: run pnpm build first");
  const path = realpathSync(mkdtempSync(join(tmpdir(), "para-cli-")));
  const workspace: Workspace = {
    path,
    run: (...words) => workspace.spawn(words).ended,
    spawn: (words, options = {}) => start(words, options.cwd ?? path, options.env ?? {}, options.stdin),
    async remove() {
      const { stdout } = await workspace.run("list", "--quiet");
      for (const name of stdout.split("\n").filter(Boolean))
        await workspace.run("finish", name, "--discard", "--timeout", "0s", "--quiet");
      rmSync(path, { recursive: true, force: true });
    },
  };
  return workspace;
}

function start(words: string[], cwd: string, extra: NodeJS.ProcessEnv, stdin?: string | Uint8Array): Running {
  const { NO_COLOR: _, FORCE_COLOR: __, PARA_STATE_DIR: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd,
    env: { ...inherited, ...extra },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  const waiting: { text: string; resolve: () => void }[] = [];
  const look = () => {
    for (const each of waiting) if (`${stdout}${stderr}`.includes(each.text)) each.resolve();
  };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    look();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    look();
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(stdin);
  const timer = setTimeout(() => child.kill("SIGKILL"), HANGS_MS);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, stdout, stderr });
    });
  });
  const saw = (text: string) =>
    new Promise<void>((resolve, reject) => {
      waiting.push({ text, resolve });
      look();
      void ended.then(() => reject(new Error(`ended without ${JSON.stringify(text)}:\n${stdout}${stderr}`)));
    });
  return { child, ended, saw };
}
