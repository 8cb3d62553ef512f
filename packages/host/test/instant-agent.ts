// An agent that ends each command at once, for tests of the host's side: claims by mkdir, results, drops what is processed.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { published, putResult, putStatus, type SessionFiles } from "./session-files.js";

/** An agent that is stepped by the test. */
export interface InstantAgent {
  /** Ids in the order of their starts; one that stands twice was started twice. */
  readonly started: string[];
  /** Reads the queue once, ends what is new, drops what is processed. */
  step(): void;
}

/** An agent in `session`. */
export function instantAgent(session: SessionFiles): InstantAgent {
  const started: string[] = [];
  const listed = new Set<string>();
  return {
    started,
    step() {
      if (!existsSync(join(session.path, "commands.json"))) return;
      const { ids, processed } = published(session);
      for (const id of processed) listed.delete(id);
      for (const id of ids) {
        const claim = join(session.path, "logs/commands", id);
        if (existsSync(claim)) continue;
        mkdirSync(claim);
        started.push(id);
        putResult(session, { id, state: "succeeded", exit_code: 0 });
        listed.add(id);
      }
      putStatus(
        session,
        [...listed].map((id) => ({ id, state: "succeeded", exit_code: 0 })),
      );
    },
  };
}
