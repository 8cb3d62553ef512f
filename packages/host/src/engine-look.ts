// Asks the engine, or the machine, how a session's container is doing; not more often than it is worth.
import type { ContainerMetadata } from "@para-docker/protocol";
import type { Directory } from "./confined/index.js";
import { connectEngine, type Engine } from "./engine/connect.js";
import { isHostError } from "./errors.js";
import type { EngineWord } from "./freshness.js";
import type { EngineState, Runtime } from "./runtime.js";
import { dockerRuntime } from "./runtime-docker.js";
import { localRuntime } from "./runtime-local.js";

/** Looks at one session's container. */
export interface EngineLook {
  /** How it is doing, by an answer at most `maxAgeMs` old. Nothing where nobody can be asked. */
  state(maxAgeMs: number): Promise<EngineState | undefined>;
  /** Lets go of an engine that it connected to itself. */
  close(): void;
}

/** An engine that did not answer is asked again after so long. */
const AGAIN_MS = 5_000;

/** The look at the container of `metadata`. Without an `engine` it connects to one itself, when it is first needed; with null it asks none. */
export function engineLook(
  root: Directory,
  metadata: ContainerMetadata | undefined,
  engine: Engine | null | undefined,
): EngineLook {
  let own: Engine | undefined;
  let runtime: Runtime | undefined;
  let last: { state: EngineState | undefined; at: number } | undefined;

  const connect = async (): Promise<Engine> => {
    own ??= await connectEngine();
    return own;
  };
  const ask = async (about: ContainerMetadata): Promise<EngineState | undefined> => {
    try {
      if (about.runtime === "docker" && engine === null) return undefined;
      if (runtime === undefined && about.runtime === "local") runtime = localRuntime(root);
      runtime ??= dockerRuntime(engine ?? (await connect()), root.path);
      return await runtime.state(about);
    } catch (error) {
      if (isHostError(error)) return undefined;
      throw error;
    }
  };

  return {
    async state(maxAgeMs) {
      if (metadata === undefined) return undefined;
      const age = last === undefined ? Number.POSITIVE_INFINITY : performance.now() - last.at;
      if (last === undefined || age > (last.state === undefined ? Math.max(maxAgeMs, AGAIN_MS) : maxAgeMs)) {
        last = { state: await ask(metadata), at: performance.now() };
      }
      return last.state;
    },
    close: () => own?.close(),
  };
}

/** The engine's word as freshness knows it. */
export function engineWord(state: EngineState | undefined): EngineWord {
  if (state === undefined || state.status === "unknown") return "unknown";
  if (state.status === "removed") return "missing";
  if (state.status === "paused") return "paused";
  return state.alive ? "running" : "exited";
}
