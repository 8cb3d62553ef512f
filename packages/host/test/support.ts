// What several tests share: throw-away directories, hostile inodes, counting descriptors.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect } from "vitest";

const made: string[] = [];

afterEach(() => {
  for (const path of made.splice(0)) {
    // Node's own removal overflows on the deep trees that some tests make.
    spawnSync("rm", ["-rf", path]);
    rmSync(path, { recursive: true, force: true });
  }
});

/** A directory of its own, gone after the test; with `keep` the caller removes it, as one that several tests use. */
export function temporaryDirectory(options: { keep?: boolean } = {}): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "para-host-")));
  if (options.keep !== true) made.push(path);
  return path;
}

/** How many descriptors this process has open of things in or below `place`. */
export function openDescriptors(place: string): number {
  return readdirSync("/proc/self/fd").filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(place);
    } catch {
      return false;
    }
  }).length;
}

/** Sees to it that below `place` nothing is open, or is not any more: what was replaced is held a moment longer. */
export async function expectNoneOpen(place: string): Promise<void> {
  await expect.poll(() => openDescriptors(place)).toBe(0);
}

/** Whether device nodes can be made here. */
export const canMakeDevices = process.platform === "linux" && process.getuid?.() === 0;

/** Makes something that is no proper document at `path`. */
export type Fixture = (path: string) => void;

/** Hostile inodes by what they are. */
export const HOSTILE: Readonly<Record<string, Fixture>> = {
  "a link to a file outside": (path) => symlinkSync("/etc/passwd", path),
  "a link to a directory outside": (path) => symlinkSync("/etc", path),
  "a dangling link": (path) => symlinkSync("/nowhere/at/all", path),
  "a link to itself": (path) => symlinkSync(path, path),
  "a link to /proc/self/fd": (path) => symlinkSync("/proc/self/fd/0", path),
  "a link of 4,000 bytes": (path) => symlinkSync("x/".repeat(2_000), path),
  "a FIFO": (path) => run("mkfifo", path),
  "a directory": (path) => mkdirSync(path),
  "a directory without permissions": (path) => mkdirSync(path, { mode: 0 }),
  "a full directory": (path) => {
    mkdirSync(path);
    writeFileSync(join(path, "status.json"), "{}");
  },
  "a file with two names": (path) => {
    writeFileSync(path, "{}");
    linkSync(path, `${path}.other`);
  },
  "a socket": (path) => node("net.createServer().listen(process.argv[1], () => process.exit(0))", path),
  ...(canMakeDevices
    ? {
        "a character device (tty)": (path: string) => run("mknod", path, "c", "5", "0"),
        "a character device that is endless (zero)": (path: string) => run("mknod", path, "c", "1", "5"),
        "a character device without a driver": (path: string) => run("mknod", path, "c", "241", "77"),
        "a block device": (path: string) => run("mknod", path, "b", "7", "0"),
      }
    : {}),
};

/** A file that claims to be 1 TB. */
export function sparseFile(path: string, bytes = 2 ** 40): void {
  const fd = openSync(path, "w");
  ftruncateSync(fd, bytes);
  closeSync(fd);
}

/** A chain of `depth` directories below `path`, with a file at its end. Made by walking into it: no path is that long. */
export function deepTree(path: string, depth: number): void {
  node(
    "const [, top, depth] = process.argv; fs.mkdirSync(top); process.chdir(top);" +
      "for (let i = 0; i < depth; i++) { fs.mkdirSync('d'); process.chdir('d'); } fs.writeFileSync('end', 'end');",
    path,
    String(depth),
  );
}

/** Makes `path` readable again, so that the test's own clean-up can remove it. */
export function openUp(path: string): void {
  chmodSync(path, 0o700);
}

/** Runs a line of JavaScript in a process of its own. */
function node(script: string, ...args: string[]): void {
  run(process.execPath, "-e", script, ...args);
}

function run(command: string, ...args: string[]): void {
  const ended = spawnSync(command, args);
  if (ended.status !== 0) throw new Error(`${command} ${args.join(" ")}: ${ended.stderr}`);
}
