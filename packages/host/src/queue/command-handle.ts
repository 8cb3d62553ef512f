// A command in a session, for whoever enqueued it or comes back to it later, from this process or another.
import { type CommandResult, isCommandId } from "@para-docker/protocol";
import type { Directory } from "../confined/index.js";
import { isHostError } from "../errors.js";
import type { Observer } from "../reading/observer.js";
import { type OutputChunk, type OutputOptions, type OutputStream, readOutput } from "../reading/output.js";
import type { Queue } from "./queue.js";
import { noCommand, type ResultWaiter } from "./result-waiter.js";

/** A command that was enqueued. */
export interface CommandHandle {
  readonly id: string;
  /**
   * Where it stands now: its result where it has ended, else its id and state, `accepted` also before the agent has seen it.
   *
   * @throws HostError `no_command` for an id that was never enqueued.
   */
  state(): Promise<CommandResult>;
  /**
   * Its terminal result (docs/protocol.md#result), waited for.
   *
   * @throws HostError `no_command`; `container_died` where nothing is left that could end it; `aborted` by the signal.
   */
  result(signal?: AbortSignal): Promise<CommandResult>;
  /**
   * Its output from byte `from` on (docs/protocol.md#output), raw. It follows until the command has ended, unless `follow` is false.
   *
   * @throws HostError as {@link CommandHandle.result}, and `unsafe_file`.
   */
  output(stream: OutputStream, options?: OutputOptions): AsyncIterable<OutputChunk>;
  /** Asks the agent to stop it (docs/protocol.md#cancel). Resolves when that is durable; the result tells what came of it. */
  cancel(): Promise<void>;
}

/** What a handle needs of its session. */
export interface HandleParts {
  root: Directory;
  session: string;
  queue: Queue;
  observer: Observer;
  waiter: ResultWaiter;
}

/** The handle of command `id`. @throws HostError `no_command` for what is no command id. */
export function commandHandle(parts: HandleParts, id: string): CommandHandle {
  if (!isCommandId(id)) throw noCommand(parts.session, id, false);
  const { root, session, queue, observer, waiter } = parts;
  const ended = () => queue.state().ended.get(id)?.result;
  return {
    id,
    async state() {
      await queue.settle(observer.status(), { expected: [id] });
      const state = queue.state();
      const result = state.ended.get(id)?.result;
      if (result !== undefined) return result;
      if (!state.open.has(id)) throw noCommand(session, id, state.used.has(id));
      const summary = observer.status()?.results?.find((each) => each.id === id);
      return { id, state: summary?.state === "running" ? "running" : "accepted" };
    },
    async result(signal) {
      return ended() ?? (await waiter.wait(id, signal));
    },
    output(stream, options = {}) {
      const untilEnd = (signal: AbortSignal) => waiter.wait(id, signal);
      return readOutput({ root, session, id, ended, untilEnd }, stream, options);
    },
    async cancel() {
      const state = queue.state();
      if (!state.open.has(id)) {
        if (state.ended.has(id) || state.used.has(id)) return;
        throw noCommand(session, id, false);
      }
      try {
        await queue.enqueue({ type: "signal", signal: "cancel", target: id, priority: "high" });
      } catch (cause) {
        // A session that was finished meanwhile has stopped it.
        if (!isHostError(cause) || cause.code !== "no_session") throw cause;
      }
    },
  };
}
