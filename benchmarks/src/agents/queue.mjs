// What a queue with as many entries as the protocol allows costs the awks that the shell agent may find.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ms, percentile } from "../measure.mjs";

const AGENT = fileURLToPath(new URL("../../../packages/agent-sh/dist/para-agent.sh", import.meta.url));
const AWKS = ["mawk", "gawk", "original-awk", "busybox"];
const LIMITS = JSON.parse(readFileSync(new URL("../../../schemas/v1/limits.json", import.meta.url)));

/** A queue of `entries` entries, as the host writes it: on one line. */
function queueOf(entries, args) {
  const commands = Array.from({ length: entries }, (_, at) => ({
    id: `cmd-${at}`,
    timestamp: "2024-01-20T10:31:00Z",
    type: "exec",
    command: "npm test",
    args,
    env: { NODE_ENV: "test" },
    working_dir: "/workspace",
    timeout_seconds: 300,
    priority: "normal",
  }));
  return JSON.stringify({ protocol_version: "1.0", sequence: 1, commands, processed: [] });
}

/** Rows: each awk, on a full queue of ordinary entries, on half of it, and on one that is also near its limit of bytes. */
export async function fullQueue() {
  const folder = mkdtempSync(join(tmpdir(), "para-bench-"));
  const full = LIMITS.queue_entries;
  const files = {
    half: queueOf(full / 2, ["--coverage"]),
    full: queueOf(full, ["--coverage"]),
    "full, 100 args each": queueOf(
      full,
      Array.from({ length: 100 }, (_, at) => `"${at}" of\n100`),
    ),
  };
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return AWKS.filter(isHere).map((name) => {
      const awk = join(folder, name === "busybox" ? "awk" : name);
      symlinkSync(execFileSync("which", [name], { encoding: "utf8" }).trim(), awk);
      const times = Object.entries(files).map(([file, text]) => {
        const samples = Array.from({ length: 9 }, () => timed(awk, readFileSync(join(folder, file))));
        return [`${file}, ${Math.round(text.length / 1024)} KiB: ms`, ms(percentile(samples, 0.5))];
      });
      return { awk: name, ...Object.fromEntries(times) };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function isHere(name) {
  return spawnSync("which", [name]).status === 0;
}

function timed(awk, input) {
  const started = performance.now();
  const { status, stdout } = spawnSync("/bin/sh", [AGENT, "validate", "commands"], {
    input,
    env: { PATH: process.env.PATH, PARA_AWK: awk },
  });
  if (status !== 0) throw new Error(`${awk} refuses a valid queue: ${stdout}`);
  return performance.now() - started;
}
