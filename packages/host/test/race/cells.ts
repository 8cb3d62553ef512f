// A race between the host and a container that swaps things under it: every operation against every kind of swap, counted.
//
// The same cells run with naive calls of node:fs, which must be caught escaping: else the race is none, and its zeros prove nothing.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  closeDirectory,
  type Directory,
  type Found,
  list,
  openAnchor,
  readRange,
  readWhole,
  removeTree,
  replaceFile,
  within,
} from "../../src/confined/index.js";
import { isHostError } from "../../src/errors.js";
import { archiveTree } from "../../src/finish/archive.js";

/** What the host does. */
export const OPERATIONS = ["read", "tail", "list", "write", "archive", "remove"] as const;
/** What is swapped: the last component for a link; a directory above it for a link, a file, a FIFO; or it comes and goes. */
export const SWAPS = ["leaf-link", "parent-link", "directory-file", "directory-fifo", "leaf-fifo", "vanish"] as const;

export type Operation = (typeof OPERATIONS)[number];
export type Swap = (typeof SWAPS)[number];

/** What came of a cell. */
export interface CellReport {
  operations: number;
  /** Times that something outside was read, listed, archived, written or removed. */
  escapes: number;
  /** Answers by what they were: `ok`, or a code. */
  answers: Record<string, number>;
  slowestMs: number;
}

/** Where a cell plays. */
interface Stage {
  place: string;
  /** The tree that the container writes. */
  tree: string;
  /** What it may not reach; holds the same names as the tree, with {@link SECRET} in every file. */
  outside: string;
  root: Directory;
  swap: Swap;
}

const SECRET = "SECRET-OUTSIDE";
const HONEST = "honest content\n";
/** Files in the tree and outside: what is read and tailed, at both depths. */
const FILES = ["leaf", "logs/leaf", "logs/commands/leaf"];
/** Naive removal through a link leaves fewer. */
const CANARIES = Array.from({ length: 20 }, (_, n) => `logs/commands/canary-${n}`);

/** Starts the swapper; another one may run it in a container. */
export type StartSwapper = (tree: string, name: string, kind: string) => ChildProcess;

const startHere: StartSwapper = (tree, name, kind) => {
  const script = join(import.meta.dirname, "swapper.mjs");
  return spawn(process.execPath, [script, tree, name, kind], { stdio: "ignore" });
};

/** Runs one cell in the empty directory `place` until `enough`. */
export async function runCell(
  place: string,
  cell: { operation: Operation; swap: Swap; naive?: boolean },
  enough: (report: CellReport, ms: number) => boolean,
  startSwapper: StartSwapper = startHere,
): Promise<CellReport> {
  const stage = setTheStage(place, cell.swap);
  const report: CellReport = { operations: 0, escapes: 0, answers: {}, slowestMs: 0 };
  const { name, leaf } = plant(stage);
  const swapper = startSwapper(stage.tree, name, cell.swap === "vanish" ? "vanish" : "exchange");
  try {
    await until(() => existsSync(join(stage.tree, `${name}.swapping`)), 30_000);
    const began = performance.now();
    while (!enough(report, performance.now() - began)) {
      const at = performance.now();
      const act = cell.naive === true ? NAIVE[cell.operation] : CONFINED[cell.operation];
      const answer = await act(stage, leaf, report);
      report.slowestMs = Math.max(report.slowestMs, performance.now() - at);
      report.answers[answer] = (report.answers[answer] ?? 0) + 1;
      report.operations += 1;
      // What was touched stays so until it is mended: it need not be looked for after each operation. A naive one's are counted.
      if ((cell.naive === true || report.operations % 32 === 0) && touched(stage)) {
        report.escapes += 1;
        mend(stage);
      }
      if (report.operations % 64 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    if (touched(stage)) report.escapes += 1;
  } finally {
    swapper.kill("SIGKILL");
    await new Promise((resolve) =>
      (swapper.exitCode ?? swapper.signalCode) !== null ? resolve(0) : swapper.once("exit", resolve),
    );
    closeDirectory(stage.root);
    spawnSync("rm", ["-rf", stage.tree, stage.outside]);
  }
  return report;
}

function setTheStage(place: string, swap: Swap): Stage {
  const [tree, outside] = [join(place, "tree"), join(place, "outside")];
  const stage = { place, tree, outside, root: openAnchor(place), swap };
  mkdirSync(join(place, "archives"), { recursive: true });
  fill(stage.tree, HONEST);
  fill(stage.outside, SECRET);
  for (const name of CANARIES) writeFileSync(join(stage.outside, name), SECRET);
  spawnSync("mkfifo", [join(place, "fifo")]);
  return stage;
}

function fill(top: string, content: string): void {
  mkdirSync(join(top, "logs/commands"), { recursive: true });
  for (const file of FILES) writeFileSync(join(top, file), content);
}

/** Puts the other thing beside the honest one; says which name is swapped and which file the host goes for. */
function plant(stage: Stage): { name: string; leaf: string[] } {
  const at = (name: string) => join(stage.tree, `${name}.other`);
  switch (stage.swap) {
    case "leaf-link":
      symlinkSync(join(stage.outside, "leaf"), at("leaf"));
      return { name: "leaf", leaf: ["leaf"] };
    case "leaf-fifo":
      linkSync(join(stage.place, "fifo"), at("leaf"));
      return { name: "leaf", leaf: ["leaf"] };
    case "parent-link":
      symlinkSync(join(stage.outside, "logs"), at("logs"));
      return { name: "logs", leaf: ["logs", "commands", "leaf"] };
    case "directory-file":
      writeFileSync(at("logs"), "no directory");
      return { name: "logs", leaf: ["logs", "commands", "leaf"] };
    case "directory-fifo":
      linkSync(join(stage.place, "fifo"), at("logs"));
      return { name: "logs", leaf: ["logs", "commands", "leaf"] };
    case "vanish":
      return { name: "logs", leaf: ["logs", "commands", "leaf"] };
  }
}

/** Whether anything outside is gone, new or changed. */
function touched(stage: Stage): boolean {
  try {
    const names = readdirSync(join(stage.outside, "logs/commands"));
    if (names.length !== CANARIES.length + 1 || readdirSync(stage.outside).length !== 2) return true;
    return FILES.some((file) => readFileSync(join(stage.outside, file), "utf8") !== SECRET);
  } catch {
    return true;
  }
}

function mend(stage: Stage): void {
  rmSync(stage.outside, { recursive: true, force: true });
  fill(stage.outside, SECRET);
  for (const name of CANARIES) writeFileSync(join(stage.outside, name), SECRET);
}

type Act = (stage: Stage, leaf: string[], report: CellReport) => Promise<string> | string;

function judge(found: Found<{ bytes: Buffer }>, report: CellReport): string {
  if (!found.ok) return found.fault.code;
  if (found.value.bytes.includes(SECRET)) report.escapes += 1;
  return "ok";
}

/** Splits a path into the directories on the way and the last name. */
function split(leaf: string[]): { way: string[]; name: string } {
  return { way: ["tree", ...leaf.slice(0, -1)], name: leaf.at(-1) ?? "" };
}

const CONFINED: Record<Operation, Act> = {
  read(stage, leaf, report) {
    const { way, name } = split(leaf);
    return judge(
      within(stage.root, way, (directory) => readWhole(directory, name, 4096)),
      report,
    );
  },
  tail(stage, leaf, report) {
    const { way, name } = split(leaf);
    return judge(
      within(stage.root, way, (directory) => readRange(directory, name, 3, 4096)),
      report,
    );
  },
  list(stage, leaf, report) {
    const found = within(stage.root, split(leaf).way, (directory) => list(directory));
    if (found.ok && found.value.names.some((name) => name.startsWith("canary"))) report.escapes += 1;
    return found.ok ? "ok" : found.fault.code;
  },
  write(stage, leaf) {
    const { way, name } = split(leaf);
    return answerOf(() => {
      const found = within(stage.root, way, (directory) => {
        replaceFile(directory, name, Buffer.from(HONEST), { mode: 0o600, sync: "none" });
        return { ok: true, value: "ok" };
      });
      return found.ok ? "ok" : found.fault.code;
    });
  },
  async archive(stage, _leaf, report) {
    return withTarget(stage, async (target) => {
      await withTree(stage, (tree) => archiveTree(tree, target, "a.tar.gz"));
      if (gunzipSync(readFileSync(join(stage.place, "archives/a.tar.gz"))).includes(SECRET)) report.escapes += 1;
    });
  },
  async remove(stage) {
    refill(stage);
    return withTree(stage, (tree) =>
      removeTree(tree, "logs", { staging: stage.root, ms: 2_000 }).then(() => undefined),
    );
  },
};

/** What a programmer writes who does not think of a swapper. */
const NAIVE: Record<Operation, Act> = {
  read: (stage, leaf, report) =>
    naively(() => {
      if (readFileSync(join(stage.tree, ...leaf)).includes(SECRET)) report.escapes += 1;
    }),
  tail: (stage, leaf, report) =>
    naively(() => {
      const fd = openSync(join(stage.tree, ...leaf), "r");
      const buffer = Buffer.alloc(4096);
      readSync(fd, buffer, 0, 4096, 3);
      closeSync(fd);
      if (buffer.includes(SECRET.slice(3))) report.escapes += 1;
    }),
  list: (stage, leaf, report) =>
    naively(() => {
      const names = readdirSync(join(stage.tree, ...leaf.slice(0, -1)));
      if (names.some((name) => name.startsWith("canary"))) report.escapes += 1;
    }),
  write: (stage, leaf) => naively(() => writeFileSync(join(stage.tree, ...leaf), HONEST)),
  archive: (stage, _leaf, report) =>
    naively(() => {
      const copy = join(stage.place, "archives", "copy");
      rmSync(copy, { recursive: true, force: true });
      cpSync(stage.tree, copy, { recursive: true, dereference: true });
      const files = readdirSync(copy, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      if (files.some((file) => readFileSync(join(file.parentPath, file.name)).includes(SECRET))) report.escapes += 1;
    }),
  remove: (stage) => {
    refill(stage);
    return naively(() => rmSync(join(stage.tree, "logs"), { recursive: true, force: true }));
  },
};

function naively(act: () => void): string {
  return answerOf(() => {
    act();
    return "ok";
  });
}

function answerOf(act: () => string): string {
  try {
    return act();
  } catch (error) {
    return isHostError(error) ? error.code : ((error as NodeJS.ErrnoException).code ?? "thrown");
  }
}

/**
 * What a removal took away is put back for the next one: made aside and renamed, so that it lands in the tree or nowhere, whatever the
 * swapper has under the name by now.
 */
function refill(stage: Stage): void {
  const fresh = join(stage.place, "fresh");
  mkdirSync(join(fresh, "commands"), { recursive: true });
  writeFileSync(join(fresh, "leaf"), HONEST);
  for (let n = 0; n < 5; n += 1) writeFileSync(join(fresh, "commands", `file-${n}`), "");
  try {
    renameSync(fresh, join(stage.tree, "logs"));
  } catch {
    rmSync(fresh, { recursive: true });
  }
  try {
    // The other thing may have been what was removed.
    plant(stage);
  } catch {}
  for (const name of readdirSync(stage.tree)) {
    if (name.startsWith("logs.stray")) rmSync(join(stage.tree, name), { recursive: true, force: true });
  }
}

async function withTree(stage: Stage, use: (tree: Directory) => Promise<unknown>): Promise<string> {
  const tree = openAnchor(stage.tree);
  try {
    await use(tree);
    return "ok";
  } catch (error) {
    if (!isHostError(error)) throw error;
    return error.code;
  } finally {
    closeDirectory(tree);
  }
}

async function withTarget(stage: Stage, use: (target: Directory) => Promise<void>): Promise<string> {
  const target = openAnchor(join(stage.place, "archives"));
  try {
    await use(target);
    return "ok";
  } catch (error) {
    if (!isHostError(error)) throw error;
    return error.code;
  } finally {
    closeDirectory(target);
  }
}

async function until(holds: () => boolean, ms: number): Promise<void> {
  const end = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > end) throw new Error("the swapper did not start");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
