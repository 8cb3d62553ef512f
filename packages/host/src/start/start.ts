// Starts sessions: settings under flags, the workspace, an engine, the launch, the registry, the start hook.
import { realpath } from "node:fs/promises";
import { LIMITS, parseSessionState } from "@para-docker/protocol";
import { closeDirectory, type Directory, readWhole } from "../confined/index.js";
import { connectEngine, type Engine } from "../engine/connect.js";
import { HostError } from "../errors.js";
import { readSettings, withSettings } from "../options/settings.js";
import { checkStartOptions, type StartOptions } from "../options/start-options.js";
import { checkSessionName } from "../places.js";
import { refreshRegistry } from "../registry/registry.js";
import { runHook } from "../sessions/hooks.js";
import { openSession, type Session } from "../sessions/session.js";
import { openStateRoot, type StateRoot } from "../state-root.js";
import { attachContainer } from "./attach.js";
import { launch, leftBehind, takeBack } from "./launch.js";

/** `startSession` of verbs.ts. */
export async function startSession(stateRoot: StateRoot, given: StartOptions): Promise<Session> {
  checkSessionName(given.name);
  const root = openStateRoot(stateRoot);
  try {
    const settings = await readSettings(root.path, given.name);
    const options = withSettings(settings, given, root.path);
    checkStartOptions(options);
    const workspace = await findWorkspace(root, stateRoot, options);
    const engine = options.runtime === "local" ? undefined : (options.engine ?? (await connectEngine()));
    const metadata = await launch({ root, workspace, options, engine });
    try {
      await refreshRegistry(root, engine);
      return await opened(stateRoot, options, engine, settings.hooks?.start);
    } catch (error) {
      const whole = await takeBack(root, metadata, engine);
      await refreshRegistry(root, engine).catch(() => undefined);
      throw whole ? error : leftBehind(error, options.name);
    }
  } finally {
    closeDirectory(root);
  }
}

async function opened(
  stateRoot: StateRoot,
  options: StartOptions,
  engine: Engine | undefined,
  hook: string | undefined,
): Promise<Session> {
  const session = await openSession(stateRoot, options.name, engine === undefined ? {} : { engine });
  if (hook === undefined) return session;
  try {
    options.onStep?.("running the start hook");
    await runHook(session, "start", hook, options.signal);
    return session;
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** How to attach to a container. */
export interface AttachSessionOptions {
  /** Name of the session. */
  name: string;
  /** Id or name of the container, which mounts the session's directory. */
  container: string;
  engine?: Engine;
}

/** `attachSession` of verbs.ts. */
export async function attachSession(stateRoot: StateRoot, options: AttachSessionOptions): Promise<Session> {
  checkSessionName(options.name);
  const root = openStateRoot(stateRoot);
  try {
    const engine = options.engine ?? (await connectEngine());
    await attachContainer(root, { ...options, engine });
    return await openSession(stateRoot, options.name, { engine });
  } finally {
    closeDirectory(root);
  }
}

/** The directory to mount: the one named, else the worktree that para recorded for the session, else the state root's own. */
async function findWorkspace(root: Directory, stateRoot: StateRoot, options: StartOptions): Promise<string> {
  const named = options.workspace ?? worktreeOf(root, options.name) ?? stateRoot.workspace;
  try {
    return await realpath(named);
  } catch (cause) {
    throw new HostError("usage", `The workspace ${JSON.stringify(named)} is not there.`, {
      hint: "Make it, or name another with --workspace.",
      cause,
    });
  }
}

/** `worktree_path` of para's own record of the session, where there is one. */
function worktreeOf(root: Directory, session: string): string | undefined {
  const file = readWhole(root, `${session}.state`, LIMITS.bytes["session-state"]);
  const parsed = file.ok ? parseSessionState(file.value.bytes) : undefined;
  const path = parsed?.ok ? parsed.value.worktree_path : "";
  return path.startsWith("/") ? path : undefined;
}
