// `pnpm bench agents`: enqueue (durable) to result seen by the host, in real containers, against `docker exec` and a bare spawn.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectEngine, findStateRoot, finishSession, makeImage, startSession } from "@para-docker/host";
import { latency, ms, percentile, sampleInTurn, table } from "./measure.mjs";

const SESSIONS = [
  { name: "sh-busybox", kind: "busybox", agent: "sh", what: "shell agent, busybox image" },
  { name: "sh-debian", kind: "debian", agent: "sh", what: "shell agent, dash + mawk image" },
  { name: "node", kind: "node", agent: "node", what: "Node agent, node image" },
];
const NOOP = { type: "exec", command: ":" };

function finished(child) {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
}

/** Latency of one no-op command at a time. */
async function roundTrips(sessions, count) {
  const contenders = {};
  for (const { what, session } of sessions) {
    contenders[what] = async () => (await session.enqueue(NOOP)).result();
  }
  for (const { kind, session } of sessions) {
    const id = session.metadata.container_id;
    contenders[`docker exec, ${kind} image`] = () =>
      finished(spawn("docker", ["exec", id, "sh", "-c", ":"], { stdio: "ignore" }));
  }
  contenders["bare spawn of sh -c :"] = () => finished(spawn("/bin/sh", ["-c", ":"], { stdio: "ignore" }));
  const samples = await sampleInTurn(contenders, count);
  const exec = percentile(samples["docker exec, busybox image"], 0.5);
  const bare = percentile(samples["bare spawn of sh -c :"], 0.5);
  return Object.entries(samples).map(([what, values]) => {
    const p50 = percentile(values, 0.5);
    return {
      what,
      ...latency(values),
      "faster than docker exec": `${(exec / p50).toFixed(1)} ×`,
      "of a bare spawn": `${(p50 / bare).toFixed(1)} ×`,
    };
  });
}

/** Processes of a container by their host pids. */
function pidsOf(id) {
  return execFileSync("docker", ["top", id, "-eo", "pid"], { encoding: "utf8" })
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.trim());
}

function ticks(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
}

function residentKiB(pid) {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
}

/** Processor time and memory of an idle session, its container's init not counted. */
async function idle(sessions, seconds) {
  const before = sessions.map(({ session }) => pidsOf(session.metadata.container_id).map((pid) => [pid, ticks(pid)]));
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return sessions.map(({ what }, index) => {
    const agents = before[index].slice(1);
    const used = agents.reduce((sum, [pid, start]) => sum + Math.max(0, safely(() => ticks(pid), start) - start), 0);
    const memory = agents.reduce((sum, [pid]) => sum + safely(() => residentKiB(pid), 0), 0);
    return {
      what,
      processes: agents.length,
      "% of a core": ((used / 100 / seconds) * 100).toFixed(2),
      "resident MiB": (memory / 1024).toFixed(1),
    };
  });
}

function safely(work, otherwise) {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

/** Commands a second when 1,000 no-ops are drained, against the same number of bare spawns, four at a time. */
async function throughput(sessions, count) {
  const rows = [];
  const rate = async (what, work) => {
    const started = performance.now();
    let next = 0;
    // The queue holds 256; 128 in flight keep it filled without ever being refused.
    const lanes = Array.from({ length: what.startsWith("bare") ? 4 : 128 }, async () => {
      while (next < count) {
        next += 1;
        await work();
      }
    });
    await Promise.all(lanes);
    rows.push({ what, "commands/s": Math.round((count / (performance.now() - started)) * 1000) });
  };
  await rate("bare spawns of sh -c :", () => finished(spawn("/bin/sh", ["-c", ":"], { stdio: "ignore" })));
  for (const { what, session } of sessions) await rate(what, async () => (await session.enqueue(NOOP)).result());
  const base = rows[0]["commands/s"];
  return rows.map((row) => ({ ...row, "of bare spawns": `${(row["commands/s"] / base).toFixed(2)} ×` }));
}

/** One GiB of output. */
async function output(sessions) {
  const line = "head -c 1073741824 /dev/zero";
  const rows = [];
  const time = async (what, work) => {
    const started = performance.now();
    await work();
    rows.push({ what, seconds: ms((performance.now() - started) / 1000) });
  };
  for (const { what, kind, session } of sessions) {
    await time(what, async () => (await session.enqueue({ type: "exec", command: line })).result());
    const argv = ["exec", session.metadata.container_id, "sh", "-c", line];
    await time(`docker exec > /dev/null, ${kind} image`, () =>
      finished(spawn("docker", argv, { stdio: ["ignore", "ignore", "inherit"] })),
    );
  }
  return rows;
}

export async function main(args) {
  const count = Number(args[0] ?? 200);
  const engine = await connectEngine({});
  const workspace = mkdtempSync(join(tmpdir(), "para-bench-"));
  const root = await findStateRoot({ cwd: workspace, create: true });
  const sessions = [];
  try {
    for (const each of SESSIONS) {
      const image = await makeImage(engine, each.kind, `para-bench-${each.kind}`);
      const session = await startSession(root, {
        name: each.name,
        runtime: "docker",
        agent: each.agent,
        image,
        network: "none",
      });
      sessions.push({ ...each, session });
    }
    process.stdout.write("\nOne no-op command, from enqueue (durable) to its result at the host, in ms:\n");
    table(await roundTrips(sessions, count));
    process.stdout.write("\nIdle for 20 s:\n");
    table(await idle(sessions, 20));
    process.stdout.write("\n1,000 no-ops, four at a time:\n");
    table(await throughput(sessions, 1000));
    process.stdout.write("\n1 GiB of output through one command:\n");
    table(await output(sessions));
  } finally {
    for (const { name, session } of sessions) {
      await session.close();
      await finishSession(root, name, { archive: "discard", timeoutSeconds: 5 });
    }
    process.stdout.write(`left behind: ${readdirSync(join(workspace, ".para", "state")).join(" ")}\n`);
    rmSync(workspace, { recursive: true, force: true });
  }
}
