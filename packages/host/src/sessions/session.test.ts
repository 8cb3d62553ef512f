// A session as a program sees it: views, changes, results and output, also beside a container that lies, storms and swaps.
import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeSession, published, put, putResult, putStatus, type SessionFiles } from "../../test/session-support.js";
import { expectNoneOpen, openDescriptors } from "../../test/support.js";
import { listSessions } from "./list-sessions.js";
import { openSession, type Session } from "./session.js";
import type { SessionView } from "./view.js";

let files: SessionFiles;
let session: Session;

beforeEach(async () => {
  files = await makeSession();
  session = await openSession(files.stateRoot, files.name, { engine: null });
});
afterEach(async () => {
  await session.close();
  await expectNoneOpen(files.stateRoot.workspace);
});

const exec = (command = "true") => session.enqueue({ type: "exec", command });

describe("opening", () => {
  test("a session that is not there, or whose name is none, is refused", async () => {
    const before = openDescriptors(files.stateRoot.workspace);
    await expect(openSession(files.stateRoot, "nobody")).rejects.toMatchObject({ code: "no_session" });
    for (const name of ["shared", "../x", "-x", "", "x".repeat(51), "a/b"]) {
      await expect(openSession(files.stateRoot, name)).rejects.toMatchObject({ code: "invalid_name" });
    }
    expect(openDescriptors(files.stateRoot.workspace)).toBe(before);
  });

  test("a session directory that is a link is refused", async () => {
    symlinkSync(files.path, join(files.stateRoot.path, "docker", "linked"));
    await expect(openSession(files.stateRoot, "linked")).rejects.toMatchObject({ code: "unsafe_file" });
  });
});

describe("view", () => {
  test("before the first status says so and has no problem", async () => {
    expect(await session.view()).toMatchObject({
      name: "demo",
      freshness: "lost",
      commands: [],
      problems: [],
      finishing: false,
    });
  });

  test("shows status, metrics and commands, all strings safe", async () => {
    const handle = await exec("npm test \u001b[31m");
    putStatus(files, [{ id: handle.id, state: "running" }], {
      phase: "one\ntwo\u001b]0;title\u0007",
      services: { "api\u202e": "running" },
      errors: [{ timestamp: "2024-01-20T10:30:00Z", message: "first\nsecond\u009b2J" }],
      custom: { __proto__x: "\u200bhidden" },
    });
    put(files, "metrics.json", { timestamp: "2024-01-20T10:30:00Z", memory: { used_bytes: 5 } });
    const view = await session.view();
    expect(view.freshness).toBe("fresh");
    expect(view.status).toMatchObject({
      phase: "one two",
      services: { api: "running" },
      errors: [{ message: "first\nsecond" }],
      custom: { __proto__x: "hidden" },
    });
    expect(view.metrics?.memory?.used_bytes).toBe(5);
    expect(view.commands).toMatchObject([{ id: handle.id, title: "npm test ", state: "running", type: "exec" }]);
  });

  test("a command is called by its line and its words, open as well as ended, and never longer than a line", async () => {
    const args = ["test", "--grep=a b", "", "it's", "\u001b[2J"];
    const { id } = await session.enqueue({ type: "exec", command: "npm", args });
    const title = "npm test '--grep=a b' '' 'it'\\''s' ";
    expect((await session.view()).commands).toMatchObject([{ id, title, state: "accepted" }]);
    putResult(files, { id, state: "succeeded", exit_code: 0 });
    putStatus(files, [{ id, state: "succeeded", exit_code: 0 }]);
    expect((await session.view()).commands).toMatchObject([{ id, title, state: "succeeded" }]);
    await session.enqueue({ type: "exec", command: "printf", args: Array(60).fill("x".repeat(900)) });
    expect((await session.view()).commands[0]?.title).toHaveLength(200);
  });

  test("keeps the last good status in force while a bad one lies there, and tells what is wrong", async () => {
    putStatus(files, [], { phase: "good" });
    await session.view();
    for (const [bad, code] of [
      ["{", "invalid_json"],
      ["\ufeff{}", "invalid_utf8"],
      [`${"[".repeat(100)}`, "too_deep"],
      [JSON.stringify({ timestamp: "yesterday", status: "running" }), "invalid_schema"],
      [JSON.stringify({ protocol_version: "2.0" }), "unsupported_version"],
      ["x".repeat(262_145), "oversize"],
    ] as const) {
      put(files, "status.json", bad);
      const view = await session.view();
      expect(view.problems).toMatchObject([{ code, file: "status.json" }]);
      expect(view.status?.phase).toBe("good");
    }
    rmSync(join(files.path, "status.json"));
    symlinkSync("/etc/passwd", join(files.path, "status.json"));
    expect(await session.view()).toMatchObject({ status: { phase: "good" }, problems: [{ code: "unsafe_file" }] });
    rmSync(join(files.path, "status.json"));
    putStatus(files, [], { phase: "better" });
    expect(await session.view()).toMatchObject({ status: { phase: "better" }, problems: [] });
  });

  test("ignores a status with a lower sequence of the same boot", async () => {
    putStatus(files, [], { phase: "new", sequence: 900_000 });
    await session.view();
    putStatus(files, [], { phase: "old", sequence: 899_999 });
    expect((await session.view()).status?.phase).toBe("new");
    putStatus(files, [], { phase: "rebooted", sequence: 1, boot_id: "another" });
    expect((await session.view()).status?.phase).toBe("rebooted");
  });

  test("records results on the way", async () => {
    const { id } = await exec();
    putResult(files, { id, state: "failed", exit_code: 9 });
    putStatus(files, [{ id, state: "failed", exit_code: 9 }]);
    expect((await session.view()).commands).toMatchObject([{ id, state: "failed", exit_code: 9 }]);
    expect(published(files).processed).toEqual([id]);
  });

  test("of a session that was finished meanwhile is refused", async () => {
    renameSync(files.path, `${files.path}-gone`);
    await expect(session.view()).rejects.toMatchObject({ code: "no_session" });
  });
});

describe("watch", () => {
  async function collect(signal: AbortSignal, into: SessionView[]): Promise<void> {
    for await (const view of session.watch(signal)) into.push(view);
  }

  test("yields at once, then at each change, soon, and ends with its signal", async () => {
    const stop = new AbortController();
    const views: SessionView[] = [];
    const watching = collect(stop.signal, views);
    await vi.waitUntil(() => views.length === 1);
    await sleep(150);
    const at = performance.now();
    putStatus(files, [], { phase: "changed" });
    await vi.waitUntil(() => views.at(-1)?.status?.phase === "changed", { interval: 2, timeout: 5_000 });
    expect(performance.now() - at).toBeLessThan(800);
    stop.abort();
    await watching;
  });

  test("of a storm shows at most ten a second, and the last value within two seconds", async () => {
    const stop = new AbortController();
    const views: SessionView[] = [];
    const watching = collect(stop.signal, views);
    await vi.waitUntil(() => views.length === 1);
    const began = performance.now();
    let n = 0;
    while (performance.now() - began < 1_500) {
      n += 1;
      putStatus(files, [], { phase: `n${n}` });
      if (n % 50 === 0) await sleep(0);
    }
    const during = views.length;
    await vi.waitUntil(() => views.at(-1)?.status?.phase === `n${n}`, { interval: 20, timeout: 2_000 });
    expect(during).toBeLessThanOrEqual(17);
    expect(n).toBeGreaterThan(100);
    stop.abort();
    await watching;
  });

  test("ends when the session is gone", async () => {
    const views: SessionView[] = [];
    const watching = collect(new AbortController().signal, views);
    await vi.waitUntil(() => views.length === 1);
    renameSync(files.path, `${files.path}-gone`);
    await watching;
  });
});

describe("a result", () => {
  test("is told soon after its file has its name", async () => {
    const handle = await exec();
    const waiting = handle.result();
    await sleep(30);
    mkdirSync(join(files.path, "logs/commands", handle.id));
    await sleep(30);
    const at = performance.now();
    putResult(files, { id: handle.id, state: "succeeded", exit_code: 0 });
    expect(await waiting).toMatchObject({ id: handle.id, state: "succeeded" });
    expect(performance.now() - at).toBeLessThan(400);
    await expect.poll(() => published(files)).toMatchObject({ ids: [], processed: [handle.id] });
  });

  test("is the same for everybody who asks, before and after, in this process and another", async () => {
    const handle = await exec();
    const other = await openSession(files.stateRoot, files.name, { engine: null });
    const waiting = [handle.result(), handle.result(), other.command(handle.id).result()];
    putResult(files, { id: handle.id, state: "failed", exit_code: 1 });
    const results = await Promise.all(waiting);
    putResult(files, { id: handle.id, state: "succeeded", exit_code: 0 });
    results.push(await other.command(handle.id).state(), await session.command(handle.id).result());
    expect(results.map((result) => result.state)).toEqual(Array(5).fill("failed"));
    await other.close();
  });

  test("of many commands that end in any order reaches each who waits", async () => {
    const handles = await Promise.all(Array.from({ length: 60 }, () => exec()));
    const waiting = handles.map(async (handle, n) => [n, (await handle.result()).exit_code]);
    const order = handles.map((_, n) => n).sort(() => Math.random() - 0.5);
    for (const n of order) {
      putResult(files, { id: handles[n]?.id ?? "", state: n === 0 ? "succeeded" : "failed", exit_code: n });
      if (n % 7 === 0) await sleep(2);
    }
    for (const [n, code] of await Promise.all(waiting)) expect(code).toBe(n);
  });

  test("that was given up waiting for can be waited for again", async () => {
    const handle = await exec();
    const stop = new AbortController();
    const waiting = handle.result(stop.signal);
    setTimeout(() => stop.abort(), 20);
    await expect(waiting).rejects.toMatchObject({ code: "aborted" });
    const again = handle.result();
    putResult(files, { id: handle.id, state: "succeeded", exit_code: 0 });
    expect((await again).state).toBe("succeeded");
  });

  test("of a command that was never enqueued is refused", async () => {
    await expect(session.command("never").result()).rejects.toMatchObject({ code: "no_command" });
    await expect(session.command("never").state()).rejects.toMatchObject({ code: "no_command" });
    expect(() => session.command("../x")).toThrowError(expect.objectContaining({ code: "no_command" }));
  });

  test("is not waited for in vain where the agent has stopped", async () => {
    const handle = await exec();
    putStatus(files, [], { status: "stopped" });
    await session.view();
    await expect(handle.result()).rejects.toMatchObject({ code: "container_died" });
  });

  test("is not held up by a storm in its own directory", async () => {
    const handle = await exec();
    const claim = join(files.path, "logs/commands", handle.id);
    mkdirSync(claim);
    const storm = spawn(process.execPath, [
      "-e",
      `for (let n = 0;; n++) { fs.writeFileSync(process.argv[1] + "/result.json", "{"); fs.writeFileSync(process.argv[1] + "/f" + n % 10, ""); }`,
      claim,
    ]);
    try {
      const waiting = handle.result();
      await sleep(700);
      storm.kill("SIGKILL");
      putResult(files, { id: handle.id, state: "succeeded", exit_code: 0 });
      expect((await waiting).state).toBe("succeeded");
    } finally {
      storm.kill("SIGKILL");
    }
  });
});

describe("output", () => {
  async function read(chunks: AsyncIterable<{ offset: number; bytes: Uint8Array }>): Promise<string> {
    let text = "";
    let at: number | undefined;
    for await (const { offset, bytes } of chunks) {
      expect(offset).toBe(at ?? offset);
      at = offset + bytes.length;
      text += Buffer.from(bytes).toString("latin1");
    }
    return text;
  }
  const claimOf = (id: string) => join(files.path, "logs/commands", id);

  test("comes live, and ends when the command has ended and all is read", async () => {
    const handle = await exec();
    const seen: string[] = [];
    const reading = (async () => {
      for await (const { bytes } of handle.output("stdout")) seen.push(Buffer.from(bytes).toString());
    })();
    mkdirSync(claimOf(handle.id));
    for (const word of ["one ", "two ", "three"]) {
      appendFileSync(join(claimOf(handle.id), "stdout"), word);
      await vi.waitUntil(() => seen.join("").endsWith(word), { interval: 2, timeout: 3_000 });
    }
    appendFileSync(join(claimOf(handle.id), "stdout"), " last");
    putResult(files, { id: handle.id, state: "succeeded", exit_code: 0 });
    await reading;
    expect(seen.join("")).toBe("one two three last");
    expect(await read(handle.output("stderr"))).toBe("");
  });

  test("goes on where an earlier reader stopped, and may be read without waiting", async () => {
    const handle = await exec();
    mkdirSync(claimOf(handle.id));
    const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, n) => n % 251));
    writeFileSync(join(claimOf(handle.id), "stdout"), bytes);
    expect(await read(handle.output("stdout", { follow: false }))).toBe(bytes.toString("latin1"));
    putResult(files, { id: handle.id, state: "succeeded", exit_code: 0 });
    expect(await read(session.command(handle.id).output("stdout", { from: 150_000 }))).toBe(
      bytes.subarray(150_000).toString("latin1"),
    );
    expect(await read(handle.output("stdout", { from: 999_999 }))).toBe("");
  });

  test("of a file whose middle was cut while it was followed gives head and tail once", async () => {
    const handle = await exec();
    mkdirSync(claimOf(handle.id));
    const whole = Buffer.from(Array.from({ length: 10_000 }, (_, n) => String(n).padStart(5, "0")).join(""));
    const file = join(claimOf(handle.id), "stdout");
    writeFileSync(file, whole.subarray(0, 45_000));
    const chunks: Buffer[] = [];
    const reading = (async () => {
      for await (const { bytes } of handle.output("stdout")) chunks.push(Buffer.from(bytes));
    })();
    await vi.waitUntil(() => Buffer.concat(chunks).length === 45_000, { timeout: 3_000 });
    const cut = Buffer.concat([
      whole.subarray(0, 10_000),
      Buffer.from("\n[... left out ...]\n"),
      whole.subarray(40_000),
    ]);
    writeFileSync(`${file}.short`, cut);
    renameSync(`${file}.short`, file);
    putResult(files, { id: handle.id, state: "succeeded", exit_code: 0, stdout: { bytes: 50_000, truncated: true } });
    await reading;
    expect(Buffer.concat(chunks).equals(whole)).toBe(true);
  });

  test.each([
    ["a link", (path: string) => symlinkSync("/etc/passwd", path)],
    ["a FIFO", (path: string) => spawnSync("mkfifo", [path])],
    ["a directory", (path: string) => mkdirSync(path)],
  ])("where %s lies in its place is refused, and nothing is read", async (_what, plant) => {
    const handle = await exec();
    mkdirSync(claimOf(handle.id));
    plant(join(claimOf(handle.id), "stdout"));
    await expect(read(handle.output("stdout"))).rejects.toMatchObject({ code: "unsafe_file" });
  });

  test("of a command that was never enqueued is refused", async () => {
    await expect(read(session.command("never").output("stdout"))).rejects.toMatchObject({ code: "no_command" });
  });

  test("ends when its signal is aborted", async () => {
    const handle = await exec();
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 30);
    expect(await read(handle.output("stdout", { signal: stop.signal }))).toBe("");
  });
});

test("cancel enqueues the signal for this command, and of one that has ended nothing", async () => {
  const handle = await exec();
  await handle.cancel();
  expect(published(files).ids).toHaveLength(2);
  putResult(files, { id: handle.id, state: "cancelled" });
  await handle.result();
  await handle.cancel();
  await expect.poll(() => published(files).ids).toHaveLength(1);
  await expect(session.command("never").cancel()).rejects.toMatchObject({ code: "no_command" });
});

test("closing waits until a result that was told is published", async () => {
  const handle = await exec();
  putResult(files, { id: handle.id, state: "succeeded", exit_code: 0 });
  await handle.result();
  await session.close();
  expect(published(files)).toMatchObject({ ids: [], processed: [handle.id] });
});

test("closing gives up whoever waits", async () => {
  const handle = await exec();
  const waiting = handle.result();
  waiting.catch(() => undefined);
  await session.close();
  await expect(waiting).rejects.toMatchObject({ code: "aborted" });
});

test("a list shows all sessions, and one with hostile files costs the others nothing", async () => {
  for (const name of ["a", "c"]) {
    mkdirSync(join(files.stateRoot.path, "docker", name));
    const status = { timestamp: "2024-01-20T10:30:00Z", status: "running" };
    writeFileSync(join(files.stateRoot.path, "docker", name, "status.json"), JSON.stringify(status));
  }
  mkdirSync(join(files.stateRoot.path, "docker", "shared"));
  symlinkSync("/etc", join(files.stateRoot.path, "docker", "b"));
  spawnSync("mkfifo", [join(files.path, "status.json")]);
  const views = await listSessions(files.stateRoot);
  expect(views.map(({ name, problems }) => [name, problems.map(({ code }) => code)])).toEqual([
    ["a", []],
    ["b", ["unsafe_file"]],
    ["c", []],
    ["demo", ["unsafe_file"]],
  ]);
});
