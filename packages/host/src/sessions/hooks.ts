// The start and finish hooks of `.para/docker.json`: command lines that run in the container, through the queue like any other.
import type { CommandResult } from "@para-docker/protocol";
import { oneLine } from "../engine/connect.js";
import { HostError } from "../errors.js";
import type { Session } from "./session.js";

/** Which hook it is, for messages. */
export type HookName = "start" | "finish";

/** Seconds that a hook may run. */
const HOOK_SECONDS = 600;
/** Bytes of its output that are looked at for its last words. */
const TAIL_BYTES = 4_096;

/**
 * Runs `command` in the session and waits for its end.
 *
 * @throws HostError `hook_failed`, with its last words, where it does not succeed; the queue's own errors.
 */
export async function runHook(session: Session, name: HookName, command: string, signal?: AbortSignal): Promise<void> {
  const handle = await session.enqueue({ type: "exec", command, timeout_seconds: HOOK_SECONDS });
  const result = await handle.result(signal);
  if (result.state === "succeeded") return;
  const words = await lastWords(session, result);
  throw new HostError("hook_failed", `The ${name} hook ${endOf(result)}.`, {
    hint: words === "" ? "It said nothing. See hooks in .para/docker.json." : `Its last words: ${words}`,
  });
}

function endOf({ state, exit_code: code, signal }: CommandResult): string {
  if (state !== "failed") return `is ${state.replace("_", " ")}`;
  return signal === undefined ? `failed with exit code ${code ?? "unknown"}` : `was ended by ${signal}`;
}

/** The end of what it wrote, standard error first. */
async function lastWords(session: Session, result: CommandResult): Promise<string> {
  for (const stream of ["stderr", "stdout"] as const) {
    const from = Math.max(0, (result[stream]?.bytes ?? 0) - TAIL_BYTES);
    const chunks: Uint8Array[] = [];
    for await (const { bytes } of session.command(result.id).output(stream, { from })) chunks.push(bytes);
    const lines = Buffer.concat(chunks).toString("utf8").split("\n").map(oneLine);
    const words = lines
      .filter((line) => line !== "")
      .slice(-3)
      .join(" | ");
    if (words !== "") return words;
  }
  return "";
}
