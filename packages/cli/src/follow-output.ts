// Copies the output of a command to our own: bytes as they are to a pipe, safe lines to a terminal.
import type { CommandHandle } from "@para-docker/host";
import type { App } from "./app.js";
import { createSanitisedWriter } from "./output/sanitised-writer.js";

/** What is copied. */
export interface OutputOptions {
  streams: ("stdout" | "stderr")[];
  /** Byte of each stream to begin at. */
  from: number;
  /** Go on until the command has ended. */
  follow: boolean;
  /** Pass output to a terminal as it is. */
  raw: boolean;
  signal: AbortSignal;
  /** Called before text is written to a terminal. */
  onText?: ((text: string) => void) | undefined;
  /** Called once when whoever reads our output has closed the pipe. Without it the program ends then. */
  onClosed?: () => void;
}

/** What was copied, and whether our own output can still be written. */
interface OutputState {
  bytes: number;
  /** Why it cannot be: `EPIPE` where nobody reads any more. */
  closed?: string;
}

/** Copies until there is no more, or our own output can go nowhere. */
export async function followOutput(app: App, command: CommandHandle, options: OutputOptions): Promise<OutputState> {
  const state: OutputState = { bytes: 0 };
  const { onClosed } = options;
  const close = ({ code = "unknown fault" }: NodeJS.ErrnoException) => {
    if (state.closed === undefined) onClosed?.();
    state.closed ??= code;
  };
  const targets = { stdout: app.stdout, stderr: app.stderr };
  if (onClosed !== undefined) for (const stream of Object.values(targets)) stream.on("error", close);
  try {
    await Promise.all(options.streams.map((name) => copy(command, name, targets[name], options, state)));
  } finally {
    if (onClosed !== undefined && state.closed === undefined)
      for (const stream of Object.values(targets)) stream.off("error", close);
  }
  return state;
}

async function copy(
  command: CommandHandle,
  name: "stdout" | "stderr",
  target: NodeJS.WriteStream,
  options: OutputOptions,
  state: OutputState,
): Promise<void> {
  const write = (text: string) => {
    options.onText?.(text);
    target.write(text);
  };
  const safe = target.isTTY && !options.raw ? createSanitisedWriter(write) : undefined;
  for await (const { bytes } of command.output(name, {
    from: options.from,
    follow: options.follow,
    signal: options.signal,
  })) {
    if (options.signal.aborted) break;
    state.bytes += bytes.length;
    if (state.closed !== undefined) continue;
    if (safe !== undefined) safe.write(bytes);
    else if (!target.write(bytes)) await writable(target);
  }
  safe?.end();
}

/** Until `stream` takes more, or never will. */
function writable(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const events = ["drain", "error", "close"];
    const done = () => {
      for (const event of events) stream.off(event, done);
      resolve();
    };
    for (const event of events) stream.on(event, done);
  });
}
