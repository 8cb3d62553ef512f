// What an agent costs while nothing is asked of it: processor time, forks, memory, against an empty Node process.
import { spawn } from "node:child_process";
import { cpuSeconds, processesOf, proportionalMiB, residentMiB } from "./processes.mjs";

const SECONDS = 30;
const NOTHING = "setInterval(() => {}, 1e6)";

/** Rows: each agent's processes together, and an empty Node process in the node image. */
export async function idle({ sessions }) {
  const node = sessions.find(({ kind }) => kind === "node");
  const empty = spawn("docker", ["exec", node.session.metadata.container_id, "node", "-e", NOTHING], {
    stdio: "ignore",
  });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const groups = sessions.map(({ what, session }) => ({
    what,
    all: processesOf(session.metadata.container_id).filter(({ args }) => !args.includes(NOTHING)),
  }));
  const alone = processesOf(node.session.metadata.container_id).filter(({ args }) => args.includes(NOTHING));
  groups.push({ what: "an empty Node process, node image", all: alone });
  const before = groups.map(({ all }) => all.map(({ pid }) => cpuSeconds(pid)));
  await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
  const rows = groups.map(({ what, all }, at) => {
    const used = all.map(({ pid }, index) => (cpuSeconds(pid) ?? 0) - before[at][index]);
    return {
      what,
      processes: all.length,
      "% of a core": ((sum(used) / SECONDS) * 100).toFixed(2),
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
