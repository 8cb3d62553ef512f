// How long one command takes, there and back, when nothing else is asked.
import { latency, percentile, sampleInTurn } from "../measure.mjs";

/** Lets the answer of one come to rest (processed, log, heartbeat) before the next is timed. */
const PAUSE_MS = 20;

/** Rows of percentiles: each agent, docker exec in its container, a bare spawn. */
export async function roundTrips({ sessions, timer, count }) {
  const contenders = {};
  for (const { what, session } of sessions) {
    contenders[what] = async () => {
      await (await session.enqueue({ type: "exec", command: ":" })).result();
    };
  }
  for (const { kind, session } of sessions) {
    const id = session.metadata.container_id;
    contenders[`docker exec, ${kind} image`] = () => timer.time(["docker", "exec", id, "sh", "-c", ":"]);
  }
  contenders["bare spawn of sh -c :"] = () => timer.time(["/bin/sh", "-c", ":"]);
  const samples = await sampleInTurn(contenders, count, { pauseMs: PAUSE_MS });
  const middle = (name) => percentile(samples[name], 0.5);
  return Object.entries(samples).map(([what, values]) => {
    const p50 = percentile(values, 0.5);
    const kind = sessions.find((each) => each.what === what)?.kind ?? "busybox";
    return {
      what,
      ...latency(values),
      "faster than docker exec": `${(middle(`docker exec, ${kind} image`) / p50).toFixed(1)} ×`,
      "of a bare spawn": `${(p50 / middle("bare spawn of sh -c :")).toFixed(1)} ×`,
    };
  });
}
