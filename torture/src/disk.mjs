// Campaign `disk`: writes that fail. A file system that is full, for real; and ENOSPC, EIO, EROFS at each write in turn, by strace.
import { spawnSync } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { judge } from "./load.mjs";
import { isAlive } from "./processes.mjs";
import { attach } from "./steps.mjs";
import { makeWorld } from "./world.mjs";

const FAULTS = ["ENOSPC", "EIO", "EROFS"];
/** Calls that only a file system gets; `write` besides, of which one at a time fails. */
const CHANGES =
  "rename renameat renameat2 mkdir mkdirat fsync fdatasync ftruncate pwrite64 unlink unlinkat link linkat";
const toSet = (calls) =>
  calls
    .split(" ")
    .map((call) => `?${call}`)
    .join(",");

/** Starts are told by the names of links: their making is no call that is refused. */
const RECORDER = `ln -s x "started.$PARA_COMMAND_ID.$$"`;

function makeCommands(random, from, count) {
  return Array.from({ length: count }, (_, index) => ({
    id: `d${from + index}`,
    type: "exec",
    command: `${RECORDER}; sleep 0.${random.below(4)}; exit 5`,
    expects: [{ state: "failed", exit_code: 5 }],
  }));
}

function countStarts(world) {
  const counts = new Map();
  for (const name of readdirSync(world.workspace)) {
    const id = /^started\.(.*)\.[0-9]+$/.exec(name)?.[1];
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** A command may be refused because its claim could not be made durable; then it must not have run. */
const refused =
  (starts) =>
  (result, { entry }) =>
    result.state === "rejected" && ["write_failed", "spawn_failed"].includes(result.code) && !starts.has(entry.id);

/** The verdict on a world whose disk works again: it takes commands, and has lost none. */
async function verdict(world, random) {
  const wrong = [];
  if (typeof world.agent.exitCode === "number") wrong.push(`the entry point has ended with ${world.agent.exitCode}`);
  if (world.agent.pid === undefined) await world.agent.start();
  world.issue(...makeCommands(random, 100_000, 1));
  await world.lookUntil(world.isSettled, 40);
  const starts = countStarts(world);
  // The judge's second record is of another kind here.
  writeFileSync(`${world.workspace}/ends`, [...starts.keys()].join("\n"));
  const judged = judge(world, { starts, allow: refused(starts) });
  if (!world.isSettled()) wrong.push("not settled though the disk works");
  const lost = [...world.issued.values()].filter(({ result }) => result?.state === "lost");
  for (const { entry, mayBeKilled } of lost)
    if (!mayBeKilled) wrong.push(`${entry.id} was lost to a disk that refused writes`);
  return { tally: judged.tally, wrong: [...wrong, ...judged.wrong] };
}

function mountTiny(path, options) {
  return spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", path]).status === 0;
}

/** Whether this machine lets us mount. */
export function canMount(place) {
  const probe = `${place}/mount-probe`;
  mkdirSync(probe);
  const can = mountTiny(probe, "size=64k");
  if (can) spawnSync("umount", [probe]);
  rmSync(probe, { recursive: true });
  return can;
}

/** Fills what is left, in pieces that become smaller; a way to make room again. */
function fill(directory, kind) {
  const made = [];
  const fd = openSync(`${directory}/.filler`, "w");
  try {
    if (kind === "bytes") for (const size of [65_536, 4096]) while (writeSync(fd, Buffer.alloc(size)) === size);
    else
      for (let n = 0; ; n += 1) {
        closeSync(openSync(`${directory}/.filler-${n}`, "w"));
        made.push(`.filler-${n}`);
      }
  } catch {
    // Full.
  }
  closeSync(fd);
  return () => {
    for (const name of [".filler", ...made]) unlinkSync(`${directory}/${name}`);
  };
}

/** A file system that is full while commands wait, run and end. */
async function fullDisk({ random, place, launcher, kind, options }) {
  const world = makeWorld({ place, launcher });
  const mounted = mountTiny(world.status, options);
  try {
    await world.agent.start();
    await world.started();
    const load = makeCommands(random, 0, 9);
    world.issue(...load.slice(0, 4));
    await sleep(random.next() * 100);
    world.issue(...load.slice(4));
    await sleep(random.next() * 60);
    const makeRoom = fill(world.status, kind);
    const until = performance.now() + 1500;
    while (performance.now() < until) {
      try {
        world.look();
      } catch {
        // The host, too, cannot publish now.
      }
      await sleep(50);
    }
    makeRoom();
    world.publish();
    return await verdict(world, random);
  } finally {
    await world.remove().catch(() => undefined);
    if (mounted) spawnSync("umount", ["-l", world.status]);
    await world.remove();
  }
}

/** What strace has injected: only into files below the status directory, or elsewhere too, where no disk could. */
function whatFailed(world) {
  const lines = readFileSync(`${world.root}/trace`, "latin1")
    .split("\n")
    .filter((line) => line.includes("(INJECTED)"));
  const elsewhere = lines.filter((line) => {
    // Into what a call went that another thread cut in two is told no more.
    if (/^\d+ +<\.\.\. write/.test(line)) return true;
    const [, path] = /^\d+ +\w+\(\d+<([^>]*)>/.exec(line) ?? [];
    if (path === undefined) return false;
    return !path.startsWith(`${world.status}/`) || path === `${world.status}/doorbell`;
  });
  return { count: lines.length, elsewhere: elsewhere.length, last: lines.at(-1) };
}

/** Lets calls fail while commands come, run and end; how many did that a disk can refuse. `set`, `when`: strace's words. */
async function refusal(world, { random, fault, set, when, from }) {
  if (world.agent.pid === undefined) {
    await world.agent.start();
    await world.started();
  }
  const pid = world.agentPid;
  const words = ["-f", "-y", "-e", `trace=${set}`, "-e", `inject=${set}:error=${fault}:when=${when}`];
  const tracer = await attach(pid, `${world.root}/trace`, words);
  const commands = makeCommands(random, from, 3);
  world.issue(...commands);
  const isDone = () => commands.every(({ id }) => world.issued.get(id).result !== undefined);
  await world.lookUntil(() => isDone() || !isAlive(pid), when.endsWith("+") ? 0.8 : 3);
  const died = !isAlive(pid);
  await tracer.detach();
  const { count, elsewhere, last } = whatFailed(world);
  const byDisk = count > 0 && elsewhere === 0;
  if (died && byDisk) world.wrong.push(`the agent died of ${fault} at ${when}: ${last}`);
  // No disk refuses a write into a pipe or between threads: whatever came of that is strace's doing, and ends here. A tracer that had to
  // be killed has written nothing down: then it is not known what failed.
  if (!byDisk) await world.killAll();
  return byDisk ? count : 0;
}

const GENERATION = 15;

/**
 * Every `every`-th write fails once, up to the `most`-th; and all changes for a while. Then real file systems are filled, `full` times.
 * `void` counts the tries in which strace met what is no disk's: they prove nothing but that no command starts twice.
 */
export async function tortureByDisk({ every = 1, most = 60, full = 6, beside = 3, random, place, launcher }) {
  const total = { failed: 0, void: 0, tally: {}, wrong: [], full: 0 };
  const tell = (failed) => {
    total.failed += failed;
    if (failed === 0) total.void += 1;
  };
  const count = ({ tally, wrong }) => {
    for (const [key, value] of Object.entries(tally)) total.tally[key] = (total.tally[key] ?? 0) + value;
    total.wrong.push(...wrong);
  };
  const work = [];
  for (let k = 1; k <= most; k += every) {
    const add = (set, when) => work.push({ fault: FAULTS[work.length % FAULTS.length], set: toSet(set), when });
    add(CHANGES, String(k));
    add(`write writev ${CHANGES}`, String(k));
    if (k % 5 === 1) add(CHANGES, `${k}+`);
  }
  const lane = async (chance) => {
    while (work.length > 0 && total.wrong.length < 20) {
      const world = makeWorld({ place, launcher });
      try {
        for (let n = 0; n < GENERATION && work.length > 0 && world.wrong.length === 0; n += 1)
          tell(await refusal(world, { ...work.shift(), random: chance, from: n * 10 }));
        count(await verdict(world, chance));
      } finally {
        await world.remove();
      }
    }
  };
  await Promise.all(Array.from({ length: beside }, () => lane(random.fork())));
  if (!canMount(place)) return total;
  for (let n = 0; n < full && total.wrong.length < 20; n += 1) {
    const kind = n % 2 === 0 ? "bytes" : "inodes";
    const options = kind === "bytes" ? "size=300k" : "size=4m,nr_inodes=300";
    count(await fullDisk({ random, place, launcher, kind, options }));
    total.full += 1;
  }
  return total;
}
