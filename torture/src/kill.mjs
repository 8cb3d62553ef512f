// Campaign `kill`: SIGKILL at random moments of the agent, its entry point, a supervisor, or all of them, under load.
import { setTimeout as sleep } from "node:timers/promises";
import { judge, makeLoad } from "./load.mjs";
import { send, supervisorsOf } from "./processes.mjs";
import { makeWorld } from "./world.mjs";

/** Kills before a world is judged and thrown away. */
const GENERATION = 50;
const DRAIN_SECONDS = 40;

/** Who is killed, and how often of a hundred. */
const SHARES = [
  ["agent", 45],
  ["both", 33],
  ["supervisor", 12],
  ["entry", 6],
  ["all", 4],
];

function pickVictim(random) {
  let ticket = random.below(100);
  for (const [victim, share] of SHARES) {
    if (ticket < share) return victim;
    ticket -= share;
  }
  return "agent";
}

/** Whatever has not ended may now be lost, though it was started. */
function excuse(world, ids) {
  for (const [id, command] of world.issued) {
    if (command.stage === "open" && (ids === undefined || ids.includes(id))) command.mayBeLost = true;
  }
}

const KILLS = {
  /** The agent alone: its entry point starts it again. */
  agent: (world) => send(world.agentPid, "SIGKILL"),
  /** The entry point alone: the agent has to notice. */
  entry: (world) => send(world.agent.pid, "SIGKILL"),
  /** Both, and neither commands nor those who look after them. */
  both(world) {
    const { agentPid } = world;
    const { pid } = world.agent;
    // Held, so that it starts no other in between.
    send(pid, "SIGSTOP");
    if (agentPid !== pid) send(agentPid, "SIGKILL");
    return send(pid, "SIGKILL");
  },
  supervisor(world, random) {
    const [pid] = random.pick([...supervisorsOf(world.mark)]) ?? [];
    if (pid === undefined || pid === world.agentPid || pid === world.agent.pid) return false;
    // Held, so that it cannot go on to another command; which one it has now is only known then.
    send(pid, "SIGSTOP");
    excuse(world, supervisorsOf(world.mark).get(pid));
    return send(pid, "SIGKILL");
  },
  all: (world) => world.killAll(),
};

/** Runs one world until it has been killed so often; how often each was. */
async function generation({ random, place, launcher, wanted, absence }) {
  const world = makeWorld({ place, launcher });
  const load = makeLoad(random);
  const killed = {};
  let kills = 0;
  let since = 0;
  let gaveUp = 0;
  let bootBefore;
  /** Starts the agent where none runs; one that was not killed, and had told something, has given up. */
  const startAgain = async () => {
    if (world.agent.pid !== undefined) return;
    if (typeof world.agent.exitCode === "number" && world.lastStatus?.boot_id !== bootBefore) gaveUp += 1;
    bootBefore = world.lastStatus?.boot_id;
    await world.agent.start();
    since = performance.now();
  };
  try {
    // How long this agent takes to start here and now is the measure of all waits.
    const began = performance.now();
    await world.agent.start();
    if (!(await world.started())) return { kills, killed, tally: {}, wrong: ["the agent did not start"] };
    const startMs = performance.now() - began;
    while (kills < wanted && world.wrong.length === 0) {
      await startAgain();
      if (world.open < 8) world.issue(...(random.chance(0.1) ? load.cancelled() : load.some(1 + random.below(4))));
      await sleep(random.next() * random.pick([0.3, 1.2, 4]) * startMs);
      // An entry point that waits before it starts the agent again is waited for no longer than this.
      const victim = performance.now() - since > 1500 + 8 * startMs ? "both" : pickVictim(random);
      world.expectCuts();
      if (await KILLS[victim](world, random)) {
        kills += 1;
        killed[victim] = (killed[victim] ?? 0) + 1;
        if (victim !== "agent" && victim !== "supervisor") await world.agent.ended();
      }
      // A host may be away for long; what was processed stays in the queue then.
      world.look({ away: random.chance(absence) });
    }
    await startAgain();
    const isOver = () => world.isSettled() || world.wrong.length > 0;
    await world.lookUntil(isOver, DRAIN_SECONDS, startAgain);
    const { tally, wrong } = judge(world);
    tally["gave up"] = gaveUp;
    if (!world.isSettled()) wrong.push(`not settled: ${world.describe()}`);
    return { kills, killed, tally, wrong, root: world.root };
  } finally {
    await world.remove();
  }
}

const isPlenty = (wrong) => wrong.length >= 20;

/**
 * Runs worlds side by side until `kills` are reached, or what was found wrong `isEnough`. `absence`: of how many looks the host takes no step
 * of the handshake.
 */
export async function tortureByKills({
  kills,
  beside = 6,
  absence = 0.6,
  isEnough = isPlenty,
  random,
  place,
  launcher,
}) {
  const total = { kills: 0, killed: {}, tally: {}, wrong: [] };
  let ordered = 0;
  const lane = async (chance) => {
    while (ordered < kills && !isEnough(total.wrong)) {
      const wanted = Math.min(GENERATION, Math.ceil(kills / beside), kills - ordered);
      ordered += wanted;
      const {
        kills: count,
        killed,
        tally,
        wrong,
      } = await generation({ random: chance, place, launcher, wanted, absence });
      total.kills += count;
      for (const [key, value] of Object.entries(killed)) total.killed[key] = (total.killed[key] ?? 0) + value;
      for (const [key, value] of Object.entries(tally)) total.tally[key] = (total.tally[key] ?? 0) + value;
      total.wrong.push(...wrong);
    }
  };
  await Promise.all(Array.from({ length: beside }, () => lane(random.fork())));
  return total;
}
