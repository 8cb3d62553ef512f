// How long one command takes, there and back, when nothing else is asked.
import { latency, percentile, sampleInTurn } from "../measure.mjs";

/** Lets the answer of one come to rest (processed, log, heartbeat) before the next is timed. */
const PAUSE_MS = 20;

/** Rows of percentiles: each agent in each place, docker exec in its container, a bare spawn. */
export async function roundTrips({ sessions, timer, count }) {
  const contenders = {};
  const about = {};
  for (const { what, where, kind, session } of sessions) {
    const label = `${what} (${where})`;
    about[label] = { what, where, kind };
    contenders[label] = async () => {
      await (await session.enqueue({ type: "exec", command: ":" })).result();
    };
  }
  for (const { kind, session } of sessions) {
    const what = `docker exec, ${kind} image`;
    if (what in contenders) continue;
    const id = session.metadata.container_id;
    about[what] = { what, where: "", kind };
    contenders[what] = () => timer.time(["docker", "exec", id, "sh", "-c", ":"]);
  }
  const bare = "bare spawn of sh -c :";
  about[bare] = { what: bare, where: "", kind: "busybox" };
  contenders[bare] = () => timer.time(["/bin/sh", "-c", ":"]);
  const samples = await sampleInTurn(contenders, count, { pauseMs: PAUSE_MS });
  const middle = (name) => percentile(samples[name], 0.5);
  return Object.entries(samples).map(([label, values]) => {
    const p50 = percentile(values, 0.5);
    const { what, where, kind } = about[label];
    return {
      what,
      "state root": where,
      ...latency(values),
      "faster than docker exec": `${(middle(`docker exec, ${kind} image`) / p50).toFixed(1)} ×`,
      "of a bare spawn": `${(p50 / middle(bare)).toFixed(1)} ×`,
    };
  });
}
