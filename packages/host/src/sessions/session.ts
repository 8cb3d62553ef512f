// A session as a program uses it: look at it, follow it, put commands into it. Reads what the container writes, believes only its own ledger.
import type { ContainerMetadata, LogRecord } from "@para-docker/protocol";
import { closeDirectory } from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import { type CommandHandle, commandHandle } from "../queue/command-handle.js";
import type { ExecDraft, SignalDraft } from "../queue/draft.js";
import { resultWaiter } from "../queue/result-waiter.js";
import { type LogOptions, readLogs } from "../reading/logs.js";
import { engineLook, engineWord } from "../registry/engine-look.js";
import { type EngineSource, engineSource } from "../registry/engine-source.js";
import { registryKeeper } from "../registry/registry-watch.js";
import { openStateRoot, type StateRoot } from "../state-root.js";
import { lookAt, viewFrom } from "./session-look.js";
import { type SessionParts, sessionParts } from "./session-parts.js";
import { watchSession } from "./session-watch.js";
import type { SessionView } from "./view.js";

/** An open session. {@link Session.close} it when done. */
export interface Session {
  readonly name: string;
  /** What the host keeps of its container, as it was when the session was opened. */
  readonly metadata: ContainerMetadata | undefined;
  /**
   * What it looks like now. Results that are there are recorded on the way, if the lock can be had soon.
   *
   * @throws HostError `no_session` where it has been finished meanwhile; `corrupt_file` and `read_failed` for the host's own files.
   */
  view(): Promise<SessionView>;
  /**
   * The view now, and again at each change, until `signal` is aborted or the session is gone. At most ten reads a second; the last
   * change is seen within two seconds, and at once where the machine can watch directories. Meanwhile the registry is kept true
   * (docs/protocol.md#registry), and the health endpoint of the session is asked.
   */
  watch(signal: AbortSignal): AsyncIterable<SessionView>;
  /**
   * Enqueues a command; durable when it resolves (docs/protocol.md#ledger).
   *
   * @throws HostError `usage`, `duplicate_id`, `queue_full`, `session_finished`, `no_session`, `locked`, `write_failed`.
   */
  enqueue(draft: ExecDraft | SignalDraft): Promise<CommandHandle>;
  /** The handle of a command that was enqueued before, by whomever. @throws HostError `no_command` for what is no command id. */
  command(id: string): CommandHandle;
  /** Records of the agent's log. */
  logs(options?: LogOptions): AsyncIterable<LogRecord>;
  close(): Promise<void>;
}

/** How a session is opened. */
export interface OpenOptions {
  /** The engine to ask about its container. Default: connect to one when it is first needed; null: ask none. */
  engine?: Engine | null;
}

/** The engine is asked again after so long by those who look once, so that a loop of looks does not storm it. */
const ENGINE_LOOK_MS = 200;

/**
 * Opens a session.
 *
 * @throws HostError `invalid_name`, `no_state_root`, `no_session` where neither metadata nor directory is there.
 */
export async function openSession(stateRoot: StateRoot, name: string, options: OpenOptions = {}): Promise<Session> {
  const root = openStateRoot(stateRoot);
  try {
    const source = engineSource(options.engine);
    const parts = sessionParts(root, name, (metadata) => engineLook(root, metadata, source));
    return sessionOver(parts, source, () => closeDirectory(root));
  } catch (error) {
    closeDirectory(root);
    throw error;
  }
}

function sessionOver(parts: SessionParts, source: EngineSource, released: () => void): Session {
  const { root, name, metadata, queue, observer } = parts;
  let closed = false;
  const waiter = resultWaiter({
    root,
    session: name,
    queue,
    status: () => observer.status(),
    alive: async () => {
      const word = engineWord(await parts.engine.state(ENGINE_LOOK_MS));
      return word !== "exited" && word !== "missing" && observer.freshness("unknown") !== "exited";
    },
  });
  const handle = (id: string) => commandHandle({ root, session: name, queue, observer, waiter }, id);

  return {
    name,
    metadata,
    view: async () => viewFrom(parts, await lookAt(parts, ENGINE_LOOK_MS)),
    watch: (signal) => watchKeeping(parts, source, signal),
    enqueue: async (draft) => handle(await queue.enqueue(draft)),
    command: handle,
    logs: (options) => readLogs(root, name, options),
    async close() {
      if (closed) return;
      closed = true;
      await waiter.close();
      source.close();
      released();
    },
  };
}

/** Watches, and keeps the registry true meanwhile. */
async function* watchKeeping(
  parts: SessionParts,
  source: EngineSource,
  signal: AbortSignal,
): AsyncGenerator<SessionView> {
  const keeper = registryKeeper(parts.root, source);
  try {
    yield* watchSession(parts, signal);
  } finally {
    await keeper.close();
  }
}
