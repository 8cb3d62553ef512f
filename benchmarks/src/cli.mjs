// `pnpm bench cli [exec|monitor…]`: whole processes, as a person at a shell waits for them; and the monitor in a terminal.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { connectEngine, makeImage } from "@para-docker/host";
import { withSessions } from "./host.mjs";
import { latency, ms, percentile, processTimer, sampleInTurn, table } from "./measure.mjs";

const CLI = fileURLToPath(new URL("../../packages/cli/bin/para-docker.cjs", import.meta.url));
const WRITER = fileURLToPath(new URL("./host/writer.mjs", import.meta.url));
const PARTS = { exec, monitor };

export async function main(args) {
  // It makes every Node process read a store of certificates when it starts, ours and the empty one: three times the time of a start.
  delete process.env.NODE_EXTRA_CA_CERTS;
  for (const name of args.length > 0 ? args : Object.keys(PARTS)) {
    if (!(name in PARTS)) {
      process.stderr.write(`bench cli has no ${name}: ${Object.keys(PARTS).join(", ")}\n`);
      return 2;
    }
    await PARTS[name]();
  }
}

async function exec() {
  const image = await makeImage(await connectEngine({}), "busybox", "para-bench-busybox");
  const workspace = mkdtempSync(join(tmpdir(), "para-bench-"));
  const cli = (...words) => [process.execPath, CLI, "--state-dir", join(workspace, ".para", "state"), ...words];
  const timer = processTimer();
  const quietly = { cwd: workspace, stdio: ["ignore", "ignore", "inherit"] };
  execFileSync(process.execPath, [CLI, "start", "bench", "--image", image, "--network", "none", "-q"], quietly);
  try {
    const { container_id } = JSON.parse(readFileSync(join(workspace, ".para", "state", "bench.docker"), "utf8"));
    const calls = {
      "para-docker exec bench -- true": cli("exec", "bench", "--", "true"),
      "para-docker exec -d bench -- true": cli("exec", "-d", "bench", "--", "true"),
      "docker exec CONTAINER true": ["docker", "exec", container_id, "true"],
      "para-docker --help": [process.execPath, CLI, "--help"],
      "node -e ''": [process.execPath, "-e", ""],
    };
    const contenders = Object.entries(calls).map(([name, argv]) => [name, () => timer.time(argv)]);
    const samples = await sampleInTurn(Object.fromEntries(contenders), 40, { pauseMs: 30 });
    table(Object.entries(samples).map(([what, values]) => ({ what, ...latency(values) })));
    const ratio = (one, other) => (percentile(samples[one], 0.5) / percentile(samples[other], 0.5)).toFixed(2);
    table([
      { p50: "exec / docker exec", ratio: ratio("para-docker exec bench -- true", "docker exec CONTAINER true") },
      { p50: "empty node / docker exec", ratio: ratio("node -e ''", "docker exec CONTAINER true") },
      { p50: "--help / empty node", ratio: ratio("para-docker --help", "node -e ''") },
    ]);
  } finally {
    timer.close();
    execFileSync(process.execPath, [CLI, "finish", "bench", "--discard", "-q"], quietly);
    rmSync(workspace, { recursive: true, force: true });
  }
}

const SESSIONS = 100;
const SECONDS = 20;

/** The monitor on a pseudo-terminal of 160×45, while another process writes a status a second for each session. */
async function monitor() {
  await withSessions(SESSIONS, async ({ stateRoot, docker, names }) => {
    const line = `stty cols 160 rows 45; echo "pid $$ "; exec '${process.execPath}' '${CLI}' monitor --state-dir '${stateRoot.path}'`;
    const env = { ...process.env, TERM: "xterm-256color", DOCKER_HOST: "unix:///nowhere" };
    const shown = spawn("script", ["-q", "-f", "-e", "-c", line, "/dev/null"], {
      env,
      stdio: ["pipe", "pipe", "inherit"],
    });
    const seen = new Map();
    let text = "";
    let pid;
    let bytes = 0;
    shown.stdout.setEncoding("utf8").on("data", (chunk) => {
      const now = process.hrtime.bigint();
      bytes += chunk.length;
      text = text.slice(-64) + chunk;
      pid ??= /pid (\d+) /.exec(text)?.[1];
      for (const [phase] of text.matchAll(/\bm\d{1,6}\b/g)) if (!seen.has(phase)) seen.set(phase, now);
    });
    await sleep(3_000);
    const before = usageOf(pid);
    const bytesBefore = bytes;
    const written = await statuses({ docker, names, seconds: SECONDS, marked: names[0] });
    await sleep(500);
    const after = usageOf(pid);
    const resident = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
    shown.stdin.write("q");
    await new Promise((resolve) => shown.on("close", resolve));
    const delays = written.flatMap(({ phase, renamed_ns }) =>
      seen.has(phase) ? [Number(seen.get(phase) - BigInt(renamed_ns)) / 1e6] : [],
    );
    table([
      {
        monitor: `${SESSIONS} sessions × 1/s`,
        "cpu %": (((after - before) / SECONDS) * 100).toFixed(1),
        "peak MB": resident.toFixed(0),
        "on screen p50 ms": ms(percentile(delays, 0.5)),
        "worst ms": ms(Math.max(...delays)),
        changes: `${delays.length}/${written.length}`,
        "KB/s drawn": ((bytes - bytesBefore) / SECONDS / 1024).toFixed(1),
      },
    ]);
  });
}

/** Seconds of processor that `pid` has used. */
function usageOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Lets the writer write; what it says of the marked session's statuses. */
function statuses(told) {
  return new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, [WRITER, JSON.stringify(told)], { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    writer.stdout.on("data", (chunk) => {
      output += chunk;
    });
    writer.on("error", reject);
    writer.on("close", () => {
      const lines = output.split("\n").filter((each) => each.includes("renamed_ns"));
      resolve(lines.map((each) => JSON.parse(each)));
    });
  });
}
