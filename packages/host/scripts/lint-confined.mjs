// Proves that session paths reach the file system through src/confined alone: no other source file imports node:fs.
//
// usage: node packages/host/scripts/lint-confined.mjs
//
// Exit 0, or 1 with one line for each file that breaks the rule. A file on the list below may import node:fs, for the reason
// beside it; an entry that no longer needs it is a fault too, so that the list stays short.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../src", import.meta.url));

/** Files that may import node:fs, and why that cannot reach a session's path. */
const ALLOWED = {
  "start/start.ts": "resolves the workspace that is to be mounted",
  "state-root.ts": "looks for .para above the working directory, before there is a session; opens nothing",
  "finish/archive.ts": "reads, syncs and closes descriptors that confined has opened; names no path",
  "runtime/agent-directory.ts": "finds the files of the installed agent package",
  "doctor/doctor.ts": "asks how much room the disk has",
  "doctor/doctor-probe.ts": "writes the probe's script into a directory of its own below the system's temporary one",
  "runtime/mask-check.ts": "reads /proc",
  "metadata.ts": "closes a descriptor that confined has opened",
  "runtime/mounts.ts": "looks at what is to be mounted, without opening it; the engine is what follows the path",
  "process-identity.ts": "reads /proc",
  "runtime/process-sweep.ts": "reads /proc",
  "runtime/runtime-local.ts": "closes a descriptor that confined has opened",
  "engine/images.ts": "reads this machine's programs",
  "engine/machine-files.ts": "finds this machine's programs",
  "engine/endpoint.ts": "reads docker's own configuration in the user's home",
};

const IMPORT = /(?:from|import|require)\s*\(?\s*["'](?:node:)?fs(?:\/promises)?["']/;

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (/\.[cm]?ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name)) yield path;
  }
}

const faults = [];
const unused = new Set(Object.keys(ALLOWED));
for (const path of files(source)) {
  const name = relative(source, path);
  if (name.startsWith("confined/") || name.startsWith("testing/")) continue;
  if (!IMPORT.test(readFileSync(path, "utf8"))) continue;
  if (!unused.delete(name))
    faults.push(`${name}: imports node:fs; use ./confined, or add it to the list with its reason`);
}
for (const name of unused) faults.push(`${name}: is on the list but does not import node:fs; take it off`);

for (const fault of faults) process.stdout.write(`packages/host/src/${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
