// Follows what the open session's tab shows: the agent's log, or the output of the selected command.
import type * as Host from "@para-docker/host";
import type { StateRoot } from "@para-docker/host";
import type { LogRecord } from "@para-docker/protocol";
import { createSanitisedWriter } from "../output/sanitised-writer.js";
import type { Model, OutputLine } from "./model.js";

/** Something that is being followed. */
export interface Detail {
  key: string;
  close(): void;
}

/** Most lines and records kept. */
const KEPT = 1_000;
/** Most changes told a second: a command may write faster than anybody reads. */
const TELL_MS = 200;
/** Bytes of a stream that are read back when a command's output is opened. */
const TAIL_BYTES = 256 * 1024;

/** Follows what `model` has open, and tells the changed part of the model, until it is closed. */
export function followDetail(
  host: typeof Host,
  root: StateRoot,
  key: string,
  model: Model,
  tell: (part: Partial<Model>) => void,
): Detail {
  const abort = new AbortController();
  const told = throttled(tell, abort.signal);
  const follow = async () => {
    const session = await host.openSession(root, model.open ?? "");
    try {
      if (model.tab === "logs") await followLogs(session, abort.signal, told);
      else if (model.command !== undefined) await followOutput(session, model.command, abort.signal, told);
    } finally {
      await session.close();
    }
  };
  follow().catch((error: unknown) => {
    if (abort.signal.aborted) return;
    tell({ message: { text: error instanceof Error ? error.message : String(error), bad: true } });
  });
  return { key, close: () => abort.abort() };
}

async function followLogs(
  session: Host.Session,
  signal: AbortSignal,
  tell: (part: Partial<Model>) => void,
): Promise<void> {
  let logs: LogRecord[] = [];
  for await (const record of session.logs({ follow: true, last: KEPT, signal })) {
    logs = [...logs, record].slice(-KEPT);
    tell({ logs });
  }
}

async function followOutput(
  session: Host.Session,
  id: string,
  signal: AbortSignal,
  tell: (part: Partial<Model>) => void,
): Promise<void> {
  const lines: OutputLine[] = [];
  const { stdout, stderr } = await session.command(id).state();
  const copy = async (stream: "stdout" | "stderr", bytes: number) => {
    // The line that has no end yet, which the next text goes on with.
    let open: OutputLine | undefined;
    const writer = createSanitisedWriter((text) => {
      for (const [i, part] of text.split("\n").entries()) {
        if (i > 0) open = undefined;
        if (part === "") continue;
        if (open !== undefined) open.text += part;
        else {
          open = { stream, text: part };
          lines.push(open);
        }
      }
      lines.splice(0, lines.length - KEPT);
      tell({ output: [...lines] });
    });
    for await (const chunk of session.command(id).output(stream, { from: Math.max(0, bytes - TAIL_BYTES), signal }))
      writer.write(chunk.bytes);
    writer.end();
  };
  await Promise.all([copy("stdout", stdout?.bytes ?? 0), copy("stderr", stderr?.bytes ?? 0)]);
}

/** Passes on the latest of what comes, at a bounded rate. */
function throttled(tell: (part: Partial<Model>) => void, signal: AbortSignal): (part: Partial<Model>) => void {
  let waiting: Partial<Model> | undefined;
  return (part) => {
    const scheduled = waiting !== undefined;
    waiting = part;
    if (scheduled) return;
    setTimeout(() => {
      const latest = waiting;
      waiting = undefined;
      if (latest !== undefined && !signal.aborted) tell(latest);
    }, TELL_MS);
  };
}
