// Many processes enqueue into one session at the same time: nothing lost, nothing doubled.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { closeDirectory } from "../../src/confined/index.js";
import { openQueue } from "../../src/queue/queue.js";
import { findStateRoot, openStateRoot } from "../../src/state-root.js";
import { instantAgent } from "../instant-agent.js";
import { ENQUEUER } from "../programs/enqueuer.js";
import { program } from "../programs.js";
import type { Torture } from "./main.js";

/** `processes` processes with `each` commands. */
export const tortureEnqueue: Torture = async (place, { processes, each }, say) => {
  const stateRoot = await findStateRoot({ cwd: place, create: true });
  const session = { stateRoot, name: "demo", path: join(stateRoot.path, "docker/demo") };
  mkdirSync(join(session.path, "logs/commands"), { recursive: true });
  const script = program(ENQUEUER, place);
  const log = join(place, "log");
  const agent = instantAgent(session);
  let running = processes;
  const began = performance.now();
  for (let n = 0; n < processes; n += 1) {
    const args = [script, JSON.stringify(stateRoot), session.name, log, `p${n}`, String(each)];
    spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] }).once("exit", () => {
      running -= 1;
    });
  }
  while (running > 0) {
    agent.step();
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  agent.step();
  const root = openStateRoot(stateRoot);
  const queue = openQueue(root, session.name);
  await queue.settle(undefined, { expected: [...queue.state().open.keys()] });
  const state = openQueue(root, session.name).state();
  closeDirectory(root);
  const seconds = (performance.now() - began) / 1000;
  const lines = existsSync(log) ? readFileSync(log, "utf8").split("\n") : [];
  const taken = lines.filter((line) => line.startsWith("taken ")).map((line) => line.slice(6));
  say(`${processes} processes, ${each} commands each: ${taken.length} acknowledged in ${seconds.toFixed(1)} s`);
  const recorded = [...state.ended.keys(), ...state.used];
  const wrong: string[] = [];
  if (taken.length !== processes * each) wrong.push(`${processes * each - taken.length} were never acknowledged`);
  if (state.open.size > 0) wrong.push(`${state.open.size} are still open`);
  if (agent.started.length !== new Set(agent.started).size) wrong.push("some were started twice");
  const all = new Set(recorded);
  if (all.size !== recorded.length) wrong.push("some are recorded twice");
  wrong.push(...taken.filter((id) => !all.has(id)).map((id) => `${id} was acknowledged and is lost`));
  wrong.push(...recorded.filter((id) => !taken.includes(id)).map((id) => `${id} was never asked for`));
  return wrong;
};
