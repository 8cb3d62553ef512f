// Runs one case in a directory of its own and gives its verdict; leaves no process, and no directory unless it is to be kept.
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ConformanceCase, Step } from "./case.js";
import { readBytes } from "./files.js";
import type { Judged } from "./judged.js";
import { endInWords, sweepProcesses } from "./process.js";
import { isInterrupted, newCaseDirectory } from "./run-directory.js";
import * as agentSteps from "./steps/agent.js";
import { call } from "./steps/call.js";
import * as lookSteps from "./steps/look.js";
import * as writeSteps from "./steps/write.js";
import { CaseFault, substitute } from "./substitute.js";
import { StepFault, type World } from "./world.js";

/** What came of one case. */
export interface Verdict {
  verdict: "passed" | "failed" | "skipped" | "errored";
  /** Milliseconds. */
  ms: number;
  /** Why, unless it passed. */
  reason?: string;
  /** The step that did not hold, counted from 1, and its text. */
  step?: { number: number; text: string };
  /** What was seen instead. */
  evidence?: string;
  /** The last output of the judged program. */
  output?: string;
  /** The protocol's files as they were, by their names, where it failed; each at most 4,000 characters. */
  files?: Record<string, string>;
  /** Its directory, if it was kept. */
  directory?: string;
}

/** How cases are run. */
export interface RunOptions {
  judged: Judged;
  /** Factor on every deadline; 1 by default. */
  patience: number;
  /** Keeps the directories of failed cases. */
  keep: boolean;
}

const LIMIT_MS = 60_000;
const SESSION = "conformance";

/** Runs `conformanceCase`. Never throws: a fault of the runner is the verdict `errored`. */
export async function runCase(conformanceCase: ConformanceCase, options: RunOptions): Promise<Verdict> {
  const started = performance.now();
  const since = () => Math.round(performance.now() - started);
  const missing = await options.judged.missing(conformanceCase.needs ?? []);
  if (missing !== undefined) return { verdict: "skipped", ms: since(), reason: missing };
  let world: World | undefined;
  let progress: { number: number; step: Step } | undefined;
  const abort = new AbortController();
  const limit = (conformanceCase.limit_ms ?? LIMIT_MS) * options.patience;
  const timer = setTimeout(() => abort.abort(new StepFault(`the case took longer than ${limit} ms`)), limit);
  let result: Verdict;
  try {
    world = await makeWorld(conformanceCase, options, abort.signal);
    for (const [index, step] of conformanceCase.steps.entries()) {
      progress = { number: index + 1, step };
      abort.signal.throwIfAborted();
      if (isInterrupted()) throw new CaseFault("the run was interrupted");
      await runStep(world, step);
    }
    progress = undefined;
    for (const { program, mayEnd } of world.agents.values()) {
      if (program.end && !mayEnd)
        throw new StepFault(`the agent did not live to the end of the case: ${endInWords(program.end)}`);
    }
    result = { verdict: "passed", ms: since() };
  } catch (error) {
    result = { ...verdictOf(error), ms: since() };
    if (progress) result.step = { number: progress.number, text: JSON.stringify(progress.step) };
    const output = [...(world?.agents.values() ?? [])].map(({ program }) => program.output()).join("");
    if (output) result.output = output;
  } finally {
    clearTimeout(timer);
  }
  if (!world) return result;
  if (result.verdict === "failed") result.files = await filesAsTheyAre(world);
  const leftover = await cleanUp(world, options.keep && result.verdict !== "passed");
  if (leftover.kept) result.directory = world.directory;
  if (leftover.fault !== undefined && result.verdict === "passed")
    result = { verdict: "errored", ms: since(), reason: leftover.fault };
  return result;
}

function verdictOf(error: unknown): Pick<Verdict, "verdict" | "reason" | "evidence"> {
  if (error instanceof StepFault) {
    return {
      verdict: "failed",
      reason: error.message,
      ...(error.evidence === undefined ? {} : { evidence: error.evidence }),
    };
  }
  if (error instanceof CaseFault) return { verdict: "errored", reason: `the case is at fault: ${error.message}` };
  return {
    verdict: "errored",
    reason: `the runner is at fault: ${error instanceof Error ? error.message : String(error)}`,
  };
}

async function makeWorld(conformanceCase: ConformanceCase, options: RunOptions, signal: AbortSignal): Promise<World> {
  const directory = await newCaseDirectory();
  for (const name of conformanceCase.role === "agent" ? ["status", "config"] : ["state"])
    await mkdir(join(directory, name));
  for (const name of ["workspace", "home"]) await mkdir(join(directory, name));
  if (conformanceCase.role === "agent") await chmod(join(directory, "status"), 0o770);
  const seen = options.judged.places(directory);
  const values = new Map<string, unknown>([
    ["status", seen.status],
    ["workspace", seen.workspace],
    ["session", SESSION],
  ]);
  if (conformanceCase.config) {
    await writeFile(
      join(directory, "config", "agent.json"),
      JSON.stringify(substitute(conformanceCase.config, values)),
    );
  }
  const place = {
    directory,
    session: SESSION,
    conformanceCase,
    environment: substitute(conformanceCase.environment ?? {}, values),
  };
  return {
    conformanceCase,
    directory,
    values,
    agents: new Map(),
    sequence: 0,
    atEnd: [],
    patience: options.patience,
    launch: () => options.judged.launch(place),
    seen,
    call: (args, input) => options.judged.call(place, args, input, signal),
    signal,
  };
}

async function runStep(world: World, raw: Step): Promise<void> {
  const step = substitute(raw, world.values);
  if ("start" in step) return agentSteps.start(world, step.start);
  if ("signal" in step) return agentSteps.signal(world, step.signal);
  if ("exit" in step) return agentSteps.exit(world, step.exit);
  if ("publish" in step) return writeSteps.publish(world, step.publish);
  if ("write" in step) return writeSteps.write(world, step.write);
  if ("place" in step) return writeSteps.place(world, step.place);
  if ("remove" in step) return writeSteps.remove(world, step.remove);
  if ("ring" in step) return writeSteps.ring(world, step.ring);
  if ("expect" in step) return lookSteps.expect(world, step.expect);
  if ("always" in step) return lookSteps.always(world, step.always);
  if ("never" in step) return lookSteps.never(world, step.never);
  if ("absent" in step) return lookSteps.absent(world, step.absent);
  if ("call" in step) return call(world, step.call, runStep);
  await sleep(step.wait.ms, undefined, { signal: world.signal });
}

const LONGEST_FILE = 4000;

/** What lies in the places that a failed case is mostly about. */
async function filesAsTheyAre(world: World): Promise<Record<string, string>> {
  const root = world.conformanceCase.role === "agent" ? "status" : "state/docker/demo";
  const files: Record<string, string> = {};
  for (const name of ["status.json", "commands.json", "logs/agent.jsonl"]) {
    const bytes = await readBytes(join(world.directory, root, name));
    if (!bytes) continue;
    const text = bytes.toString("utf8");
    files[`${root}/${name}`] = text.length > LONGEST_FILE ? `${text.slice(0, LONGEST_FILE)}…` : text;
  }
  return files;
}

async function cleanUp(world: World, keep: boolean): Promise<{ kept: boolean; fault?: string }> {
  for (const { program } of world.agents.values()) await program.kill();
  for (const letGo of world.atEnd) letGo();
  await sweepProcesses(world.directory);
  if (keep) return { kept: true };
  try {
    await rm(world.directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    return { kept: false };
  } catch (error) {
    return { kept: true, fault: `its directory could not be removed: ${(error as Error).message}` };
  }
}
