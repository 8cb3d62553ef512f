// `pnpm torture agents`: tortures agents from outside, by files alone, and prints one TAP line for each campaign.
import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { connectEngine, makeImage } from "@para-docker/host";
import { tortureByContainers, tortureByStorm } from "./containers.mjs";
import { controls } from "./controls.mjs";
import { canMount, tortureByDisk } from "./disk.mjs";
import { tortureByKills } from "./kill.mjs";
import { dockerLauncher, localLauncher } from "./launchers.mjs";
import { sweep } from "./processes.mjs";
import { makeRandom } from "./random.mjs";
import { HARDEST, tortureByShapes } from "./shapes.mjs";
import { tortureBySteps } from "./steps.mjs";
import { tortureByStrings } from "./strings.mjs";

const HELP = `usage: pnpm torture agents [CAMPAIGN…] [--short] [--agent sh|node] [--kills N] [--seed N] [-- AGENT ARGV…]

  kill         SIGKILL at random moments: agent, entry point, supervisor, all
  steps        SIGKILL at the k-th system call, for every k (strace)
  containers   SIGKILL of whole containers (an engine)
  disk         ENOSPC, EIO, EROFS at each write (strace); file systems that are full (mount)
  shapes       processes that are hard to stop × timeout, cancel, shutdown
  storm        fork storm under a pids limit (an engine) × the same
  strings      500 hostile strings through args, variables, working directory
  controls     broken agents, each of which has to be found out

Without a campaign: all. --short: what \`npm test\` runs. --kills: SIGKILLs of all kinds together for each agent (2200).
AGENT ARGV is any agent; relative paths begin at the repository's root. Exit 1 if anything is wrong.
`;

const AGENTS = {
  sh: ["sh", "packages/agent-sh/dist/para-agent.sh"],
  node: ["sh", "packages/agent-node/dist/para-agent.cjs"],
};
/** Agents whose commands write straight into their files: nothing is between, and a kill loses no output. */
const LOSES_NO_OUTPUT = ["sh"];
/** Processes that a container may have during the storm. */
const PIDS = 96;

const LONG = {
  kills: 2200,
  steps: 0.35,
  containers: 0.05,
  every: 1,
  most: 500,
  writes: 90,
  full: 10,
  strings: 1,
  slack: 0,
};
const SHORT = {
  kills: 40,
  steps: 0.4,
  containers: 0.1,
  every: 9,
  most: 90,
  writes: 8,
  full: 2,
  strings: 9,
  /** The machine may be busy with anything: how fast it is, the long form tells. */
  slack: 20,
  shapes: HARDEST,
};

const hasStrace = () => spawnSync("strace", ["-V"]).status === 0;

/** The campaigns; each gives what it has seen, or a text that says why it cannot be run here. */
const CAMPAIGNS = {
  kill: ({ size, ...common }) =>
    tortureByKills({ ...common, kills: Math.ceil(size.kills * (1 - size.steps - size.containers)) }),
  steps: ({ size, ...common }) =>
    hasStrace()
      ? tortureBySteps({ ...common, kills: Math.ceil(size.kills * size.steps), every: size.every, most: size.most })
      : "there is no strace",
  containers: async ({ size, argv, image, ...common }) =>
    (await image()) === undefined
      ? "no engine answers"
      : tortureByContainers({
          ...common,
          launcher: dockerLauncher(argv, await image()),
          kills: Math.ceil(size.kills * size.containers),
        }),
  disk: ({ size, place, ...common }) => {
    if (!hasStrace()) return "there is no strace";
    if (!canMount(place)) return "this machine lets us mount nothing";
    return tortureByDisk({ ...common, place, every: size.writes < 20 ? 4 : 1, most: size.writes, full: size.full });
  },
  shapes: ({ size, ...common }) =>
    tortureByShapes({ ...common, slack: size.slack, ...(size.shapes ? { shapes: size.shapes } : {}) }),
  storm: async ({ size, argv, image, ...common }) =>
    (await image()) === undefined
      ? "no engine answers"
      : tortureByStorm({
          ...common,
          launcher: dockerLauncher(argv, await image(), ["--pids-limit", String(PIDS)]),
          slack: size.slack,
        }),
  strings: ({ size, ...common }) => tortureByStrings({ ...common, every: size.strings }),
};

/** An image of this machine's programs that both of our agents run in; undefined without an engine. */
function imageMaker(named) {
  let made;
  const make = async () => {
    if (named !== undefined) return named;
    try {
      const engine = await connectEngine({});
      try {
        return await makeImage(engine, "node", "para-torture-agents:node");
      } finally {
        engine.close();
      }
    } catch (error) {
      if (process.env.PARA_REQUIRE_ENGINE === "1") throw error;
      return undefined;
    }
  };
  return () => {
    made ??= make();
    return made;
  };
}

let number = 0;

function tell(name, outcome, seconds) {
  number += 1;
  if (typeof outcome === "string") {
    process.stdout.write(`ok ${number} - ${name} # skip ${outcome}\n`);
    return true;
  }
  const { wrong, killed, tally, ...counts } = outcome;
  const words = (object) => Object.entries(object).map(([key, value]) => `${Math.round(value * 100) / 100} ${key}`);
  const rate = counts.kills === undefined ? [] : [`${(counts.kills / seconds).toFixed(1)} kills/s`];
  const by = killed === undefined ? [] : [`(${words(killed).join(", ")})`];
  const seen = [...words(counts), ...by, ...words(tally ?? {}), ...rate, `${seconds.toFixed(1)} s`];
  process.stdout.write(`${wrong.length === 0 ? "ok" : "not ok"} ${number} - ${name}: ${seen.join(", ")}\n`);
  for (const line of wrong.slice(0, 20)) process.stdout.write(`# ${line.replaceAll("\n", "\\n")}\n`);
  if (wrong.length > 20) process.stdout.write(`# and ${wrong.length - 20} more\n`);
  return wrong.length === 0;
}

async function main(args) {
  const separator = args.indexOf("--");
  const given = separator < 0 ? [] : args.slice(separator + 1);
  const { values, positionals } = parseArgs({
    args: separator < 0 ? args : args.slice(0, separator),
    allowPositionals: true,
    options: {
      short: { type: "boolean" },
      agent: { type: "string" },
      kills: { type: "string" },
      seed: { type: "string" },
      image: { type: "string" },
      help: { type: "boolean" },
    },
  });
  const names = positionals.length > 0 ? positionals : [...Object.keys(CAMPAIGNS), "controls"];
  const unknown = names.find((name) => name !== "controls" && !Object.hasOwn(CAMPAIGNS, name));
  if (values.help || unknown !== undefined || (values.agent && !Object.hasOwn(AGENTS, values.agent))) {
    process.stderr.write(HELP);
    return values.help ? 0 : 2;
  }
  const size = { ...(values.short ? SHORT : LONG) };
  if (values.kills !== undefined) size.kills = Number(values.kills);
  const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 32) : Number(values.seed);
  const place = realpathSync(mkdtempSync(join(tmpdir(), "para-torture-agents-")));
  const agents =
    given.length > 0
      ? [["the agent", given]]
      : Object.entries(AGENTS).filter(([name]) => !values.agent || values.agent === name);
  const image = imageMaker(values.image);
  const leave = async () => {
    await sweep(`PARA_TORTURE_WORLD=${place}`);
    rmSync(place, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.once(signal, () => leave().finally(() => process.exit(130)));

  process.stdout.write(`# seed ${seed}\n`);
  let right = true;
  const run = async (name, work) => {
    const began = performance.now();
    right = tell(name, await work(), (performance.now() - began) / 1000) && right;
  };
  const torture = async ([agent, argv]) => {
    const common = { argv, image, place, launcher: localLauncher(argv), size, random: makeRandom(seed) };
    const campaign = async (name) => {
      const outcome = await CAMPAIGNS[name](common);
      const cut = outcome.tally?.cut ?? 0;
      if (cut > 0 && LOSES_NO_OUTPUT.includes(agent)) outcome.wrong.push(`${cut} outputs were cut`);
      const gaveUp = outcome.tally?.["gave up"] ?? 0;
      if (gaveUp > 0 && given.length === 0) outcome.wrong.push(`the entry point gave up ${gaveUp} times`);
      return outcome;
    };
    for (const name of names.filter((each) => each !== "controls"))
      await run(`${name} of ${given.length > 0 ? agent : `agent-${agent}`}`, () => campaign(name));
  };
  const control = async () => {
    if (!names.includes("controls") || given.length > 0) return;
    for (const [name, campaign] of Object.entries(controls))
      await run(`the agent that ${name} is found out`, () => campaign({ place, seed }));
  };
  try {
    // Most of the time everybody waits for something; but figures are taken one after the other.
    const work = [...agents.map((each) => () => torture(each)), control];
    if (values.short) await Promise.all(work.map((each) => each()));
    else for (const each of work) await each();
  } finally {
    await leave();
  }
  process.stdout.write(`1..${number}\n`);
  return right ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));
