// The queue: durable before it answers, bounded, idempotent, and in step with whatever the agent's side shows.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LIMITS } from "@para-docker/protocol";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeSession, published, put, putResult, putStatus, type SessionFiles } from "../../test/session-support.js";
import { expectNoneOpen } from "../../test/support.js";
import { closeDirectory, type Directory } from "../confined/index.js";
import { openStateRoot } from "../state-root.js";
import { openQueue, type Queue } from "./queue.js";

let session: SessionFiles;
let root: Directory;
let queue: Queue;

beforeEach(async () => {
  session = await makeSession();
  root = openStateRoot(session.stateRoot);
  queue = openQueue(root, session.name);
});
afterEach(async () => {
  closeDirectory(root);
  await expectNoneOpen(session.stateRoot.workspace);
});

const exec = (command = "true") => ({ type: "exec" as const, command });
const ledgerText = () =>
  readFileSync(join(session.stateRoot.path, "docker/.host", session.name, "ledger.jsonl"), "utf8");
const status = (results: { id: string; state: string }[]) => ({
  timestamp: "2024-01-20T10:30:00Z",
  status: "running",
  results,
});

describe("enqueue", () => {
  test("resolves with the id when the ledger has the command and the document shows it", async () => {
    const id = await queue.enqueue(exec("npm test"));
    expect(id).toMatch(/^cmd-1-[0-9a-f]{6}$/);
    expect(ledgerText()).toContain(`"id":"${id}"`);
    expect(published(session)).toMatchObject({ ids: [id], processed: [] });
    expect(statSync(join(session.path, "commands.json")).mode & 0o777).toBe(0o640);
  });

  test("keeps the order of the calls, and gives each publication a higher sequence", async () => {
    const ids = await Promise.all([exec("1"), exec("2"), exec("3")].map((draft) => queue.enqueue(draft)));
    const first = published(session);
    expect(first.ids).toEqual(ids);
    const last = await queue.enqueue(exec("4"));
    expect(published(session).ids).toEqual([...ids, last]);
    expect(published(session).sequence).toBeGreaterThan(first.sequence);
  });

  test("of one draft under one id enqueues once, also after its end; of another draft under it never", async () => {
    const draft = { ...exec("make"), id: "build-1", env: { B: "2", A: "1" } };
    expect(await queue.enqueue(draft)).toBe("build-1");
    expect(await queue.enqueue({ ...draft, env: { A: "1", B: "2" } })).toBe("build-1");
    await expect(queue.enqueue({ ...draft, command: "other" })).rejects.toMatchObject({ code: "duplicate_id" });
    const both = await Promise.allSettled([
      queue.enqueue({ ...exec("a"), id: "x" }),
      queue.enqueue({ ...exec("b"), id: "x" }),
    ]);
    expect(both.map((each) => each.status)).toEqual(["fulfilled", "rejected"]);
    putResult(session, { id: "build-1", state: "succeeded", exit_code: 0 });
    await queue.settle(undefined, { expected: ["build-1"] });
    expect(await queue.enqueue(draft)).toBe("build-1");
    expect(published(session).ids).toEqual(["x"]);
  });

  test("that another process took and may not have synced is synced before it is acknowledged again", async () => {
    await queue.enqueue({ ...exec("make"), id: "build-1" });
    const before = ledgerText().slice(0, 60);
    expect(await openQueue(root, session.name).enqueue({ ...exec("make"), id: "build-1" })).toBe("build-1");
    expect(ledgerText().slice(0, 60)).not.toBe(before);
    expect(openQueue(root, session.name).state().count).toBe(1);
  });

  test.each([
    [{ ...exec(""), command: "" }, "/command"],
    [exec("a\0b"), "command"],
    [exec("lone \ud800 surrogate"), "not valid"],
    [{ ...exec(), id: "../x" }, "no command id"],
    [{ ...exec(), timeout_seconds: 0 }, "timeout_seconds"],
    [{ ...exec(), env: { "A=B": "x" } }, "env"],
    [{ type: "signal" as const, signal: "Reload!" }, "signal"],
    [{ type: "signal" as const, signal: "cancel" }, "target"],
    [exec("x".repeat(40_000)), "command"],
    [{ ...exec(), args: Array.from({ length: 40 }, () => "y".repeat(30_000)) }, "more than a queue takes"],
  ])("refuses a draft that is not valid, in one line: %#", async (draft, words) => {
    const refused = queue.enqueue(draft as Parameters<Queue["enqueue"]>[0]);
    await expect(refused).rejects.toMatchObject({
      code: "usage",
      message: expect.stringContaining(words.replace("/", "")),
    });
    await refused.catch((error) => expect(error.message).not.toContain("\n"));
    expect(queue.state().count).toBe(0);
  });

  test("beyond the limit is refused, signals still get through, and room made by ended commands is used", async () => {
    const ids = await Promise.all(Array.from({ length: LIMITS.queue_entries }, (_, n) => queue.enqueue(exec(`${n}`))));
    await expect(queue.enqueue(exec())).rejects.toMatchObject({ code: "queue_full" });
    for (let n = 0; n < LIMITS.queue_signal_reserve; n += 1) await queue.enqueue({ type: "signal", signal: "ping" });
    await expect(queue.enqueue({ type: "signal", signal: "ping" })).rejects.toMatchObject({ code: "queue_full" });
    expect(published(session).ids).toHaveLength(LIMITS.queue_entries + LIMITS.queue_signal_reserve);
    for (const id of ids.slice(0, 100)) putResult(session, { id, state: "succeeded", exit_code: 0 });
    putStatus(
      session,
      ids.slice(0, 100).map((id) => ({ id, state: "succeeded" })),
    );
    expect(await queue.enqueue(exec("fits"))).toMatch(/^cmd-/);
    expect(published(session).processed).toEqual(ids.slice(0, 100));
  });

  test("that would make the document too large is refused, and the document stays within its limit", async () => {
    const large = { ...exec(), stdin: "z".repeat(250_000) };
    for (let n = 0; n < 4; n += 1) await queue.enqueue(large);
    await expect(queue.enqueue(large)).rejects.toMatchObject({ code: "queue_full" });
    await queue.enqueue({ type: "signal", signal: "ping" });
    expect(statSync(join(session.path, "commands.json")).size).toBeLessThanOrEqual(LIMITS.bytes.commands);
  });

  test("in a session that is being finished is refused for commands, not for signals", async () => {
    await queue.close(true);
    await expect(queue.enqueue(exec())).rejects.toMatchObject({ code: "session_finished" });
    expect(await openQueue(root, session.name).enqueue({ type: "signal", signal: "shutdown" })).toMatch(/^cmd-1-/);
    await queue.close(false);
    expect(await queue.enqueue(exec())).toMatch(/^cmd-2-/);
  });

  test("without the session's directory is refused, and makes nothing", async () => {
    await expect(openQueue(root, "nobody").enqueue(exec())).rejects.toMatchObject({ code: "no_session" });
    expect(() => statSync(join(session.stateRoot.path, "docker/.host/nobody"))).toThrow();
  });

  test("is acknowledged although the document cannot be written, and published as soon as it can", async () => {
    mkdirSync(join(session.path, "commands.json/full"), { recursive: true });
    const id = await queue.enqueue(exec());
    expect(await queue.settle(undefined)).toMatchObject([{ code: "unsafe_file", file: "commands.json" }]);
    rmSync(join(session.path, "commands.json"), { recursive: true });
    expect(await openQueue(root, session.name).settle(undefined)).toEqual([]);
    expect(published(session).ids).toEqual([id]);
  });

  test("never writes through what the container put in the place of the document", async () => {
    const outside = join(session.stateRoot.workspace, "outside");
    writeFileSync(outside, "precious");
    symlinkSync(outside, join(session.path, "commands.json"));
    await queue.enqueue(exec());
    expect(readFileSync(outside, "utf8")).toBe("precious");
    expect(published(session).ids).toHaveLength(1);
  });
});

describe("settle", () => {
  test("takes in a result, moves its id to processed, and drops it when the agent has", async () => {
    const id = await queue.enqueue(exec());
    putStatus(session, [{ id, state: "running" }]);
    expect(await queue.settle(status([{ id, state: "running" }]))).toEqual([]);
    expect(published(session).ids).toEqual([id]);
    putResult(session, { id, state: "failed", exit_code: 3 });
    await queue.settle(status([{ id, state: "failed" }]));
    expect(queue.state().ended.get(id)?.result).toMatchObject({ state: "failed", exit_code: 3 });
    expect(published(session)).toMatchObject({ ids: [], processed: [id] });
    await queue.settle(status([]));
    expect(published(session)).toMatchObject({ ids: [], processed: [] });
    expect(openQueue(root, session.name).state().ended.get(id)?.result.exit_code).toBe(3);
  });

  test("while a command is open, ids that the agent has dropped leave processed together with others, or after a second", async () => {
    const [first, second, third] = [
      await queue.enqueue(exec()),
      await queue.enqueue(exec()),
      await queue.enqueue(exec()),
    ];
    const end = (id: string) => putResult(session, { id, state: "succeeded", exit_code: 0 });
    end(first);
    await queue.settle(undefined, { expected: [first] });
    await queue.settle(status([{ id: second, state: "running" }]));
    expect(published(session)).toMatchObject({ ids: [second, third], processed: [first] });
    end(second);
    await queue.settle(status([{ id: second, state: "succeeded" }]));
    expect(published(session)).toMatchObject({ ids: [third], processed: [second] });
    await expect
      .poll(
        async () => {
          await queue.settle(status([{ id: third, state: "running" }]));
          return published(session).processed;
        },
        { timeout: 3_000 },
      )
      .toEqual([]);
  });

  test("tells an end when it is recorded, before it is published, and holds no lock meanwhile", async () => {
    const id = await queue.enqueue(exec());
    putResult(session, { id, state: "succeeded", exit_code: 0 });
    const told: unknown[] = [];
    const other = openQueue(root, session.name);
    let next: Promise<string> | undefined;
    const onEnded = () => {
      told.push(
        other.state().ended.get(id)?.result.state,
        published(session),
        readdirSync(join(session.stateRoot.path, "docker/.host", session.name)),
      );
      next = other.enqueue(exec());
    };
    await queue.settle(undefined, { expected: [id], onEnded });
    expect(told).toMatchObject(["succeeded", { ids: [id], processed: [] }, ["ledger.jsonl"]]);
    expect(published(session)).toMatchObject({ ids: [await next], processed: [id] });
  });

  test("does nothing, and takes no lock, where nothing changed", async () => {
    const id = await queue.enqueue(exec());
    const before = [ledgerText(), statSync(join(session.path, "commands.json")).ino];
    await queue.settle(status([{ id, state: "running" }]));
    expect([ledgerText(), statSync(join(session.path, "commands.json")).ino]).toEqual(before);
  });

  test("puts an id back into processed that the agent still lists, however old it is", async () => {
    const id = await queue.enqueue(exec());
    putResult(session, { id, state: "succeeded", exit_code: 0 });
    await queue.settle(status([{ id, state: "succeeded" }]));
    await queue.settle(status([]));
    await queue.settle(status([{ id, state: "succeeded" }]));
    expect(published(session).processed).toEqual([id]);
  });

  test("believes an end that stands in the status alone, but not at once", async () => {
    const id = await queue.enqueue(exec());
    await queue.settle(status([{ id, state: "timed_out" }]));
    expect(queue.state().open.has(id)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 550));
    await queue.settle(status([{ id, state: "timed_out" }]));
    expect(queue.state().ended.get(id)?.result).toEqual({ id, state: "timed_out" });
  });

  test("tells forged, repeated and contradictory results as conflicts, and keeps the first", async () => {
    const id = await queue.enqueue(exec());
    putResult(session, { id, state: "failed", exit_code: 1 });
    await queue.settle(status([{ id, state: "failed" }]));
    putResult(session, { id, state: "succeeded", exit_code: 0 });
    const problems = await queue.settle(
      status([
        { id, state: "succeeded" },
        { id: "never-issued", state: "succeeded" },
      ]),
      { expected: [id] },
    );
    expect(problems).toMatchObject([
      { code: "conflict", pointer: "/results/0", file: "status.json" },
      { code: "conflict", pointer: "/results/1", file: "status.json" },
    ]);
    expect(queue.state().ended.get(id)?.result.state).toBe("failed");
    expect(published(session).processed).toEqual([id]);
  });

  test.each([
    ["is another command's", { id: "other", state: "succeeded", exit_code: 0 }, "conflict"],
    ["is no end", (id: string) => ({ id, state: "running" }), "invalid_schema"],
    ["is no JSON", () => "{", "invalid_json"],
  ])("does not take a result that %s", async (_what, content, code) => {
    const id = await queue.enqueue(exec());
    put(session, `logs/commands/${id}/result.json`, typeof content === "function" ? content(id) : content);
    const problems = await queue.settle(status([{ id, state: "running" }]), { expected: [id] });
    expect(problems).toMatchObject([{ code, file: `logs/commands/${id}/result.json` }]);
    expect(queue.state().open.has(id)).toBe(true);
  });

  test("strings of a result are made safe before they are recorded", async () => {
    const id = await queue.enqueue(exec());
    putResult(session, {
      id,
      state: "rejected",
      code: "denied_by_policy",
      message: "\u001b]52;c;ZXZpbA==\u0007bad\u202e",
    });
    await queue.settle(undefined, { expected: [id] });
    expect(queue.state().ended.get(id)?.result.message).toBe("bad");
    expect(ledgerText()).not.toContain("\\u001b");
  });

  test("what the container does to the document changes only its own view, and is put right", async () => {
    const id = await queue.enqueue(exec());
    for (const forged of ['{"sequence":1,"commands":[]}', "", "{"]) {
      writeFileSync(join(session.path, "commands.json"), forged);
      await queue.settle(status([]));
      expect(published(session).ids).toEqual([id]);
    }
    rmSync(join(session.path, "commands.json"));
    await openQueue(root, session.name).settle(undefined);
    expect(published(session).ids).toEqual([id]);
  });
});

test("abandon ends what was claimed as lost and the rest as cancelled", async () => {
  const claimed = await queue.enqueue(exec());
  const waiting = await queue.enqueue(exec());
  mkdirSync(join(session.path, "logs/commands", claimed));
  expect(await queue.abandon()).toMatchObject([
    { id: claimed, state: "lost" },
    { id: waiting, state: "cancelled" },
  ]);
  expect(queue.state().open.size).toBe(0);
});

test("a temporary file that a killed host left is swept, another's is not", async () => {
  const ours = ".commands.json.0123456789abcdef";
  writeFileSync(join(session.path, ours), "");
  writeFileSync(join(session.path, ".commands.json.theirs"), "");
  await queue.enqueue(exec());
  expect(() => statSync(join(session.path, ours))).toThrow();
  expect(statSync(join(session.path, ".commands.json.theirs")).size).toBe(0);
});
