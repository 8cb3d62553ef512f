// A program that enqueues one command and takes in what has ended, between two system calls that a tracer can see.
//
// usage: STATE_ROOT_AS_JSON SESSION LOG ID

import { BEGIN, END } from "./marks.js";

/** Its source, for `program`. */
export const ONE_STEP = `
  import { appendFileSync, existsSync, readFileSync } from "node:fs";
  import { openQueue } from "./queue/queue.js";
  import { statusReader } from "./reading/reader.js";
  import { openSessionDirectory } from "./places.js";
  import { openStateRoot } from "./state-root.js";
  const [, , stateRoot, name, log, id] = process.argv;
  const root = openStateRoot(JSON.parse(stateRoot));
  const queue = openQueue(root, name);
  existsSync("${BEGIN}");
  await queue.enqueue({ type: "exec", command: "true", id });
  appendFileSync(log, "taken " + id + "\\n");
  const directory = openSessionDirectory(root, name);
  await queue.settle(statusReader().read(directory.value).value, { expected: [...queue.state().open.keys()] });
  existsSync("${END}");
`;
