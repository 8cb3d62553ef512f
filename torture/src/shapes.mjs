// Campaign `shapes`: processes of every shape, stopped in every way: nothing of them is left when the result is there, and it is there in time.
import { setTimeout as sleep } from "node:timers/promises";
import { makeWorld, readIfThere } from "./world.mjs";

const GRACE_SECONDS = 1;
/** What the protocol gives beyond the grace. */
const SLACK_SECONDS = 1;

/** Every shape tells that it is there by a file `up`. */
const SHAPES = {
  plain: ": >up; sleep 60",
  "TERM ignored": `trap "" TERM; : >up; while :; do sleep 1; done`,
  "in a session of its own": `setsid sh -c 'trap "" TERM; : >up; while :; do sleep 1; done' & sleep 60`,
  "double fork": `(setsid sh -c '(trap "" TERM; : >up; while :; do sleep 1; done) & exit 0' &); sleep 60`,
  "pipes held": `(trap "" TERM; : >up; while :; do sleep 1; done) & sleep 60`,
  stopped: `sh -c 'while :; do sleep 1; done' & kill -STOP $!; : >up; kill -STOP $$`,
  "many forks": "storm() { while :; do sleep 0.05 & (setsid sleep 20 &); sleep 0.02; done; }; : >up; storm & storm",
};

/** What the short form tries. */
export const HARDEST = Object.fromEntries(
  ["TERM ignored", "double fork", "stopped"].map((shape) => [shape, SHAPES[shape]]),
);

/** In a container with few processes: who is refused a fork ends, and another takes its place. */
export const STORM = {
  "fork storm under a pids limit": ": >up; storm() { while :; do storm & done; }; storm & exec sleep 60",
  "the same, TERM ignored": `trap "" TERM; : >up; storm() { while :; do storm & done; }; storm & exec sleep 60`,
};

const STOPS = {
  timeout: { entry: { timeout_seconds: 1 }, state: "timed_out", begin: () => undefined, within: 1 },
  cancel: {
    entry: {},
    state: "cancelled",
    begin: (world) =>
      world.issue({ id: "x", type: "signal", signal: "cancel", target: "a", expects: [{ state: "succeeded" }] }),
    within: 0,
  },
  shutdown: {
    entry: {},
    state: "cancelled",
    begin: (world) => world.issue({ id: "x", type: "signal", signal: "shutdown", timeout_seconds: 0, expects: [] }),
    within: 0,
  },
};

/** One shape, stopped in one way; what is wrong, and the seconds from the stop to the result. */
async function trial({ place, launcher, shape, command, stop, slack }) {
  const world = makeWorld({ place, launcher });
  const { entry, state, begin, within } = STOPS[stop];
  const name = `${shape}, ${stop}`;
  try {
    await world.agent.start();
    if (!(await world.started())) return { wrong: [`${name}: the agent did not start`] };
    world.issue({ id: "a", type: "exec", command, kill_grace_seconds: GRACE_SECONDS, ...entry, expects: [{ state }] });
    if (!(await world.lookUntil(() => readIfThere(`${world.workspace}/up`) !== undefined, 10)))
      return { wrong: [`${name}: the command did not start`] };
    const stoppedAt = performance.now();
    begin(world);
    const a = world.issued.get("a");
    await world.lookUntil(() => a.result !== undefined, 30);
    const seconds = (performance.now() - stoppedAt) / 1000;
    const left = world.survivors("a");
    const wrong = [...world.wrong];
    if (a.result?.state !== state) wrong.push(`ended as ${a.result?.state}, not ${state}`);
    if (seconds > within + GRACE_SECONDS + SLACK_SECONDS + slack)
      wrong.push(`its result came after ${seconds.toFixed(2)} s`);
    if (left.length > 0) wrong.push(`${left.length} of its processes live on`);
    await sleep(100);
    if (left.length === 0 && world.survivors("a").length > 0) wrong.push("some of its processes came back");
    return { seconds: seconds - within, wrong: wrong.map((line) => `${name}: ${line}`) };
  } finally {
    await world.remove();
  }
}

/** All `shapes` in all ways, some side by side. `slack`: seconds that a busy machine may be late beyond what the protocol gives. */
export async function tortureByShapes({ shapes = SHAPES, beside = 3, slack = 0, place, launcher }) {
  const work = Object.entries(shapes).flatMap(([shape, command]) =>
    Object.keys(STOPS).map((stop) => ({ shape, command, stop })),
  );
  const total = { trials: work.length, slowest: 0, wrong: [] };
  const lane = async () => {
    for (let next = work.shift(); next; next = work.shift()) {
      const { seconds = 0, wrong } = await trial({ ...next, place, launcher, slack });
      total.slowest = Math.max(total.slowest, seconds);
      total.wrong.push(...wrong);
    }
  };
  await Promise.all(Array.from({ length: beside }, lane));
  return total;
}
