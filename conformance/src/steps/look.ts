// Steps that look at files: expect, always, never, absent.
import type { Absent, Always, Expect, Json, Look, Never } from "../case.js";
import { describe } from "../files.js";
import { lookAt, type Seen } from "../look.js";
import { pointTo } from "../pointer.js";
import { endInWords } from "../process.js";
import { CaseFault } from "../substitute.js";
import { pathOf, StepFault, type World } from "../world.js";
import { patiently, throughout, until } from "./until.js";

const EXPECT_MS = 10_000;

/** The look holds at some moment before its deadline. */
export async function expect(world: World, step: Expect): Promise<void> {
  const deadline = step.within_ms ?? EXPECT_MS;
  let last: Seen = { value: undefined };
  const held = await until(world, deadline, async () => {
    // Asked before the look: what the agent wrote before it ended is still seen by it.
    const over = everyAgentGone(world);
    last = await lookAt(world.directory, checked(world, step));
    if (last.fault === undefined) return true;
    if (over !== undefined)
      throw new StepFault(`${step.file}: ${last.fault}; nothing will change, since ${over}`, evidence(last.value));
    return undefined;
  });
  if (!held)
    throw new StepFault(`${named(step)}: within ${patiently(world, deadline)} ms ${last.fault}`, evidence(last.value));
  save(world, step, last.value);
}

/** Keeps what later steps need. */
export function save(world: World, step: { save?: Record<string, string> }, value: Json): void {
  for (const [name, pointer] of Object.entries(step.save ?? {})) {
    const part = pointTo(value, pointer);
    if (part === undefined) throw new StepFault(`there is no ${pointer || "value"} to go on with`, evidence(value));
    world.values.set(name, part);
  }
}

/** The look holds at each moment of a window. */
export async function always(world: World, step: Always): Promise<void> {
  await overWindow(world, step, (seen) => {
    if (seen.fault !== undefined)
      throw new StepFault(`${named(step)}: it did not hold all the time: ${seen.fault}`, evidence(seen.value));
  });
}

/** The look holds at no moment of a window. */
export async function never(world: World, step: Never): Promise<void> {
  await overWindow(world, step, (seen) => {
    if (seen.fault === undefined)
      throw new StepFault(`${named(step)}: this came to pass and must not`, evidence(seen.value));
  });
}

async function overWindow(world: World, step: Always | Never, judge: (seen: Seen) => void): Promise<void> {
  await throughout(world, step.for_ms, async () => judge(await lookAt(world.directory, checked(world, step))));
}

/** There is nothing at a path. */
export async function absent(world: World, step: Absent): Promise<void> {
  const path = pathOf(world, step.file);
  const says = step.says ? `${step.says}: ` : "";
  const gone = await until(world, step.within_ms ?? 0, async () =>
    (await describe(path)).type === "absent" ? true : undefined,
  );
  if (!gone) throw new StepFault(`${says}${step.file} is there and must not be`);
  if (step.for_ms === undefined) return;
  await throughout(world, step.for_ms, async () => {
    const { type } = await describe(path);
    if (type !== "absent") throw new StepFault(`${says}${step.file} came to be (a ${type}) and must not`);
  });
}

function checked(world: World, look: Look): Look {
  pathOf(world, look.file);
  if (look.file === "") throw new CaseFault("a look needs a file");
  return look;
}

function named(look: Look): string {
  return look.says ? `${look.says} (${look.file})` : look.file;
}

/** Why no file will change any more, if so: every agent has ended by itself. */
function everyAgentGone(world: World): string | undefined {
  const agents = [...world.agents.values()];
  if (agents.length === 0 || agents.some(({ program, killed }) => killed || !program.end)) return undefined;
  const end = agents.at(-1)?.program.end;
  return end ? `the agent has ended (${endInWords(end)})` : undefined;
}

const LONGEST_EVIDENCE = 2000;

/** What was seen, short enough for a report. */
export function evidence(value: Json): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length <= LONGEST_EVIDENCE ? text : `${text.slice(0, LONGEST_EVIDENCE)}… (${text.length} characters)`;
}
