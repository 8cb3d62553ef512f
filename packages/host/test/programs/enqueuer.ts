// A program that enqueues commands under ids of its own; it writes an id down before it asks, and again when it was acknowledged.
//
// usage: STATE_ROOT_AS_JSON SESSION LOG PREFIX COUNT

/** Its source, for `program`. */
export const ENQUEUER = `
  import { appendFileSync } from "node:fs";
  import { openQueue } from "./queue/queue.js";
  import { openStateRoot } from "./state-root.js";
  const [, , stateRoot, name, log, prefix, count] = process.argv;
  const queue = openQueue(openStateRoot(JSON.parse(stateRoot)), name);
  for (let n = 0; n < Number(count); n += 1) {
    const id = prefix + "-" + n;
    appendFileSync(log, "asked " + id + "\\n");
    for (;;) {
      try {
        await queue.enqueue({ type: "exec", command: "true", id });
        break;
      } catch (error) {
        if (error.code !== "queue_full" && error.code !== "locked") throw error;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
    appendFileSync(log, "taken " + id + "\\n");
  }
`;
