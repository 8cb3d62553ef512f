// The race in its long form: every operation against every swap, with the naive control in the same run.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connectEngine, type Engine } from "../../src/engine/connect.js";
import { makeImage } from "../../src/engine/images.js";
import { type CellReport, OPERATIONS, runCell, type StartSwapper, SWAPS } from "../race/cells.js";
import type { Torture } from "./main.js";

declare const TEST_FOLDER: string;

const IMAGE = "para-torture-node:latest";

/** Every cell `ops` times. With `engine` the swapper is root in a container that has the tree mounted. */
export const tortureRace: Torture = async (place, { ops, engine: inContainer, only }, say) => {
  const engine = inContainer ? await connectEngine() : undefined;
  if (engine !== undefined) await makeImage(engine, "node", IMAGE);
  const start = swapperFor(engine);
  const wrong: string[] = [];
  let number = 0;
  const run = async (operation: (typeof OPERATIONS)[number], swap: (typeof SWAPS)[number], naive: boolean) => {
    number += 1;
    const stage = join(place, String(number));
    mkdirSync(stage);
    // A naive removal is caught once in some hundred times: less often where the swapper gets little of the machine.
    const caught = (now: CellReport) => now.operations >= 2_000 && (now.escapes > 0 || now.operations >= 100_000);
    const enough = naive ? caught : (now: CellReport) => now.operations >= ops;
    const report = await runCell(stage, { operation, swap, naive }, enough, start);
    const answers = Object.entries(report.answers)
      .sort(([, a], [, b]) => b - a)
      .map(([answer, count]) => `${answer} ${count}`);
    const who = naive ? "naive   " : "confined";
    say(
      `${who} ${operation.padEnd(8)} ${swap.padEnd(15)} ${String(report.escapes).padStart(6)} escapes of ${report.operations}; slowest ${report.slowestMs.toFixed(0)} ms; ${answers.join(", ")}`,
    );
    return report;
  };
  const operations = chosen(OPERATIONS, only);
  for (const operation of operations) {
    for (const swap of chosen(SWAPS, only)) {
      const report = await run(operation, swap, false);
      if (report.escapes > 0) wrong.push(`${operation} escaped ${report.escapes} times under ${swap}`);
      if (report.slowestMs > 250 && operation !== "archive" && operation !== "remove") {
        say(`  note: slowest ${operation} took ${report.slowestMs.toFixed(0)} ms on this machine`);
      }
    }
  }
  for (const operation of operations) {
    const swap = operation === "list" || operation === "remove" ? "parent-link" : "leaf-link";
    const { escapes } = await run(operation, swap, true);
    if (escapes === 0) wrong.push(`the control did not catch naive ${operation}: the race proves nothing`);
  }
  engine?.close();
  return wrong;
};

/** Those of `all` that `only` names; all of them where it names none. */
function chosen<T extends string>(all: readonly T[], only: readonly string[]): T[] {
  const named = all.filter((each) => only.includes(each));
  return named.length > 0 ? named : [...all];
}

/** Removal and archive under the swap that hurts naive ones most. */
export const tortureRemove: Torture = async (place, { trials }, say) => {
  const wrong: string[] = [];
  for (const operation of ["remove", "archive"] as const) {
    for (const swap of ["leaf-link", "parent-link"] as const) {
      const stage = join(place, `${operation}-${swap}`);
      mkdirSync(stage);
      const report = await runCell(
        stage,
        { operation, swap },
        (now) => now.operations >= trials,
        swapperFor(undefined),
      );
      say(`${operation.padEnd(8)} ${swap.padEnd(12)} ${report.escapes} escapes of ${report.operations}`);
      if (report.escapes > 0) wrong.push(`${operation} touched what is outside ${report.escapes} times`);
    }
  }
  return wrong;
};

/** Starts the swapper here, or as root in a container. */
function swapperFor(engine: Engine | undefined): StartSwapper {
  const script = join(TEST_FOLDER, "race", "swapper.mjs");
  if (engine === undefined) {
    return (tree, name, kind) => spawn(process.execPath, [script, tree, name, kind], { stdio: "ignore" });
  }
  return (tree, name, kind): ChildProcess => {
    writeFileSync(join(tree, ".swapper.mjs"), readFileSync(script));
    // The outside is mounted too, so that links mean the same on both sides; writing there it may not.
    const outside = join(tree, "..", "outside");
    const mounts = ["-v", `${tree}:${tree}`, "-v", `${outside}:${outside}:ro`];
    const container = `para-torture-${process.pid}-${name}-${Date.now()}`;
    const args = [
      "run",
      "--rm",
      "--init",
      "--network",
      "none",
      "--name",
      container,
      ...mounts,
      IMAGE,
      "node",
      join(tree, ".swapper.mjs"),
      tree,
      name,
      kind,
    ];
    const child = spawn("docker", args, { stdio: "ignore" });
    const kill = child.kill.bind(child);
    child.kill = (signal) => {
      spawnSync("docker", ["kill", container], { stdio: "ignore" });
      return kill(signal);
    };
    return child;
  };
}
