// A session's directory without a container, gone after the test.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { findStateRoot } from "../src/state-root.js";
import type { SessionFiles } from "./session-files.js";
import { temporaryDirectory } from "./support.js";

export { published, put, putResult, putStatus, type SessionFiles } from "./session-files.js";

/** Makes the directories of a session, as a start does. */
export async function makeSession(name = "demo"): Promise<SessionFiles> {
  const stateRoot = await findStateRoot({ cwd: temporaryDirectory(), create: true });
  const path = join(stateRoot.path, "docker", name);
  mkdirSync(join(path, "logs", "commands"), { recursive: true });
  return { stateRoot, name, path };
}
