// Several host processes on one session: whoever is killed, no acknowledged command is lost and none is doubled.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { instantAgent } from "../../test/instant-agent.js";
import { ENQUEUER } from "../../test/programs/enqueuer.js";
import { program } from "../../test/programs.js";
import { makeSession, published, type SessionFiles } from "../../test/session-support.js";
import { temporaryDirectory } from "../../test/support.js";
import { closeDirectory } from "../confined/index.js";
import { openStateRoot } from "../state-root.js";
import { openQueue } from "./queue.js";

function enqueuer(script: string, session: SessionFiles, log: string, prefix: string, count: number): ChildProcess {
  const args = [script, JSON.stringify(session.stateRoot), session.name, log, prefix, String(count)];
  return spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once("exit", resolve);
  });
}

function words(log: string, word: string): string[] {
  if (!existsSync(log)) return [];
  const lines = readFileSync(log, "utf8").split("\n");
  return lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
}

/** What a process that was never there before finds recorded. */
function recorded(session: SessionFiles): { open: string[]; ended: string[] } {
  const root = openStateRoot(session.stateRoot);
  const state = openQueue(root, session.name).state();
  closeDirectory(root);
  return { open: [...state.open.keys()], ended: [...state.ended.keys(), ...state.used] };
}

test("processes that enqueue at the same time lose nothing and double nothing", async () => {
  const session = await makeSession();
  const log = join(temporaryDirectory(), "log");
  const script = program(ENQUEUER, temporaryDirectory());
  const agent = instantAgent(session);
  const children = Array.from({ length: 5 }, (_, n) => enqueuer(script, session, log, `p${n}`, 40));
  const all = Promise.all(children.map(ended));
  let done = false;
  void all.then(() => {
    done = true;
  });
  while (!done) {
    agent.step();
    await sleep(5);
  }
  expect(await all).toEqual([0, 0, 0, 0, 0]);
  agent.step();
  const taken = words(log, "taken");
  expect(taken).toHaveLength(200);
  expect([...agent.started].sort()).toEqual([...taken].sort());
  const root = openStateRoot(session.stateRoot);
  const queue = openQueue(root, session.name);
  await queue.settle(undefined, { expected: queue.state().open.keys() });
  closeDirectory(root);
  expect(recorded(session).open).toEqual([]);
  expect(recorded(session).ended.sort()).toEqual([...taken].sort());
});

test("processes that are killed at any moment lose no acknowledged command and double none", async () => {
  const session = await makeSession();
  const log = join(temporaryDirectory(), "log");
  const script = program(ENQUEUER, temporaryDirectory());
  const agent = instantAgent(session);
  let generation = 0;
  const start = () => {
    generation += 1;
    const prefix = `g${generation}`;
    return { prefix, child: enqueuer(script, session, log, prefix, 100_000) };
  };
  const running = [start(), start(), start()];
  // On a machine so busy that none lives long enough to be acknowledged, they are killed more slowly.
  let pace = 20;
  for (let until = Date.now() + 5_000; ; ) {
    if (Date.now() > until) {
      if (pace > 1_000 || (generation > 3 && words(log, "taken").length > 3)) break;
      until = Date.now() + 5_000;
      pace *= 4;
    }
    agent.step();
    await sleep(Math.random() * pace);
    const begun = words(log, "asked");
    const victim = running.find(({ prefix }) => begun.some((id) => id.startsWith(`${prefix}-`)));
    if (victim === undefined || Math.random() < 0.7) continue;
    victim.child.kill("SIGKILL");
    await ended(victim.child);
    running.splice(running.indexOf(victim), 1, start());
  }
  for (const { child } of running) {
    child.kill("SIGKILL");
    await ended(child);
  }
  // One more process puts the document right after whatever the last one left half done.
  const root = openStateRoot(session.stateRoot);
  const queue = openQueue(root, session.name);
  await queue.settle(undefined);
  await queue.enqueue({ type: "exec", command: "true", id: "last" });
  agent.step();
  await queue.settle(undefined, { expected: queue.state().open.keys() });
  closeDirectory(root);

  const asked = new Set(words(log, "asked")).add("last");
  const taken = words(log, "taken");
  const { open, ended: over } = recorded(session);
  expect(generation).toBeGreaterThan(3);
  expect(taken.length).toBeGreaterThan(3);
  expect(open).toEqual([]);
  expect(new Set(over).size).toBe(over.length);
  expect(taken.filter((id) => !over.includes(id))).toEqual([]);
  expect(over.filter((id) => !asked.has(id))).toEqual([]);
  expect([...agent.started].sort()).toEqual([...over].sort());
  expect(published(session).ids).toEqual([]);
});
