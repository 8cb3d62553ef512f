// The words that start a command: through the shell, or the program itself (docs/protocol.md#args, #spawn).
import { accessSync, closeSync, constants, openSync, readSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { ExecCommand } from "@para-docker/protocol";

const SHELL = "/bin/sh";

/** `COMMAND "$@"`, so that no arg is ever evaluated; the line alone where there are none, for it may be a whole script. */
export function shellArgv(line: string, args: readonly string[] = []): string[] {
  const words = args.length > 0 ? [`${line} "$@"`, "sh", ...args] : [line];
  return /^[-+]/.test(line) ? [SHELL, "-c", "--", ...words] : [SHELL, "-c", ...words];
}

/** The argv of a command, or undefined where `shell: false` names a program that cannot be started. */
export function commandArgv(
  command: ExecCommand,
  cwd: string,
  path = "/usr/local/bin:/usr/bin:/bin",
): string[] | undefined {
  if (command.shell !== false) return shellArgv(command.command, command.args);
  const program = findProgram(command.command, cwd, path);
  return program === undefined ? undefined : [program, ...(command.args ?? [])];
}

/** As `execvp` looks for it: a name with a slash is a path, any other is searched for along `path`. */
function findProgram(name: string, cwd: string, path: string): string | undefined {
  if (name.includes("/")) return isStartable(resolve(cwd, name), cwd) ? name.replace(/^-/, "./-") : undefined;
  for (const directory of path.split(":")) {
    const candidate = `${resolve(cwd, directory)}/${name}`;
    if (isStartable(candidate, cwd)) return candidate;
  }
  return undefined;
}

/** Whether the kernel will take it: a regular file that may be executed, whose interpreter is there. */
function isStartable(path: string, cwd: string): boolean {
  try {
    if (!statSync(path).isFile()) return false;
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  // One that may be executed but not read is left to the kernel.
  const start = readStart(path);
  if (start === undefined) return true;
  const interpreter = /^#![ \t]*([^ \t\n\0]+)/.exec(start.toString("latin1"))?.[1];
  return interpreter === undefined || isExecutable(resolve(cwd, interpreter));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function readStart(path: string): Buffer | undefined {
  try {
    const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const buffer = Buffer.alloc(256);
      return buffer.subarray(0, readSync(fd, buffer, 0, buffer.length, 0));
    } finally {
      closeSync(fd);
    }
  } catch {
    return undefined;
  }
}
