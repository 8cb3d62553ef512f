// Which session is meant: the one that is named, else the one that the working directory belongs to.
import { realpath } from "node:fs/promises";
import { isAbsolute, relative, sep } from "node:path";
import type { Session, StateRoot } from "@para-docker/host";
import type { App } from "./app.js";
import { EXIT } from "./exit-codes.js";
import { failure, usageError } from "./failure.js";
import type { Values } from "./values.js";

/** A session, opened, with the state root it is in. */
export interface ChosenSession {
  root: StateRoot;
  session: Session;
}

/** Opens the session called `name`; no name, the one of the working directory. The caller closes it. @throws HostError, Failure */
export async function chooseSession(app: App, values: Values, name: string | undefined): Promise<ChosenSession> {
  const { openSession } = await app.host();
  const root = await app.stateRoot(values);
  return { root, session: await openSession(root, name || (await nameFromDirectory(app, root))) };
}

/** The name that was given, or that of the working directory's session. */
export async function chooseName(app: App, root: StateRoot, name: string | undefined): Promise<string> {
  return name || nameFromDirectory(app, root);
}

/**
 * The session whose workspace is the deepest one around the working directory. Several share a workspace when nobody made
 * a worktree for each: then one must be named.
 */
async function nameFromDirectory(app: App, root: StateRoot): Promise<string> {
  const { listSessions } = await app.host();
  const cwd = await realpath(app.cwd);
  const around: { name: string; depth: number }[] = [];
  for (const { name, metadata } of await listSessions(root)) {
    const workspace = metadata?.workspace ?? root.workspace;
    if (isWithin(cwd, workspace)) around.push({ name, depth: workspace.length });
  }
  const deepest = Math.max(...around.map((each) => each.depth));
  const [first, ...others] = around.filter((each) => each.depth === deepest);
  if (first === undefined) {
    throw failure(
      EXIT.failed,
      "There is no session here.",
      "Name one (para-docker list shows them), or start one: para-docker start NAME.",
    );
  }
  if (others.length > 0) {
    const names = [first, ...others].map((each) => each.name);
    const shown = names.length > 6 ? [...names.slice(0, 6), "…"] : names;
    throw usageError(`${names.length} sessions are here: ${shown.join(", ")}.`, "Name the one you mean.");
  }
  return first.name;
}

function isWithin(path: string, directory: string): boolean {
  const below = relative(directory, path);
  return below === "" || !(below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below));
}
