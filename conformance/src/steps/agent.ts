// Steps that concern the agent's process: start, signal, exit.
import type { Exit, Signal, Start } from "../case.js";
import { readBytes } from "../files.js";
import { endInWords } from "../process.js";
import { CaseFault } from "../substitute.js";
import { pathOf, type StartedAgent, StepFault, type World } from "../world.js";
import { patiently, until } from "./until.js";

const FIRST_STATUS_MS = 15_000;
const EXIT_MS = 10_000;

/** Starts the agent and waits for a status that was not there before. */
export async function start(world: World, step: Start): Promise<void> {
  const name = step.name ?? "agent";
  const path = pathOf(world, "status/status.json");
  const before = await readBytes(path);
  const program = world.launch();
  world.agents.set(name, { program, mayEnd: false, killed: false });
  if (step.ready === false) return;
  const deadline = step.within_ms ?? FIRST_STATUS_MS;
  const ready = await until(world, deadline, async () => {
    const status = await readBytes(path);
    if (status && status.length > 0 && !(before && status.equals(before))) return true;
    if (program.end) throw new StepFault(`the agent wrote no status: ${endInWords(program.end)}`, program.output());
    return undefined;
  });
  if (!ready)
    throw new StepFault(
      `the agent wrote no status within ${patiently(world, deadline)} ms of its start`,
      program.output(),
    );
}

/** Sends a signal to a started agent. */
export async function signal(world: World, step: Signal): Promise<void> {
  const agent = started(world, step.name);
  const kill = step.signal === "KILL";
  agent.mayEnd = true;
  agent.killed ||= kill;
  await agent.program.signal(`SIG${step.signal}`, step.to ?? (kill ? "agent" : "process"));
  if (kill) await agent.program.ended;
}

/** Waits for a started agent's end. */
export async function exit(world: World, step: Exit): Promise<void> {
  const agent = started(world, step.name);
  agent.mayEnd = true;
  const deadline = step.within_ms ?? EXIT_MS;
  const end = await until(world, deadline, async () => agent.program.end);
  if (!end)
    throw new StepFault(
      `the agent still ran ${patiently(world, deadline)} ms later, and should have exited with ${step.code}`,
    );
  if (end.code !== step.code) {
    throw new StepFault(
      `the agent should have exited with ${step.code}, but ${endInWords(end)}`,
      agent.program.output(),
    );
  }
}

function started(world: World, name = "agent"): StartedAgent {
  const agent = world.agents.get(name);
  if (!agent) throw new CaseFault(`no agent called ${name} was started`);
  return agent;
}
