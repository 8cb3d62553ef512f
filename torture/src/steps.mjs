// Campaign `steps`: SIGKILL at the k-th system call, for every k, injected by strace while the agent works, while it starts and picks up
// what an earlier life has left, and into all that it starts.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { judge, makeLoad } from "./load.mjs";
import { isAlive, send } from "./processes.mjs";
import { makeWorld } from "./world.mjs";

/** Calls that change something, or begin to: each is a moment to die at. Those unknown here are passed over. */
const CALLS =
  "open openat creat read write writev pwrite64 rename renameat renameat2 mkdir mkdirat unlink unlinkat rmdir close fsync fdatasync " +
  "ftruncate clone clone3 fork vfork execve kill link symlink symlinkat dup2 pipe pipe2 wait4 sync";
const SET = CALLS.split(" ")
  .map((call) => `?${call}`)
  .join(",");

const ATTACH_SECONDS = 5;
const DETACH_MS = 300;

/** Attaches to a process; resolves once it is traced. `more` are strace's words for what is injected. */
export async function attach(pid, trace, more) {
  const child = spawn("strace", ["-o", trace, ...more, "-p", String(pid)], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((resolve) => {
    child.once("error", resolve);
    child.once("exit", resolve);
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const deadline = performance.now() + ATTACH_SECONDS * 1000;
  while (!said.includes("attached") && child.exitCode === null && performance.now() < deadline) await sleep(2);
  return {
    attached: said.includes("attached"),
    /** Lets the process go on without a tracer. */
    async detach() {
      child.kill("SIGTERM");
      // It may wait for ever for a thread that died in a fork; without it they go on all the same.
      const giveUp = setTimeout(() => child.kill("SIGKILL"), DETACH_MS);
      await ended;
      clearTimeout(giveUp);
    },
  };
}

const killAt = (k) => ["-e", `trace=${SET}`, "-e", `inject=${SET}:signal=KILL:when=${k}`];

/** Waits for a new agent below the entry point, and holds it the moment it is seen. */
async function catchStart(world) {
  const { pid } = world.agent;
  const deadline = performance.now() + 5000;
  while (performance.now() < deadline) {
    const found = world.agentPid;
    if (found !== undefined && found !== pid && send(found, "SIGSTOP")) return found;
    await sleep(1);
  }
  return undefined;
}

/** How the moment k of each stage is reached; gives the process that is to die. */
const STAGES = {
  /** It reads the queue, claims, starts and ends commands. */
  async working(world, load, k) {
    await world.agent.start();
    await world.started();
    const pid = world.agentPid;
    const tracer = await attach(pid, `${world.root}/trace`, killAt(k));
    world.issue(...load.some(3), load.make("short"));
    return { pid, tracer };
  },
  /** It starts, and finds commands that run, have ended and wait. */
  async starting(world, load, k) {
    world.issue(...load.some(2), load.make("short"));
    await world.agent.start();
    const pid = await catchStart(world);
    if (pid === undefined) return {};
    const tracer = await attach(pid, `${world.root}/trace`, killAt(k));
    send(pid, "SIGCONT");
    return { pid, tracer };
  },
  /** The same as `working`, and what it starts dies at its own k-th call: supervisors, helpers, commands. */
  async below(world, load, k) {
    await world.agent.start();
    await world.started();
    const pid = world.agentPid;
    for (const command of world.issued.values()) if (command.stage === "open") command.mayBeKilled = true;
    const tracer = await attach(pid, `${world.root}/trace`, ["-f", ...killAt(k)]);
    const commands = [...load.some(3), load.make("short")];
    world.issue(...commands);
    for (const { id } of commands) world.issued.get(id).mayBeKilled = true;
    return { pid, tracer };
  },
};

/** How long a process may take to reach its k-th call: past that it has no more of them. */
const STAGE_MS = 2500;

/** Dies once at the k-th call; whether anything died. */
async function step(world, load, stage, k) {
  const { pid, tracer } = await STAGES[stage](world, load, k);
  world.expectCuts();
  const deadline = performance.now() + STAGE_MS;
  while (tracer !== undefined && isAlive(pid) && performance.now() < deadline) {
    world.look();
    // A round whose commands have all ended has shown all its calls.
    if (stage !== "below" && world.isSettled()) break;
    await sleep(5);
  }
  let died = pid !== undefined && !isAlive(pid);
  await tracer?.detach();
  if (!died && tracer !== undefined) died = /killed by SIGKILL/.test(readFileSync(`${world.root}/trace`, "latin1"));
  // The agent before its entry point, which is held meanwhile: one left alone would write beside the next for a moment.
  const entry = world.agent.pid;
  if (entry !== undefined) {
    send(entry, "SIGSTOP");
    send(world.agentPid, "SIGKILL");
    send(entry, "SIGKILL");
  }
  await world.agent.ended();
  world.look();
  return died;
}

/** Worlds are judged and thrown away after so many steps. */
const GENERATION = 25;
const DRAIN_SECONDS = 40;

/** Walks through the calls of every stage, `every`-th call by call, until a stage has no more of them or `kills` are reached. */
export async function tortureBySteps({ kills, every = 1, most = 400, beside = 4, random, place, launcher }) {
  const total = { kills: 0, killed: {}, tally: {}, wrong: [] };
  const work = [];
  for (let k = 1; k <= most; k += every) for (const stage of Object.keys(STAGES)) work.push({ stage, k });
  const survived = {};
  const lane = async (chance) => {
    while (work.length > 0 && total.kills < kills && total.wrong.length < 20) {
      const world = makeWorld({ place, launcher });
      const load = makeLoad(chance);
      try {
        for (
          let n = 0;
          n < Math.min(GENERATION, Math.ceil(kills / beside)) &&
          work.length > 0 &&
          total.kills < kills &&
          world.wrong.length === 0;
          n += 1
        ) {
          const { stage, k } = work.shift();
          // Three in a row that nothing died of: there are no more calls.
          if ((survived[stage] ?? 0) >= 3) continue;
          if (await step(world, load, stage, k)) {
            total.kills += 1;
            total.killed[stage] = (total.killed[stage] ?? 0) + 1;
            survived[stage] = 0;
          } else survived[stage] = (survived[stage] ?? 0) + 1;
        }
        await world.agent.start();
        await world.lookUntil(world.isSettled, DRAIN_SECONDS, async () => {
          if (world.agent.pid === undefined) await world.agent.start();
        });
        const { tally, wrong } = judge(world);
        if (!world.isSettled()) wrong.push(`not settled: ${world.describe()}`);
        for (const [key, value] of Object.entries(tally)) total.tally[key] = (total.tally[key] ?? 0) + value;
        total.wrong.push(...wrong);
      } finally {
        await world.remove();
      }
    }
  };
  await Promise.all(Array.from({ length: beside }, () => lane(random.fork())));
  return total;
}
