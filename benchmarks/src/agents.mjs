// `pnpm bench agents [PART…] [--count N]`: both agents in real containers, against `docker exec` and bare spawns, in one run.
//
// Parts: latency, idle, drain, output, queue; without a name, all of them. Setting `--count` changes how many round trips are timed.
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { connectEngine, findStateRoot, finishSession, makeImage, startSession } from "@para-docker/host";
import { drain } from "./agents/drain.mjs";
import { idle } from "./agents/idle.mjs";
import { roundTrips } from "./agents/latency.mjs";
import { output } from "./agents/output.mjs";
import { fullQueue } from "./agents/queue.mjs";
import { processTimer, table } from "./measure.mjs";

const SESSIONS = [
  { name: "sh-busybox", kind: "busybox", agent: "sh", what: "shell agent, busybox image" },
  { name: "sh-debian", kind: "debian", agent: "sh", what: "shell agent, dash + mawk image" },
  { name: "node", kind: "node", agent: "node", what: "Node agent, node image" },
];

/** Each part: what its table shows, and how its rows are made. */
const PARTS = {
  latency: ["One no-op command, from enqueue (durable) to its result at the host, in ms", roundTrips],
  idle: ["Idle for 30 s, with the default heartbeat", idle],
  drain: ["1,000 no-op commands, four at a time", drain],
  output: ["1 GiB of output through one command", output],
  queue: ["A full queue (256 entries), read and validated by the shell agent's awk in a process of its own", fullQueue],
};

/** Where a state root may lie. What a command takes depends on it: on a disk, three syncs lie on its way. */
const MEMORY = "/dev/shm";
const TMPFS = 0x01021994;

/** The state roots of this run: below TMPDIR, and for the latency one in memory too. */
function placesFor(names) {
  const isMemory = statfsSync(tmpdir()).type === TMPFS;
  const first = { where: isMemory ? "memory" : "disk", directory: tmpdir() };
  const both = !isMemory && names.includes("latency") && existsSync(MEMORY);
  return both ? [first, { where: "memory", directory: MEMORY }] : [first];
}

export async function main(args) {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { count: { type: "string" } } });
  const names = positionals.length > 0 ? positionals : Object.keys(PARTS);
  const unknown = names.find((name) => !(name in PARTS));
  if (unknown !== undefined) {
    process.stderr.write(`no part ${unknown}: there are ${Object.keys(PARTS).join(", ")}\n`);
    return 2;
  }
  const engine = await connectEngine({});
  const places = [];
  const timer = processTimer();
  try {
    for (const { where, directory } of placesFor(names)) {
      const place = await makePlace(directory);
      // Before its sessions: what of them has been started is finished, whatever comes.
      places.push(place);
      await startSessions(engine, place, where);
    }
    for (const name of names) {
      const [title, work] = PARTS[name];
      process.stdout.write(`\n${title}:\n`);
      // Only the latency is told of both: what lies in memory is in nobody's way elsewhere.
      const sessions = name === "latency" ? places.flatMap((place) => place.sessions) : places[0].sessions;
      table(await work({ sessions, timer, count: Number(values.count ?? 200) }));
      if (name === "latency") for (const place of places.splice(1)) await closePlace(place);
    }
  } finally {
    timer.close();
    for (const place of places) await closePlace(place);
  }
  return 0;
}

/** A state root below `directory`, without sessions. */
async function makePlace(directory) {
  const workspace = mkdtempSync(join(directory, "para-bench-"));
  return { workspace, root: await findStateRoot({ cwd: workspace, create: true }), sessions: [] };
}

/** Starts a session of each agent. */
async function startSessions(engine, { root, sessions }, where) {
  for (const each of SESSIONS) {
    const image = await makeImage(engine, each.kind, `para-bench-${each.kind}`);
    const { name, agent } = each;
    const session = await startSession(root, { name, runtime: "docker", agent, image, network: "none" });
    sessions.push({ ...each, where, session });
  }
}

async function closePlace({ workspace, root, sessions }) {
  for (const { name, session } of sessions) {
    await session.close();
    await finishSession(root, name, { archive: "discard", timeoutSeconds: 5 });
  }
  const left = readdirSync(join(workspace, ".para", "state", "docker")).filter((name) => name !== "shared");
  if (left.some((name) => !name.startsWith("."))) process.stdout.write(`left behind: ${left.join(" ")}\n`);
  rmSync(workspace, { recursive: true, force: true });
}
