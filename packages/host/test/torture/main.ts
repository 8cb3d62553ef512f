// Chooses what to torture and says what came of it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { tortureEnd } from "./end.js";
import { tortureEnqueue } from "./enqueue.js";
import { tortureKill } from "./kill.js";
import { torturePower } from "./power.js";
import { tortureRace, tortureRemove } from "./race.js";

/** One torture: gives what went wrong, a line each. */
export type Torture = (place: string, options: TortureOptions, say: (line: string) => void) => Promise<string[]>;

/** How long and how hard. */
export interface TortureOptions {
  ops: number;
  trials: number;
  processes: number;
  each: number;
  points: number;
  cuts: number;
  engine: boolean;
  /** Only these operations and swaps of the race. Default: all. */
  only: string[];
}

const TORTURES: Readonly<Record<string, Torture>> = {
  race: tortureRace,
  remove: tortureRemove,
  enqueue: tortureEnqueue,
  kill: tortureKill,
  end: tortureEnd,
  power: torturePower,
};

/** Runs the tortures named; the exit code. */
export async function main(argv: string[]): Promise<number> {
  const number = (value: string | undefined, otherwise: number) => (value === undefined ? otherwise : Number(value));
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      ops: { type: "string" },
      trials: { type: "string" },
      processes: { type: "string" },
      each: { type: "string" },
      points: { type: "string" },
      cuts: { type: "string" },
      engine: { type: "boolean" },
      only: { type: "string", multiple: true },
    },
  });
  const options: TortureOptions = {
    ops: number(values.ops, 100_000),
    trials: number(values.trials, 1_000),
    processes: number(values.processes, 32),
    each: number(values.each, 500),
    points: number(values.points, 2_000),
    cuts: number(values.cuts, 100),
    engine: values.engine ?? false,
    only: values.only ?? [],
  };
  const chosen = positionals.length > 0 ? positionals : Object.keys(TORTURES);
  let faults = 0;
  for (const name of chosen) {
    const torture = TORTURES[name];
    if (torture === undefined) {
      process.stderr.write(`No torture ${name}: ${Object.keys(TORTURES).join(", ")}\n`);
      return 2;
    }
    const place = mkdtempSync(join(tmpdir(), `para-torture-${name}-`));
    const began = performance.now();
    try {
      const wrong = await torture(place, options, (line) => process.stdout.write(`${line}\n`));
      for (const line of wrong.slice(0, 20)) process.stdout.write(`  WRONG ${line}\n`);
      faults += wrong.length;
      process.stdout.write(`${name}: ${wrong.length} wrong, ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }
  return faults > 0 ? 1 : 0;
}
