// Power cuts: an ext4 on a loop device is shut down in the middle of everything, its journal unflushed, and mounted again.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseCommands } from "@para-docker/protocol";
import { closeDirectory } from "../../src/confined/index.js";
import { openQueue } from "../../src/queue/queue.js";
import { findStateRoot, openStateRoot, type StateRoot } from "../../src/state-root.js";
import { ENQUEUER } from "../programs/enqueuer.js";
import { program } from "../programs.js";
import type { Torture } from "./main.js";

/**
 * Prints the sizes of the logs, then ends the file system at once (EXT4_IOC_SHUTDOWN), without flushing its journal. What is logged after
 * that does not count: a sync that is under way returns success when the file system goes, to a process that a real cut would have ended.
 */
const SHUTDOWN = `
  my ($place, @logs) = @ARGV;
  open(my $f, "<", $place) or die "$!";
  my $how = pack("L", 2);
  my @sizes = map { -s $_ } @logs;
  defined(ioctl($f, 0x8004587d, $how)) or die "$!";
  print join(" ", @sizes);
`;

/** The control: acknowledges what it has written but not synced. Cuts that lose nothing of this are none. */
const CARELESS = `
  import { appendFileSync } from "node:fs";
  const [, , file, log] = process.argv;
  for (let n = 0; ; n += 1) {
    appendFileSync(file, "c-" + n + "\\n");
    appendFileSync(log, "taken c-" + n + "\\n");
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
`;

/** Cuts the power `cuts` times. */
export const torturePower: Torture = async (place, { cuts }, say) => {
  const image = join(place, "disk");
  const mounted = join(place, "mounted");
  mkdirSync(mounted);
  writeFileSync(image, "");
  truncateSync(image, 64 * 1024 * 1024);
  const made = run("mkfs.ext4", "-q", "-F", image) && run("mount", "-o", "loop", image, mounted);
  if (!made) return ["an ext4 cannot be mounted here (root, loop devices and mkfs.ext4 are needed): nothing was tried"];
  const script = program(ENQUEUER, place);
  const wrong: string[] = [];
  const careless = program(CARELESS, place);
  let acknowledged = 0;
  let carelesslyLost = 0;
  let last = -1;
  try {
    for (let cut = 1; cut <= cuts; cut += 1) {
      const log = join(place, `log-${cut}`);
      writeFileSync(log, "");
      const stateRoot = await findStateRoot({ stateDir: join(mounted, "w/.para/state"), create: true });
      const name = `s${cut}`;
      mkdirSync(join(stateRoot.path, "docker", name), { recursive: true });
      // What a start makes is synced by the start; the session's own directory is not what is tried here.
      spawnSync("sync", ["-f", mounted]);
      const children = [0, 1].map((n) =>
        spawn(process.execPath, [script, JSON.stringify(stateRoot), name, log, `p${n}`, "240"], { stdio: "ignore" }),
      );
      const unsynced = join(mounted, "careless");
      const carelessLog = join(place, `careless-${cut}`);
      writeFileSync(carelessLog, "");
      children.push(spawn(process.execPath, [careless, unsynced, carelessLog], { stdio: "ignore" }));
      while (readFileSync(log, "utf8") === "" || readFileSync(carelessLog, "utf8") === "") await sleep(5);
      await sleep(Math.random() * 500);
      const shut = spawnSync("perl", ["-e", SHUTDOWN, mounted, log, carelessLog]);
      if (shut.status !== 0) return [`the file system could not be shut down, so no power was cut: ${shut.stderr}`];
      const [counted, carelessCounted] = shut.stdout.toString().split(" ").map(Number);
      for (const child of children) child.kill("SIGKILL");
      await Promise.all(children.map(ended));
      truncateSync(carelessLog, carelessCounted);
      if (!(await remount(image, mounted))) return [...wrong, `cut ${cut}: it could not be mounted again`];
      const kept = existsSync(unsynced) ? readFileSync(unsynced, "utf8").split("\n") : [];
      carelesslyLost += words(carelessLog, "taken ").filter((id) => !kept.includes(id)).length;
      const { taken, faults } = await check(stateRoot, name, log, counted ?? 0);
      acknowledged += taken;
      wrong.push(...faults.map((fault) => `cut ${cut}: ${fault}`));
      if (cut - last > 9 || cut === cuts) {
        say(`${cut} cuts, ${acknowledged} acknowledged, ${wrong.length} wrong; the control lost ${carelesslyLost}`);
        last = cut;
      }
      spawnSync("rm", [
        "-rf",
        join(stateRoot.path, "docker", name),
        join(stateRoot.path, "docker/.host", name),
        unsynced,
      ]);
    }
  } finally {
    // What was replaced last is held a moment longer.
    for (let attempt = 0; attempt < 50 && !run("umount", mounted); attempt += 1) await sleep(100);
  }
  if (carelesslyLost === 0) wrong.push("the control lost nothing: these were no power cuts");
  return wrong;
};

function words(log: string, word: string): string[] {
  const lines = readFileSync(log, "utf8").split("\n");
  return lines.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length));
}

async function check(
  stateRoot: StateRoot,
  name: string,
  log: string,
  counted: number,
): Promise<{ taken: number; faults: string[] }> {
  const root = openStateRoot(stateRoot);
  try {
    const queue = openQueue(root, name);
    const state = queue.state();
    const recorded = [...state.open.keys()];
    await queue.settle(undefined);
    const document = join(stateRoot.path, "docker", name, "commands.json");
    const parsed = existsSync(document) ? parseCommands(readFileSync(document)) : undefined;
    const published = parsed?.ok ? parsed.value.entries.length : -1;
    const asked = new Set(words(log, "asked "));
    truncateSync(log, counted);
    const taken = words(log, "taken ");
    const all = new Set(recorded);
    const faults = [
      ...taken.filter((id) => !all.has(id)).map((id) => `${id} was acknowledged and is lost`),
      ...recorded.filter((id) => !asked.has(id)).map((id) => `${id} was never asked for`),
      ...(all.size === recorded.length ? [] : ["something is recorded twice"]),
      ...(recorded.length === 0 || published === recorded.length
        ? []
        : [`the document shows ${published} of ${recorded.length}`]),
    ];
    return { taken: taken.length, faults };
  } catch (error) {
    return { taken: 0, faults: [error instanceof Error ? error.message : String(error)] };
  } finally {
    closeDirectory(root);
  }
}

/** Unmounts and mounts again. As long as anything holds the old file system, a mount gives that one, which is shut down. */
async function remount(image: string, mounted: string): Promise<boolean> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const done = run("umount", mounted) && run("mount", "-o", "loop", image, mounted);
    if (done && run("mkdir", join(mounted, "alive")) && run("rmdir", join(mounted, "alive"))) return true;
    await sleep(100);
  }
  return false;
}

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });
}
