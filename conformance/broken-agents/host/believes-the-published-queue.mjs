// Takes what stands in commands.json for its own queue.
import { readFileSync } from "node:fs";
import { runHost } from "../base/host.mjs";

function open(fromLedger, path) {
  try {
    const known = new Set(fromLedger.map(({ id }) => id));
    return [...JSON.parse(readFileSync(path, "utf8")).commands.filter(({ id }) => !known.has(id)), ...fromLedger];
  } catch {
    return fromLedger;
  }
}

await runHost({ open });
