// The step that runs the host: `ARGV… VERB ARGS…`, one JSON value back.
import type { Call, Json, Step } from "../case.js";
import { judgeValue } from "../look.js";
import { endInWords } from "../process.js";
import { StepFault, type World } from "../world.js";
import { evidence, save } from "./look.js";
import { until } from "./until.js";

/** Does a step; given by the runner, since steps may hold steps. */
export type DoStep = (world: World, step: Step) => Promise<void>;

/** Runs the host as often as the step says, and judges every answer. */
export async function call(world: World, step: Call, doStep: DoStep): Promise<void> {
  let last: StepFault | undefined;
  const held = await until(world, step.until_ms ?? 0, async () => {
    try {
      const meanwhile = doAll(world, step.meanwhile ?? [], doStep);
      const runs = Array.from({ length: step.times ?? 1 }, () => callOnce(world, step));
      const [values] = await Promise.all([Promise.all(runs), meanwhile]);
      save(world, step, values.length === 1 ? values[0] : values);
      return true;
    } catch (error) {
      if (!(error instanceof StepFault)) throw error;
      last = error;
      return undefined;
    }
  });
  if (!held) throw last ?? new StepFault(`${step.verb} did not answer`);
}

async function doAll(world: World, steps: readonly Step[], doStep: DoStep): Promise<void> {
  for (const step of steps) await doStep(world, step);
}

async function callOnce(world: World, step: Call): Promise<Json> {
  const words = [step.verb, ...(step.args ?? [])];
  const { end, stdout, stderr } = await world.call(
    words,
    step.input === undefined ? "" : `${JSON.stringify(step.input)}\n`,
  );
  const name = `${step.says ? `${step.says} ` : ""}(${words.join(" ")})`;
  const wanted = step.exit ?? 0;
  if (!end) throw new StepFault(`${name}: no answer in time`, stderr);
  if (end.code !== wanted) {
    throw new StepFault(
      `${name}: the host should have exited with ${wanted}, but ${endInWords(end)}`,
      `${stdout}${stderr}`,
    );
  }
  let value: Json;
  try {
    value = JSON.parse(stdout);
  } catch (error) {
    throw new StepFault(`${name}: its answer is not JSON: ${(error as Error).message}`, stdout);
  }
  const fault = judgeValue(value, step);
  if (fault !== undefined) throw new StepFault(`${name}: ${fault}`, evidence(value));
  return value;
}
