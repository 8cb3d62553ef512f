// Stands beside a running command: shows its output as it comes, cancels it on Ctrl-C, ends with its exit code.
import type { CommandHandle } from "@para-docker/host";
import type { CommandResult } from "@para-docker/protocol";
import type { App } from "./app.js";
import { EXIT, exitCodeOfResult } from "./exit-codes.js";
import { followOutput } from "./follow-output.js";
import { describeEnd } from "./output/command-words.js";

/** How a command is followed. */
export interface FollowOptions {
  /** Pass output to a terminal as it is. */
  raw: boolean;
  /** Do not say why it ended. */
  quiet: boolean;
  /** Interrupts cancel the command; else they only end the following. */
  cancels: boolean;
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
  const release = app.interrupts.handle((count) => {
    if (count > 1) return leave.abort();
    if (options.cancels && !options.quiet)
      app.note(app.errorStyle.dim("cancelling … (Ctrl-C again leaves it to itself)"));
    cancel();
  });
  try {
    const output = followOutput(app, command, {
      streams: ["stdout", "stderr"],
      from: 0,
      follow: true,
      raw: options.raw,
      signal: leave.signal,
      onClosed: cancel,
    });
    const ended = Promise.all([command.result(leave.signal), output]);
    const both = await Promise.race([ended, whenAborted(leave.signal)]);
    if (both === undefined) return EXIT.cancelled;
    const [result, { closed }] = both;
    if (closed) return EXIT.pipeClosed;
    if (!options.quiet) explain(app, result);
    return exitCodeOfResult(result);
  } catch (error) {
    if (leave.signal.aborted) return EXIT.cancelled;
    throw error;
  } finally {
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
