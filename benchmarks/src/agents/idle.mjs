// What an agent costs while nothing is asked of it: processor time, forks, memory, against an empty Node process.
import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { containerCpuSeconds, firstPidOf, processesOf, proportionalMiB, residentMiB } from "./processes.mjs";

const SECONDS = 30;
/** After the last command the shell agent keeps its awk for half a minute, and retention removes old directories. */
const REST_MS = 40_000;
const NOTHING = "setInterval(() => {}, 1e6)";
/** Tells once a second which pid was given last in the container; `sleep` takes one of them each time. */
const LAST_PIDS = `i=0; while [ $i -le ${SECONDS} ]; do read a b c d pid </proc/loadavg; echo $pid; i=$((i + 1)); sleep 1; done`;

/** In how many seconds of so many anything in the container forked: heartbeats and metrics, at most. */
async function secondsWithForks(id) {
  const { stdout } = await promisify(execFile)("docker", ["exec", id, "sh", "-c", LAST_PIDS]);
  const pids = stdout.trim().split("\n").map(Number);
  return pids.slice(1).filter((pid, at) => pid - pids[at] > 1).length;
}

/** Rows: each agent's processes together, and an empty Node process in the node image. */
export async function idle({ sessions }) {
  const node = sessions.find(({ kind }) => kind === "node");
  const empty = spawn("docker", ["exec", node.session.metadata.container_id, "node", "-e", NOTHING], {
    stdio: "ignore",
  });
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  const groups = sessions.map(({ what, session }) => ({
    what,
    first: firstPidOf(session.metadata.container_id),
    all: processesOf(session.metadata.container_id).filter(({ args }) => !args.includes(NOTHING)),
  }));
  const alone = processesOf(node.session.metadata.container_id).filter(({ args }) => args.includes(NOTHING));
  groups.push({ what: "an empty Node process, node image", first: alone[0].pid, all: alone });
  const cpuSeconds = () => groups.map(({ first }) => containerCpuSeconds(first));
  const before = cpuSeconds();
  await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
  const used = cpuSeconds().map((seconds, at) => seconds - before[at]);
  // Afterwards, so that the looking costs nothing above.
  const forked = await Promise.all(sessions.map(({ session }) => secondsWithForks(session.metadata.container_id)));
  const rows = groups.map(({ what, all }, at) => {
    return {
      what,
      processes: all.length,
      "% of a core": forked[at] === undefined ? "-" : ((used[at] / SECONDS) * 100).toFixed(2),
      "seconds with a fork": forked[at] ?? "-",
      "resident MiB": sum(all.map(({ pid }) => residentMiB(pid) ?? 0)).toFixed(1),
      "of them its own": sum(all.map(({ pid }) => proportionalMiB(pid) ?? 0)).toFixed(1),
    };
  });
  empty.kill();
  for (const { pid } of alone) process.kill(Number(pid));
  return rows;
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
