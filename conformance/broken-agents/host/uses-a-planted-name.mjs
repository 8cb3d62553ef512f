// Writes its temporary file under a name that anybody can guess, and follows a link there.
import { renameSync, writeFileSync } from "node:fs";
import { runHost } from "../base/host.mjs";

function publish(path, text) {
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
}

await runHost({ publish });
