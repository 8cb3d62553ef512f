// A session as a program uses it: look at it, follow it, put commands into it. Reads what the container writes, believes only its own ledger.
import type { ContainerMetadata, LogRecord } from "@para-docker/protocol";
import { directoryActivity, waker } from "./activity.js";
import { type CommandHandle, commandHandle } from "./command-handle.js";
import { closeDirectory, type Directory } from "./confined/index.js";
import type { ExecDraft, SignalDraft } from "./draft.js";
import type { Engine } from "./engine/connect.js";
import { type EngineLook, engineLook, engineWord } from "./engine-look.js";
import { isHostError } from "./errors.js";
import { type LogOptions, readLogs } from "./logs.js";
import { metadataOf } from "./metadata.js";
import { type Observer, sessionObserver } from "./observer.js";
import { checkSessionName, openSessionDirectory, PLACES } from "./places.js";
import type { SessionProblem } from "./problem.js";
import { openQueue, type Queue } from "./queue.js";
import { noSession } from "./queue-take.js";
import { resultWaiter } from "./result-waiter.js";
import { openStateRoot, type StateRoot } from "./state-root.js";
import { commandViews, type SessionView } from "./view.js";

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
   * change is seen within two seconds, and at once where the machine can watch directories.
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

/** The engine is asked again after so long by those who watch. */
const ENGINE_MS = 2_000;
/** And by those who look once, so that a loop of looks does not storm the engine. */
const ENGINE_LOOK_MS = 200;
/** At most ten reads a second. */
const READ_MS = 100;
/** Without any event the files are looked at so often. */
const RESCAN_MS = 1_000;
/** A look does not wait longer for the lock: it shows what there is, and records the next time. */
const SETTLE_MS = 250;

/**
 * Opens a session.
 *
 * @throws HostError `invalid_name`, `no_state_root`, `no_session` where neither metadata nor directory is there.
 */
export async function openSession(stateRoot: StateRoot, name: string, options: OpenOptions = {}): Promise<Session> {
  checkSessionName(name);
  const root = openStateRoot(stateRoot);
  const metadata = metadataOf(root, name);
  const directory = openSessionDirectory(root, name);
  if (directory.ok) closeDirectory(directory.value);
  else if (metadata === undefined) {
    closeDirectory(root);
    throw noSession(name, directory.fault.code === "missing");
  }
  const engine = engineLook(root, metadata, options.engine);
  return sessionOver({
    root,
    name,
    metadata,
    engine,
    queue: openQueue(root, name),
    observer: sessionObserver(root, name),
  });
}

interface Parts {
  root: Directory;
  name: string;
  metadata: ContainerMetadata | undefined;
  engine: EngineLook;
  queue: Queue;
  observer: Observer;
}

function sessionOver(parts: Parts): Session {
  const { root, name, metadata, engine, queue, observer } = parts;
  let closed = false;
  const waiter = resultWaiter({
    root,
    session: name,
    queue,
    status: () => observer.status(),
    alive: async () => {
      const word = engineWord(await engine.state(ENGINE_LOOK_MS));
      return word !== "exited" && word !== "missing" && observer.freshness("unknown") !== "exited";
    },
  });
  const handle = (id: string) => commandHandle({ root, session: name, queue, observer, waiter }, id);

  return {
    name,
    metadata,
    view: () => viewOf(parts, ENGINE_LOOK_MS),
    watch: (signal) => watchSession(parts, signal),
    enqueue: async (draft) => handle(await queue.enqueue(draft)),
    command: handle,
    logs: (options) => readLogs(root, name, options),
    async close() {
      if (closed) return;
      closed = true;
      waiter.close();
      engine.close();
      closeDirectory(root);
    },
  };
}

/** One view. @throws HostError as {@link Session.view}. */
async function viewOf(parts: Parts, engineMaxAgeMs: number): Promise<SessionView> {
  const { root, name, metadata, engine, queue, observer } = parts;
  const state = await engine.state(engineMaxAgeMs);
  const seen = observer.look();
  if (!seen.present && metadataOf(root, name) === undefined) throw noSession(name, true);
  const conflicts = await settled(queue, seen.status);
  const ledger = queue.state();
  const exit = exitOf(state);
  return {
    name,
    ...(metadata !== undefined && { metadata }),
    ...(seen.status !== undefined && { status: seen.status }),
    ...(seen.metrics !== undefined && { metrics: seen.metrics }),
    freshness: observer.freshness(engineWord(state)),
    ...(state !== undefined && { engineState: state.status }),
    ...(exit !== undefined && { exit }),
    commands: commandViews(ledger, seen.status?.results),
    finishing: ledger.closed,
    problems: [...seen.problems, ...conflicts],
  };
}

/** Settles, unless somebody else holds the lock or nothing can be written: who only looks is not to fail for that. */
async function settled(queue: Queue, status: SessionView["status"]): Promise<SessionProblem[]> {
  try {
    return await queue.settle(status, { timeoutMs: SETTLE_MS });
  } catch (error) {
    if (!isHostError(error)) throw error;
    if (error.code === "locked") return [];
    if (error.code !== "write_failed") throw error;
    return [{ code: "write_failed", pointer: "", message: error.message, file: PLACES.commands }];
  }
}

function exitOf(state: Awaited<ReturnType<EngineLook["state"]>>): SessionView["exit"] {
  if (state === undefined || state.alive || state.status === "removed") return undefined;
  const { exitCode: code, oomKilled, error } = state;
  return {
    ...(code !== undefined && { code }),
    ...(oomKilled !== undefined && { oomKilled }),
    ...(error !== undefined && { error }),
  };
}

async function* watchSession(parts: Parts, signal: AbortSignal): AsyncGenerator<SessionView> {
  const { root, name } = parts;
  const wakeUp = waker();
  const activity = directoryActivity(
    () => openSessionDirectory(root, name),
    (file) => file === PLACES.status || file === PLACES.metrics,
    wakeUp.wake,
  );
  let shown = "";
  try {
    while (!signal.aborted) {
      const began = performance.now();
      activity.ensure();
      activity.take();
      const view = await viewOf(parts, ENGINE_MS).catch(endOnNoSession);
      if (view === undefined) return;
      const now = JSON.stringify(view);
      if (now !== shown) {
        shown = now;
        yield view;
      }
      const pause = began + READ_MS - performance.now();
      if (pause > 0) await aborting(pause, signal);
      await wakeUp.wait(RESCAN_MS, signal);
    }
  } finally {
    activity.close();
  }
}

function endOnNoSession(error: unknown): undefined {
  if (isHostError(error) && error.code === "no_session") return undefined;
  throw error;
}

/** Waits, or not any longer once `signal` is aborted. */
async function aborting(ms: number, signal: AbortSignal): Promise<void> {
  await waker().wait(ms, signal);
}
