// Asks the engine, or the machine, how a session's container is doing; not more often than it is worth.
import type { ContainerMetadata } from "@para-docker/protocol";
import type { Directory } from "../confined/index.js";
import { isHostError } from "../errors.js";
import type { EngineWord } from "../reading/freshness.js";
import type { EngineState } from "../runtime/runtime.js";
import { dockerRuntime } from "../runtime/runtime-docker.js";
import { localRuntime } from "../runtime/runtime-local.js";
import type { EngineSource } from "./engine-source.js";

/** Looks at one session's container. */
export interface EngineLook {
  /** How it is doing, by an answer at most `maxAgeMs` old. Nothing where nobody can be asked. */
  state(maxAgeMs: number): Promise<EngineState | undefined>;
}

/** An engine that did not answer is asked again after so long. */
const AGAIN_MS = 5_000;

/** The look at the container of `metadata`. */
export function engineLook(root: Directory, metadata: ContainerMetadata | undefined, source: EngineSource): EngineLook {
  let last: { state: EngineState | undefined; at: number } | undefined;

  const ask = async (about: ContainerMetadata): Promise<EngineState | undefined> => {
    try {
      if (about.runtime === "local") return await localRuntime(root).state(about);
      const engine = await source.get();
      const state = engine && (await dockerRuntime(engine, root.path).state(about));
      // While it is being started there may be no container yet: that is no end.
      return state?.status === "removed" && about.started_at === undefined ? undefined : state;
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
  };
}

/** The engine's word as freshness knows it. */
export function engineWord(state: EngineState | undefined): EngineWord {
  if (state === undefined || state.status === "unknown") return "unknown";
  if (state.status === "removed") return "missing";
  if (state.status === "paused") return "paused";
  return state.alive ? "running" : "exited";
}
