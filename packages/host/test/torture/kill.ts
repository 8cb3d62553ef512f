// SIGKILL of a host at every system call of enqueue, acknowledge and publish, by strace's fault injection.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseCommands } from "@para-docker/protocol";
import { closeDirectory } from "../../src/confined/index.js";
import { openQueue } from "../../src/queue/queue.js";
import { findStateRoot, openStateRoot } from "../../src/state-root.js";
import { type InstantAgent, instantAgent } from "../instant-agent.js";
import { ONE_STEP } from "../programs/one-step.js";
import { program } from "../programs.js";
import type { SessionFiles } from "../session-files.js";
import type { Torture } from "./main.js";
import { canTrace, diesAt, windowsOf } from "./strace.js";

interface Stage {
  session: SessionFiles;
  script: string;
  log: string;
  agent: InstantAgent;
  asked: string[];
}

/** Dies `points` times, each time at another call of another round. */
export const tortureKill: Torture = async (place, { points }, say) => {
  if (!canTrace()) return ["strace is not there: nothing was tried"];
  const stage = await setTheStage(place);
  const wrong: string[] = [];
  let killed = 0;
  let survived = 0;
  let round = 0;
  while (killed < points) {
    round += 1;
    const windows = windowsOf(argsOf(stage), place);
    stage.agent.step();
    for (const [call, [first, last]] of windows) {
      for (let at = first; at <= last && killed < points; at += 1) {
        if (diesAt(argsOf(stage), call, at)) killed += 1;
        else survived += 1;
        wrong.push(...check(stage, `${call} ${at} of round ${round}`));
        if (wrong.length > 20) return wrong;
        stage.agent.step();
      }
    }
    say(
      `round ${round}: killed ${killed} times, ${survived} runs ended before the call, ${stage.asked.length} commands asked for`,
    );
  }
  return wrong;
};

async function setTheStage(place: string): Promise<Stage> {
  const stateRoot = await findStateRoot({ cwd: place, create: true });
  const session = { stateRoot, name: "demo", path: join(stateRoot.path, "docker/demo") };
  mkdirSync(join(session.path, "logs/commands"), { recursive: true });
  writeFileSync(join(place, "log"), "");
  return {
    session,
    script: program(ONE_STEP, place),
    log: join(place, "log"),
    agent: instantAgent(session),
    asked: [],
  };
}

function argsOf(stage: Stage): string[] {
  const id = `k-${stage.asked.length}`;
  stage.asked.push(id);
  return [process.execPath, stage.script, JSON.stringify(stage.session.stateRoot), stage.session.name, stage.log, id];
}

/** What a host that comes after finds wrong. */
function check(stage: Stage, when: string): string[] {
  const { session, asked, log } = stage;
  const root = openStateRoot(session.stateRoot);
  try {
    const state = openQueue(root, session.name).state();
    const recorded = [...state.open.keys(), ...state.ended.keys(), ...state.used];
    const all = new Set(recorded);
    const taken = readFileSync(log, "utf8")
      .split("\n")
      .filter((line) => line.startsWith("taken "))
      .map((line) => line.slice(6));
    const known = new Set(asked);
    const document = join(session.path, "commands.json");
    const parsed = existsSync(document) ? parseCommands(readFileSync(document)) : undefined;
    return [
      ...taken.filter((id) => !all.has(id)).map((id) => `${when}: ${id} was acknowledged and is lost`),
      ...recorded.filter((id) => !known.has(id)).map((id) => `${when}: ${id} was never asked for`),
      ...(all.size === recorded.length ? [] : [`${when}: something is recorded twice`]),
      ...(parsed?.ok === false ? [`${when}: commands.json is not valid: ${parsed.problems[0].message}`] : []),
      ...(new Set(stage.agent.started).size === stage.agent.started.length
        ? []
        : [`${when}: something was started twice`]),
    ];
  } catch (error) {
    return [`${when}: ${error instanceof Error ? error.message : error}`];
  } finally {
    closeDirectory(root);
  }
}
