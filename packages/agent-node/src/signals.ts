// The signals that an agent understands, and the hooks for all others (docs/protocol.md#signals).
import { isProtocolError, PROTOCOL_VERSION, type SignalCommand, type StandardSignal } from "@para-docker/protocol";
import type { Commands } from "./command/commands.js";
import type { Results, Verdict } from "./command/results.js";
import type { ConfigurationReading } from "./configuration.js";

/** Answers a custom signal in a program that is its own agent. What it throws makes the signal `failed`. */
export type SignalHandler = (signal: SignalCommand) => unknown;

/** What signals act on. */
export interface SignalContext {
  commands: Commands;
  results: Results;
  handlers: Readonly<Record<string, SignalHandler>>;
  hook(name: string): { command: string; timeout_seconds?: number } | undefined;
  reload(): ConfigurationReading;
  pause(on: boolean): void;
  shutdown(timeoutSeconds: number, id: string): void;
}

const DEFAULT_SECONDS = 30;

/** Answers a signal whose claim has been made. */
export function answerSignal(signal: SignalCommand, context: SignalContext): void {
  const verdict = STANDARD[signal.signal]?.(signal, context) ?? answerCustom(signal, context);
  if (verdict !== "later") context.results.answer(signal.id, verdict);
}

/** What a signal ends with, at once or later. */
type Answer = (signal: SignalCommand, context: SignalContext) => Verdict | "later";

const SUCCEEDED: Verdict = { state: "succeeded" };

/** Without a prototype, so that a signal `constructor` is no function of ours. */
const STANDARD: Readonly<Partial<Record<string, Answer>>> = Object.assign(Object.create(null), {
  ping: () => SUCCEEDED,
  pause(_signal, context) {
    context.pause(true);
    return SUCCEEDED;
  },
  resume(_signal, context) {
    context.pause(false);
    return SUCCEEDED;
  },
  shutdown(signal, context) {
    context.results.show({ id: signal.id, state: "accepted" });
    context.shutdown(signal.timeout_seconds ?? DEFAULT_SECONDS, signal.id);
    return "later";
  },
  reload_config(_signal, context) {
    const reading = context.reload();
    return reading.ok ? SUCCEEDED : { state: "failed", code: reading.code, message: reading.message };
  },
  cancel({ target }, { commands }) {
    if (target === undefined) return { state: "rejected", code: "invalid_schema", message: "a cancel needs a target" };
    if (commands.cancel(target)) return SUCCEEDED;
    return { state: "failed", code: "unknown_target", message: "no such command was seen" };
  },
} satisfies Record<StandardSignal, Answer>);

function answerCustom(signal: SignalCommand, context: SignalContext): Verdict | "later" {
  const handler = Object.hasOwn(context.handlers, signal.signal) ? context.handlers[signal.signal] : undefined;
  const hook = context.hook(signal.signal);
  if (handler !== undefined) void runHandler(signal, handler, context.results);
  else if (hook !== undefined) context.commands.runHook(signal, hook);
  else return { state: "rejected", code: "unsupported_signal", message: "there is no hook for this signal" };
  return "later";
}

/** As a hook's process: exit code 0 where it returns, 1 where it throws; past its time nobody waits for it any more. */
async function runHandler(signal: SignalCommand, handler: SignalHandler, results: Results): Promise<void> {
  const started_at = new Date().toISOString();
  results.show({ id: signal.id, state: "running" });
  const timeoutMs = (signal.timeout_seconds ?? DEFAULT_SECONDS) * 1000;
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, timeoutMs, "late");
  });
  try {
    const late = (await Promise.race([Promise.resolve(signal).then(handler), timeUp])) === "late";
    results.end(late ? ended("timed_out", {}) : ended("succeeded", { exit_code: 0 }));
  } catch (error) {
    const code = isProtocolError(error) ? { code: error.code } : {};
    const message = error instanceof Error ? error.message.slice(0, 2048) : "the handler threw";
    results.end(ended("failed", { exit_code: 1, ...code, message }));
  } finally {
    clearTimeout(timer);
  }

  function ended(state: "timed_out" | "succeeded" | "failed", rest: object) {
    const finished_at = new Date().toISOString();
    return { protocol_version: PROTOCOL_VERSION, id: signal.id, state, started_at, finished_at, ...rest };
  }
}
