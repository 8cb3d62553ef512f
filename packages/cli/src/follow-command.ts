// Stands beside a running command: shows its output as it comes, cancels it on Ctrl-C, ends with its exit code.
import type { CommandHandle, Session } from "@para-docker/host";
import type { CommandResult } from "@para-docker/protocol";
import type { App } from "./app.js";
import { outputFailure } from "./closed-output.js";
import { EXIT, exitCodeOfResult } from "./exit-codes.js";
import { followOutput } from "./follow-output.js";
import { describeEnd } from "./output/command-words.js";
import { progressBelow } from "./output/progress-below.js";
import { isLive } from "./output/steps.js";

/** How a command is followed. */
export interface FollowOptions {
  /** Pass output to a terminal as it is. */
  raw: boolean;
  /** Do not say why it ended. */
  quiet: boolean;
  /** Interrupts cancel the command; else they only end the following. */
  cancels: boolean;
  /** The session whose progress is shown below the output, on a terminal. */
  session?: Session;
}

/**
 * Follows `command` to its end; resolves to the exit code. An interrupt cancels the command, a second one leaves it to itself;
 * a closed pipe cancels it too, since nobody reads its output any more.
 */
export async function followCommand(app: App, command: CommandHandle, options: FollowOptions): Promise<number> {
  const leave = new AbortController();
  let asked = false;
  const cancel = () => {
    if (!options.cancels) return leave.abort();
    if (asked) return;
    asked = true;
    command.cancel().catch(() => leave.abort());
  };
  const below =
    options.session === undefined || options.raw || options.quiet || !isLive(app)
      ? undefined
      : progressBelow(app, options.session);
  const release = app.interrupts.handle((count) => {
    if (count > 1) return leave.abort();
    if (options.cancels && !options.quiet) {
      const words = `${app.errorStyle.dim("cancelling … (Ctrl-C again leaves it to itself)")}\n`;
      below?.writes(words);
      app.stderr.write(words);
    }
    cancel();
  });
  try {
    const output = followOutput(app, command, {
      streams: ["stdout", "stderr"],
      from: 0,
      follow: true,
      raw: options.raw,
      signal: leave.signal,
      onText: below?.writes,
      onClosed: cancel,
    });
    const ended = Promise.all([command.result(leave.signal), output]);
    const both = await Promise.race([ended, whenAborted(leave.signal)]);
    await below?.close();
    if (both === undefined) return EXIT.cancelled;
    const [result, { closed }] = both;
    if (closed === "EPIPE") return EXIT.pipeClosed;
    if (closed !== undefined) throw outputFailure(closed);
    if (!options.quiet) explain(app, result);
    return exitCodeOfResult(result);
  } catch (error) {
    if (leave.signal.aborted) return EXIT.cancelled;
    throw error;
  } finally {
    await below?.close();
    release();
  }
}

/** Says why the command ended, where its exit code does not, and what of its output was not kept. */
function explain(app: App, result: CommandResult): void {
  for (const name of ["stdout", "stderr"] as const) {
    const info = result[name];
    if (info?.truncated)
      app.note(app.errorStyle.dim(`of the ${info.bytes} bytes of ${name}, only the head and the tail were kept`));
  }
  const words = describeEnd(result);
  if (words !== undefined) app.note(`${app.errorStyle.red("para-docker:")} ${words}`);
}

function whenAborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });
}
