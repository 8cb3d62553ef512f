// What the steps of one running case share: its directory, its saved values, its programs.
import { join, normalize } from "node:path";
import type { ConformanceCase } from "./case.js";
import type { Program } from "./process.js";
import { CaseFault, type Values } from "./substitute.js";

/** A started agent. */
export interface StartedAgent {
  program: Program;
  /** The runner has signalled it, or a step has waited for its end: ending is no surprise. */
  mayEnd: boolean;
  /** The runner has killed it: what it had started may still write. */
  killed: boolean;
}

/** One running case. */
export interface World {
  conformanceCase: ConformanceCase;
  /** The case directory. */
  directory: string;
  values: Values;
  agents: Map<string, StartedAgent>;
  /** Sequence of the last publication. */
  sequence: number;
  /** What has to be let go of when the case ends. */
  atEnd: (() => void)[];
  /** Factor on every deadline. */
  patience: number;
  /** Its status directory and its workspace as the judged program sees them. */
  seen: { status: string; workspace: string };
  /** Starts the judged agent once more. */
  launch(): Program;
  /** Runs the judged host once. */
  call(args: string[], input: string): Promise<{ end: Program["end"]; stdout: string; stderr: string }>;
  /** Set when the case has run out of time; every loop looks at it. */
  signal: AbortSignal;
}

/** The judged program did not do what a step expects. */
export class StepFault extends Error {
  /** What was seen instead, for the report. */
  readonly evidence: string | undefined;

  constructor(message: string, evidence?: string) {
    super(message);
    this.evidence = evidence;
  }
}

/** The absolute path of a case's `file`. Throws `CaseFault` for one that leaves the case directory. */
export function pathOf(world: World, file: string): string {
  const clean = normalize(file);
  if (clean.startsWith("..") || clean.startsWith("/")) throw new CaseFault(`${file} lies outside the case directory`);
  return join(world.directory, clean);
}

/** The status directory that the agent of an agent case has, and the doorbell in it. */
export function statusDirectory(world: World): string {
  return join(world.directory, "status");
}
