// The program from its words to its exit code: closed pipes are quiet, errors are one line, output is flushed.
import { createApp } from "./app.js";
import { endWithoutReader } from "./closed-output.js";
import { describeFailure, exitCodeOf } from "./failure.js";
import { runProgram } from "./program.js";

/** Runs `para-docker` with `argv` in this process; resolves to the exit code once all output is written. */
export async function main(argv: string[]): Promise<number> {
  const app = createApp();
  endWithoutReader(app.stdout, app.stderr);
  let code: number;
  try {
    code = await runProgram(app, argv);
  } catch (error) {
    app.stderr.write(describeFailure(error, app.errorStyle, argv.includes("--debug") || Boolean(app.env.PARA_DEBUG)));
    code = exitCodeOf(error);
  }
  await Promise.all([flushed(app.stdout), flushed(app.stderr)]);
  return code;
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableEnded) resolve();
    else stream.write("", () => resolve());
  });
}
