// Replacing a document: what a killed agent leaves, and who clears it away.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { sweepTemporaries } from "./replace-file.js";

/** The pid of a process that is dead, and that its parent does not collect: no shell any more when it ends. */
async function zombie(): Promise<number> {
  const parent = spawn(
    "sh",
    ["-c", "sh -c 'until grep -q sleep /proc/$PPID/comm; do :; done' & echo $!; exec sleep 60"],
    {
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  onTestFinished(() => void parent.kill("SIGKILL"));
  const pid = await new Promise<number>((resolve) => parent.stdout.once("data", (line) => resolve(Number(line))));
  while (!readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ")) await sleep(5);
  return pid;
}

test("temporaries of the dead are removed, collected or not; those of the living and other files stay", async () => {
  const directory = mkdtempSync(`${tmpdir()}/sweep-`);
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const stays = [`.status.json.${process.pid}`, ".agent.12x", "status.json"];
  for (const name of [...stays, ".status.json.99999999", `.metrics.json.${await zombie()}`]) {
    writeFileSync(`${directory}/${name}`, "{");
  }
  sweepTemporaries(directory);
  expect(readdirSync(directory).sort()).toEqual(stays.sort());
});
