// An agent whose entry point was killed ends at its next look; until then it must not work beside the one that came after it.
import { mkdirSync, readFileSync } from "node:fs";
import type { Identity } from "../command/record.js";
import { ignoring } from "../errno.js";
import { replaceFile } from "../files/replace-file.js";
import { isAlive } from "./proc.js";

/** How long a killed process may take to go, in milliseconds. */
const GONE_MS = 200;

/**
 * Ends the agent that `logs/.agent` names if any of what kept it is gone, and names this one there: itself first, then its `keepers`.
 * To be called before anything of the status directory is read (docs/protocol.md#at-most-once).
 */
export function replaceOrphan(statusDir: string, self: Identity, keepers: readonly Identity[]): void {
  const directory = `${statusDir}/logs`;
  ignoring(() => {
    const [agent, ...above] = JSON.parse(readFileSync(`${directory}/.agent`, "utf8")) as Identity[];
    if (agent === undefined || !lives(agent) || above.every(lives)) return;
    process.kill(agent.pid, "SIGKILL");
    const nothing = new Int32Array(new SharedArrayBuffer(4));
    for (let waited = 0; lives(agent) && waited < GONE_MS; waited += 1) Atomics.wait(nothing, 0, 0, 1);
  });
  ignoring(() => {
    mkdirSync(directory, { recursive: true });
    replaceFile(directory, ".agent", JSON.stringify([self, ...keepers]));
  });
}

/** Whether that very process lives; without a start time it cannot be told from another. */
function lives({ pid, startTime }: Identity): boolean {
  return startTime !== "" && isAlive(pid, startTime);
}
