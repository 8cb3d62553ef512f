// One GiB of output through one command: how long, and what it does to the agent's memory.
import { ms } from "../measure.mjs";
import { processesOf, residentMiB } from "./processes.mjs";

const LINE = "head -c 1073741824 /dev/zero";

/** Rows: each agent and docker exec in its container. */
export async function output({ sessions, timer }) {
  const rows = [];
  for (const { what, kind, session } of sessions) {
    const id = session.metadata.container_id;
    const agents = processesOf(id).map(({ pid }) => pid);
    const resident = () => agents.reduce((sum, pid) => sum + (residentMiB(pid) ?? 0), 0);
    const before = resident();
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, resident());
    }, 50);
    const started = performance.now();
    await (await session.enqueue({ type: "exec", command: LINE })).result();
    const seconds = ms((performance.now() - started) / 1000);
    clearInterval(watch);
    rows.push({ what, seconds, "agent MiB before": before.toFixed(1), "at most": most.toFixed(1) });
    const other = await timer.time(["docker", "exec", id, "sh", "-c", LINE]);
    rows.push({
      what: `docker exec > /dev/null, ${kind} image`,
      seconds: ms(other / 1000),
      "agent MiB before": "",
      "at most": "",
    });
  }
  return rows;
}
