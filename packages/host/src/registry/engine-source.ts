// The engine that a host asks: the one it was given, or one that it connects to when it first needs one and looks for again while it is away.
import { connectEngine, type Engine } from "../engine/connect.js";
import { isHostError } from "../errors.js";

/** Gives the engine to ask. */
export interface EngineSource {
  /** The engine, or nothing where nobody is to be asked or none answers. */
  get(): Promise<Engine | undefined>;
  /** Lets go of an engine that it connected to itself. */
  close(): void;
}

/** Where no engine answered, one is looked for again after so long. */
const AGAIN_MS = 5_000;

/** The source of `given`; with null nobody is asked, without one it connects as {@link connectEngine} does. */
export function engineSource(given: Engine | null | undefined): EngineSource {
  let own: Engine | undefined;
  let connecting: Promise<Engine | undefined> | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  let closed = false;

  const connect = async (): Promise<Engine | undefined> => {
    try {
      const engine = await connectEngine();
      if (closed) engine.close();
      else own = engine;
    } catch (error) {
      if (!isHostError(error)) throw error;
      failedAt = performance.now();
    } finally {
      connecting = undefined;
    }
    return own;
  };

  return {
    async get() {
      if (given !== undefined) return given ?? undefined;
      if (own !== undefined || closed || performance.now() - failedAt < AGAIN_MS) return own;
      connecting ??= connect();
      return connecting;
    },
    close() {
      closed = true;
      own?.close();
    },
  };
}
