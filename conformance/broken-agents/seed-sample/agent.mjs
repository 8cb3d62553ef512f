// An agent of our own writing that makes every mistake of the seed's sample script: what a first attempt looks like.
// Each mistake is marked; README.md says which cases show it.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const directory = process.env.PARA_STATUS_DIR;
mkdirSync(join(directory, "logs"), { recursive: true });

/** Mistakes: in place, not by rename; the message unescaped; no boot id, no sequence, no results; always healthy. */
function updateStatus(phase, message, current = 0, total = 100) {
  const timestamp = new Date().toISOString();
  writeFileSync(
    join(directory, "status.json"),
    `{"timestamp":"${timestamp}","status":"running","health":"healthy","phase":"${phase}","progress":{"current":${current},"total":${total},"message":"${message}"}}`,
  );
}

function look() {
  let lines;
  try {
    lines = readFileSync(join(directory, "commands.json"), "utf8").split("\n");
  } catch {
    return;
  }
  for (const line of lines) {
    // Mistake: one "command" per line of JSON, whatever the layout is.
    const command = /"command": *"([^"]*)"/.exec(line)?.[1];
    if (command === undefined) continue;
    // Mistakes: no claim, no `processed`, so every command runs again at each look; args and all else are ignored; no result.
    updateStatus("executing", command);
    spawnSync("/bin/sh", ["-c", command], { cwd: process.env.PARA_WORKSPACE, stdio: "ignore" });
  }
}

for (;;) {
  look();
  // Mistake: the heartbeat wipes phase and progress.
  updateStatus("idle", "Waiting for commands...", 0, 0);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
}
