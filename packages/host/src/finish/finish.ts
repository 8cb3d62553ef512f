// Finishes a session: drain, shutdown, wait, stop, archive, remove. Every step can be done again: a finish that was cut short goes on.
import { type ContainerMetadata, type ContainerStatus, LIMITS, parseStatus } from "@para-docker/protocol";
import { closeDirectory, type Directory, makeDirectory, readWhole, removeEmptyDirectory } from "../confined/index.js";
import { connectEngine, type Engine } from "../engine/connect.js";
import { HostError, isHostError } from "../errors.js";
import { metadataOf } from "../metadata.js";
import { readSettings } from "../options/settings.js";
import { checkSessionName, makePath, openPrivateDirectory, openSessionDirectory, PLACES } from "../places.js";
import { withLock } from "../queue/lock.js";
import { openQueue } from "../queue/queue.js";
import { refreshRegistry } from "../registry/registry.js";
import { removeContainers, removeSessionFiles, stopContainers } from "../runtime/remove-session.js";
import type { EngineState, Runtime } from "../runtime/runtime.js";
import { dockerRuntime } from "../runtime/runtime-docker.js";
import { localRuntime } from "../runtime/runtime-local.js";
import { safe } from "../safe.js";
import { runHook } from "../sessions/hooks.js";
import { openSession } from "../sessions/session.js";
import { openStateRoot, type StateRoot } from "../state-root.js";
import { keepTree, openFinishedTree, setAside } from "./finish-archive.js";
import { type FinishOptions, type FinishReport, type Stepper, stepper } from "./finish-report.js";
import { askToStop, lastResults } from "./finish-shutdown.js";

/** What is finished. */
interface Subject {
  stateRoot: StateRoot;
  /** The state root, open. */
  root: Directory;
  name: string;
}

/** Time between TERM and KILL for the container: the agent itself needs five at most. */
const STOP_GRACE_SECONDS = 10;
/** An agent that has not taken the signal by then hangs: its poll interval is a second. */
const PATIENCE_SECONDS = 10;

/** `finishSession` of verbs.ts. */
export async function finishSession(stateRoot: StateRoot, name: string, options: FinishOptions): Promise<FinishReport> {
  checkSessionName(name);
  const root = openStateRoot(stateRoot);
  try {
    needSession(root, name);
    return await finishLocked({ stateRoot, root, name }, options);
  } catch (error) {
    // Whoever finished it first has taken the lock's place away with it.
    if (isHostError(error) && error.code === "write_failed") needSession(root, name);
    throw error;
  } finally {
    closeDirectory(root);
  }
}

async function finishLocked(subject: Subject, options: FinishOptions): Promise<FinishReport> {
  const { root, name } = subject;
  const locks = makePath(root, [
    [PLACES.docker, 0o755],
    [PLACES.host, 0o700],
    [PLACES.finishing, 0o700],
  ]);
  try {
    const lock = makeDirectory(locks, name, 0o700);
    try {
      return await withLock(lock, () => finish(subject, options), { timeoutMs: 1_000 });
    } finally {
      closeDirectory(lock);
      removeEmptyDirectory(locks, name);
    }
  } finally {
    closeDirectory(locks);
  }
}

async function finish(subject: Subject, options: FinishOptions): Promise<FinishReport> {
  const { root, name } = subject;
  needSession(root, name);
  const metadata = metadataOf(root, name);
  const engine = metadata?.runtime === "local" ? undefined : await engineFor(metadata, options.engine);
  try {
    return await finishOn(subject, metadata, engine, options);
  } finally {
    if (engine !== options.engine) engine?.close();
  }
}

async function finishOn(
  subject: Subject,
  metadata: ContainerMetadata | undefined,
  engine: Engine | undefined,
  options: FinishOptions,
): Promise<FinishReport> {
  const { root, name } = subject;
  const runtime = runtimeFor(root, metadata, engine);
  const report: FinishReport = { steps: [] };
  const step = stepper(report, options.onStep);
  const timeoutSeconds = options.timeoutSeconds ?? 30;
  const state = metadata === undefined ? undefined : await runtime?.state(metadata);
  const stopGraceSeconds = options.stopGraceSeconds ?? STOP_GRACE_SECONDS;

  if (state?.status === "running") await finishHook(subject, engine, step);
  const patienceMs = (options.patienceSeconds ?? PATIENCE_SECONDS) * 1000;
  await askToStop(root, name, { step, timeoutSeconds, patienceMs, state, look: () => lookAgain(runtime, metadata) });
  await step("stop", { mustSucceed: true }, async () => {
    if (metadata !== undefined) await runtime?.stop(metadata, stopGraceSeconds);
    if (engine !== undefined) await stopContainers(engine, root, name, stopGraceSeconds);
    const ended = metadata === undefined ? undefined : await runtime?.state(metadata);
    if (ended !== undefined) report.exit = exitOf(ended);
    return ended === undefined ? "no container" : wordsOf(ended);
  });
  await step("results", {}, () => lastResults(root, name));
  const status = finalStatus(root, name);
  if (status !== undefined) report.finalStatus = status;
  await step("archive", { mustSucceed: true }, async () => {
    const words = metadata === undefined ? [] : ((await runtime?.lastWords(metadata, 1_000).catch(() => [])) ?? []);
    await setAside(root, name);
    const kept = await keepTree(
      root,
      name,
      options.archive,
      { metadata, exit: report.exit, words },
      options.onProgress,
    );
    if (kept.path !== undefined) report.archivePath = kept.path;
    return kept.note;
  });
  await step("remove", { mustSucceed: true }, async () => {
    if (metadata !== undefined) await runtime?.remove(metadata);
    if (engine !== undefined) await removeContainers(engine, root, name);
    const left = await removeSessionFiles(root, name);
    return left.length === 0 ? undefined : `could not be removed: ${safe(left[0] ?? "")}`;
  });
  await step("registry", {}, async () => {
    await refreshRegistry(root, engine);
    return undefined;
  });
  return report;
}

/** Runs the finish hook of the settings, while the session still takes commands. One that fails is told, and holds nothing up. */
async function finishHook(
  { stateRoot, root, name }: Subject,
  engine: Engine | undefined,
  step: Stepper,
): Promise<void> {
  const settings = await readSettings(root.path, name).catch(() => undefined);
  const command = settings?.hooks?.finish;
  if (command === undefined || openQueue(root, name).state().closed) return;
  await step("hook", {}, async () => {
    const session = await openSession(stateRoot, name, engine === undefined ? {} : { engine });
    try {
      await runHook(session, "finish", command);
      return undefined;
    } finally {
      await session.close();
    }
  });
}

/** @throws HostError `no_session` where nothing of the session is there. */
function needSession(root: Directory, name: string): void {
  if (metadataOf(root, name) !== undefined) return;
  for (const found of [openSessionDirectory(root, name), openPrivateDirectory(root, name)]) {
    if (found.ok) closeDirectory(found.value);
    if (found.ok || found.fault.code !== "missing") return;
  }
  throw new HostError("no_session", `There is no session ${name}.`, {
    hint: "para-docker list shows those that are there.",
  });
}

/** Of a session without metadata nobody knows what it runs on: an engine that answers is asked, none is no fault. */
async function engineFor(
  metadata: ContainerMetadata | undefined,
  engine: Engine | undefined,
): Promise<Engine | undefined> {
  if (engine !== undefined) return engine;
  try {
    return await connectEngine();
  } catch (error) {
    if (metadata === undefined && isHostError(error)) return undefined;
    throw error;
  }
}

function runtimeFor(
  root: Directory,
  metadata: ContainerMetadata | undefined,
  engine: Engine | undefined,
): Runtime | undefined {
  if (metadata === undefined) return undefined;
  return engine === undefined ? localRuntime(root) : dockerRuntime(engine, root.path);
}

async function lookAgain(runtime: Runtime | undefined, metadata: ContainerMetadata | undefined): Promise<boolean> {
  if (runtime === undefined || metadata === undefined) return false;
  return (await runtime.state(metadata)).alive;
}

/** The last word of the agent, wherever its files are by now. */
function finalStatus(root: Directory, name: string): ContainerStatus | undefined {
  const own = openSessionDirectory(root, name);
  const found = own.ok ? own : openFinishedTree(root, name);
  if (!found.ok) return undefined;
  try {
    const file = readWhole(found.value, PLACES.status, LIMITS.bytes.status);
    const parsed = file.ok ? parseStatus(file.value.bytes) : undefined;
    return parsed?.ok ? safe(parsed.value) : undefined;
  } finally {
    closeDirectory(found.value);
  }
}

function exitOf(state: EngineState): NonNullable<FinishReport["exit"]> {
  const { exitCode, oomKilled, error } = state;
  return {
    ...(exitCode !== undefined && { exitCode }),
    ...(oomKilled === true && { oomKilled }),
    ...(error !== undefined && { error }),
  };
}

function wordsOf(state: EngineState): string {
  if (state.status === "removed") return "the container was removed behind our back";
  const code = state.exitCode === undefined ? "" : ` with exit code ${state.exitCode}`;
  return `${state.status}${code}${state.oomKilled === true ? ", killed for want of memory" : ""}`;
}
