// The lock: one holder at a time, whoever dies; a dead holder is replaced by exactly one; a live one is waited for, not for ever.
import { spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { program } from "../../test/programs.js";
import { temporaryDirectory } from "../../test/support.js";
import { closeDirectory, type Directory, openAnchor } from "../confined/index.js";
import { lockHolder, sweepLock, withLock } from "./lock.js";

let place: string;
let directory: Directory;

beforeEach(() => {
  place = temporaryDirectory();
  directory = openAnchor(place);
});
afterEach(() => closeDirectory(directory));

/** The note of this process, as it lies there while the lock is held, with other words in the place of some. */
async function note(change: { pid?: number; start?: string; boot?: string; host?: string } = {}): Promise<string> {
  const own = temporaryDirectory();
  const anchor = openAnchor(own);
  const text = await withLock(anchor, () => readlinkSync(join(own, "lock")));
  closeDirectory(anchor);
  const [version, pid, start, boot, namespace, host] = text.split(" ");
  const changed = { pid, start, boot, host, ...change };
  return [version, changed.pid, changed.start, changed.boot, namespace, changed.host, "AAAAAAAAAAa"].join(" ");
}

/** A pid that no process has. */
function deadPid(): number {
  return spawnSync("true").pid;
}

test("within one process, one after the other holds it", async () => {
  let inside = 0;
  let most = 0;
  const use = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(1);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 20 }, () => withLock(directory, use)));
  expect(most).toBe(1);
  expect(readdirSync(place)).toEqual([]);
});

test("its note says enough in what a file system keeps without a block of its own", async () => {
  const longest = { pid: 4_194_304, start: "zzzzzzz" };
  expect(Buffer.byteLength(await note(longest))).toBeLessThanOrEqual(59);
});

test("it is let go of when its user throws", async () => {
  const broken = withLock(directory, () => {
    throw new Error("broken");
  });
  await expect(broken).rejects.toThrow("broken");
  expect(await withLock(directory, () => "held")).toBe("held");
});

test("a live holder is waited for until the timeout, and named", async () => {
  symlinkSync(await note(), join(place, "lock"));
  const waiting = withLock(directory, () => undefined, { timeoutMs: 50 });
  await expect(waiting).rejects.toMatchObject({
    code: "locked",
    message: `The session is in use by process ${process.pid}.`,
  });
  expect(readdirSync(place)).toEqual(["lock"]);
});

test.each([
  ["whose process is gone", () => note({ pid: deadPid() })],
  ["whose pid another process has by now", () => note({ start: "1" })],
  ["of an earlier boot", () => note({ boot: "earlierboot" })],
])("a note %s is taken over at once", async (_what, stale) => {
  symlinkSync(await stale(), join(place, "lock"));
  expect(lockHolder(directory)?.stale).toBe(true);
  expect(await withLock(directory, () => readdirSync(place), { timeoutMs: 500 })).toEqual(["lock"]);
  expect(readdirSync(place)).toEqual([]);
});

test.each([
  ["of another machine", () => note({ host: "elsewhere", boot: "another" })],
  ["that says nothing we know", () => "nonsense"],
])("a note %s is not judged from here", async (_what, foreign) => {
  symlinkSync(await foreign(), join(place, "lock"));
  await expect(withLock(directory, () => undefined, { timeoutMs: 50 })).rejects.toMatchObject({ code: "locked" });
});

test("a takeover whose process died in the middle is taken over in its turn, and what it left is swept", async () => {
  const stale = await note({ pid: deadPid() });
  symlinkSync(stale, join(place, "lock"));
  symlinkSync(stale.replace(/a$/, "b"), join(place, "takeover.AAAAAAAAAAa"));
  symlinkSync(stale.replace(/a$/, "c"), join(place, "takeover.AAAAAAAAAAb"));
  symlinkSync(stale, join(place, ".lock.0011223344556677"));
  const listSwept = () => {
    sweepLock(directory);
    return readdirSync(place);
  };
  const held = await withLock(directory, listSwept, { timeoutMs: 500 });
  expect(held).toEqual(["lock"]);
});

test("of many processes that find the note of a dead one, exactly one gets it, each time", async () => {
  const worker = program(
    `
    import { appendFileSync, mkdirSync, rmdirSync } from "node:fs";
    import { makeNote, openAnchor } from "./confined/index.js";
    import { withLock } from "./queue/lock.js";
    const [, , place, dead] = process.argv;
    const directory = openAnchor(place);
    for (let n = 0; ; n += 1) {
      await withLock(directory, () => {
        try {
          mkdirSync(place + "/inside");
          for (const until = performance.now() + 0.5; performance.now() < until;);
          rmdirSync(place + "/inside");
        } catch {
          appendFileSync(place + "/log", "two\\n");
        }
      }, { timeoutMs: 20_000 });
      const word = (process.pid * 1e6 + n).toString(36).padStart(11, "0");
      if (makeNote(directory, "lock", dead + " " + word)) appendFileSync(place + "/log", "one\\n");
    }
  `,
    temporaryDirectory(),
  );
  const dead = (await note({ pid: deadPid() })).replace(/ \S+$/, "");
  const children = Array.from({ length: 4 }, () => spawn(process.execPath, [worker, place, dead], { stdio: "ignore" }));
  const log = () => (existsSync(join(place, "log")) ? readFileSync(join(place, "log"), "utf8").split("\n") : []);
  await vi.waitUntil(() => log().length > 1_000, { timeout: 6_000, interval: 100 }).catch(() => undefined);
  // Read before the first is killed: whoever takes over from one that died inside finds its mark, and rightly says "two".
  const told = log();
  for (const child of children) child.kill("SIGKILL");
  expect(told.filter((line) => line === "two")).toEqual([]);
  expect(told.length).toBeGreaterThan(20);
});

test("many processes that are killed while they hold it never hold it together, and none waits for ever", async () => {
  const worker = program(
    `
    import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
    import { openAnchor } from "./confined/index.js";
    import { withLock } from "./queue/lock.js";
    const place = ${JSON.stringify(place)};
    const directory = openAnchor(place);
    for (;;) await withLock(directory, () => {
      appendFileSync(place + "/log", "+" + process.pid + "\\n");
      for (const until = performance.now() + Math.random() * 3; performance.now() < until;);
      appendFileSync(place + "/log", "-" + process.pid + "\\n");
    }, { timeoutMs: 20_000 });
  `,
    temporaryDirectory(),
  );
  writeFileSync(join(place, "log"), "");
  const spawnOne = () => spawn(process.execPath, [worker], { stdio: ["ignore", "ignore", "inherit"] });
  const children = Array.from({ length: 6 }, spawnOne);
  const until = Date.now() + 3_000;
  while (Date.now() < until) {
    await sleep(30 + Math.random() * 60);
    const at = Math.floor(Math.random() * children.length);
    const child = children[at];
    child?.kill("SIGKILL");
    await new Promise((resolve) =>
      (child?.exitCode ?? child?.signalCode) !== null ? resolve(0) : child?.once("exit", resolve),
    );
    appendFileSync(join(place, "log"), `x${child?.pid}\n`);
    children[at] = spawnOne();
  }
  // What is judged is read before all are killed: of these deaths no line would tell, and whoever dies last may enter after the first.
  const lines = readFileSync(join(place, "log"), "utf8").split("\n");
  for (const child of children) child.kill("SIGKILL");
  // Whoever enters must find that the one before has left, or is dead.
  let inside: string | undefined;
  let entered = 0;
  const dead = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const pid = line.slice(1);
    if (line.startsWith("x")) dead.add(pid);
    if (line.startsWith("+")) {
      const died = inside !== undefined && (dead.has(inside) || lines.slice(index).includes(`x${inside}`));
      const neverAgain =
        inside !== undefined && !lines.slice(index).some((later) => later === `-${inside}` || later === `+${inside}`);
      expect(inside === undefined || (died && neverAgain), `line ${index}: ${line} while ${inside} was inside`).toBe(
        true,
      );
      inside = pid;
      entered += 1;
    }
    if (line.startsWith("-")) {
      expect(inside).toBe(pid);
      inside = undefined;
    }
  }
  expect(entered).toBeGreaterThan(20);
});
