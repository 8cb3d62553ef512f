// Campaign `containers`: SIGKILL of whole containers, started again each time; and a fork storm under a pids limit in them.
import { setTimeout as sleep } from "node:timers/promises";
import { judge, makeLoad } from "./load.mjs";
import { STORM, tortureByShapes } from "./shapes.mjs";
import { makeWorld } from "./world.mjs";

const DRAIN_SECONDS = 40;
const GENERATION = 25;

async function generation({ random, place, launcher, wanted }) {
  const world = makeWorld({ place, launcher });
  const load = makeLoad(random);
  let kills = 0;
  try {
    await world.agent.start();
    while (kills < wanted && world.wrong.length === 0) {
      if (world.open < 8) world.issue(...(random.chance(0.1) ? load.cancelled() : load.some(1 + random.below(4))));
      const end = performance.now() + random.next() * random.pick([50, 300, 1000]);
      while (performance.now() < end) {
        world.look();
        await sleep(20);
      }
      for (const command of world.issued.values()) if (command.stage === "open") command.mayBeKilled = true;
      world.expectCuts();
      await world.agent.kill();
      kills += 1;
      world.look();
      await world.agent.start();
    }
    await world.lookUntil(world.isSettled, DRAIN_SECONDS);
    const { tally, wrong } = judge(world);
    if (!world.isSettled()) wrong.push(`not settled: ${world.describe()}`);
    return { kills, tally, wrong };
  } finally {
    await world.remove();
  }
}

/** Kills containers until `kills` are reached, some side by side. */
export async function tortureByContainers({ kills, beside = 4, random, place, launcher }) {
  const total = { kills: 0, tally: {}, wrong: [] };
  let ordered = 0;
  const lane = async (chance) => {
    while (ordered < kills && total.wrong.length < 20) {
      const wanted = Math.min(GENERATION, Math.ceil(kills / beside), kills - ordered);
      ordered += wanted;
      const { kills: count, tally, wrong } = await generation({ random: chance, place, launcher, wanted });
      total.kills += count;
      for (const [key, value] of Object.entries(tally)) total.tally[key] = (total.tally[key] ?? 0) + value;
      total.wrong.push(...wrong);
    }
  };
  await Promise.all(Array.from({ length: beside }, () => lane(random.fork())));
  return total;
}

/** The fork storm, stopped in every way. `launcher` has to bound the number of processes. */
export function tortureByStorm(options) {
  return tortureByShapes({ ...options, shapes: STORM, beside: 1 });
}
