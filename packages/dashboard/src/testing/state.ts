// For the tests: a state root, and sessions whose files are written as a container may write them, by rename.
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { StateRoot } from "@para-docker/host";
import type { ContainerStatus } from "@para-docker/protocol";

/** A state root of a test. */
export interface TestState {
  root: StateRoot;
  /** Writes a document of session `name` in one step. */
  write(name: string, file: string, text: string): void;
  /** Writes its status; a session that has none yet comes to be. */
  status(name: string, status?: Partial<ContainerStatus>): void;
  /** Takes a session away. */
  remove(name: string): void;
  /** Takes everything away. */
  clear(): void;
}

/** An empty state root in the temporary directory. */
export function createState(): TestState {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), "para-dashboard-test-")));
  const path = join(workspace, ".para", "state");
  mkdirSync(join(path, "docker"), { recursive: true });
  let sequence = 0;
  const state: TestState = {
    root: { path, workspace },
    write(name, file, text) {
      const target = join(path, "docker", name, file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(`${target}.new`, text);
      renameSync(`${target}.new`, target);
    },
    status(name, status = {}) {
      sequence += 1;
      const document = { timestamp: new Date().toISOString(), status: "running", boot_id: "b", sequence, ...status };
      state.write(name, "status.json", JSON.stringify(document));
    },
    remove: (name) => rmSync(join(path, "docker", name), { recursive: true }),
    clear: () => rmSync(workspace, { recursive: true, force: true }),
  };
  return state;
}
