// The agents of the benchmark of the host, in a process of its own: writes statuses as an agent does, and says in each when it was written.
//
// Told by JSON as its argument: `{ docker, names, seconds, storm, marked }`. Each of `names` writes once a second, spread over the second;
// `storm` writes as fast as it can; `marked` has another phase each time, and a line of JSON says which, and when the rename was done.
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const { docker, names, seconds, storm, marked } = JSON.parse(process.argv[2]);
let sequence = Date.now();

/** Writes the status of `name`: a temporary file beside it, then the rename. */
function write(name) {
  const directory = join(docker, name);
  const timestamp = new Date().toISOString();
  sequence += 1;
  const status = {
    protocol_version: "1.0",
    session_name: name,
    boot_id: "bench",
    sequence,
    heartbeat_interval_seconds: 1,
    timestamp,
    status: "running",
    phase: name === marked ? `m${sequence % 1_000_000}` : "building",
    health: "healthy",
    progress: { current: sequence % 100, total: 100, message: "compiling" },
    services: { api: "running", database: "running" },
    agent: { name: "bench", version: "1.0", runtime: "sh", capabilities: ["exec", "signals"] },
    custom: { written_ns: process.hrtime.bigint().toString() },
  };
  const temporary = join(directory, `.status.json.${sequence.toString(36)}`);
  writeFileSync(temporary, JSON.stringify(status));
  renameSync(temporary, join(directory, "status.json"));
  if (name === marked && seconds > 0)
    process.stdout.write(`${JSON.stringify({ phase: status.phase, renamed_ns: `${process.hrtime.bigint()}` })}\n`);
}

if (seconds === 0) {
  for (const name of names) write(name);
} else {
  const began = performance.now();
  let written = 0;
  let stormed = 0;
  for (;;) {
    const elapsed = (performance.now() - began) / 1000;
    if (elapsed >= seconds) break;
    for (const due = elapsed * names.length; written < due; written += 1) write(names[written % names.length]);
    if (storm === undefined) await sleep(1);
    else
      for (let n = 0; n < 50; n += 1) {
        write(storm);
        stormed += 1;
      }
  }
  process.stdout.write(JSON.stringify({ written, stormed }));
}
