// Writes its documents in place, so that a reader sees them half written.
import { closeSync, openSync, writeSync } from "node:fs";
import { runAgent } from "../base/agent.mjs";

function publish(path, text) {
  const file = openSync(path, "w");
  writeSync(file, text.slice(0, text.length / 2));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40);
  writeSync(file, text.slice(text.length / 2));
  closeSync(file);
}

runAgent({ publish });
