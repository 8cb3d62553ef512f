// Lets the suite judge @para-docker/host: the verbs of the role `host` over its library. IMPLEMENTING.md describes them.
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { findStateRoot, isHostError, listSessions, openSession } from "@para-docker/host";

/** The view after looking for so many seconds, since freshness is judged on the host's own clock. */
async function lookFor(session, seconds) {
  const first = await session.view();
  if (seconds === 0) return first;
  const end = new AbortController();
  const watching = (async () => {
    for await (const _ of session.watch(end.signal));
  })();
  await sleep(seconds * 1000);
  const view = await session.view();
  end.abort();
  await watching.catch(() => undefined);
  return view;
}

async function answer(verb, args) {
  const stateRoot = await findStateRoot();
  if (verb === "list") {
    const sessions = await listSessions(stateRoot);
    return { sessions: sessions.map(({ name, freshness, problems }) => ({ name, freshness, problems })) };
  }
  const [name = "", rest] = args;
  const session = await openSession(stateRoot, name, { engine: null });
  try {
    if (verb === "enqueue") {
      const { id } = await session.enqueue(JSON.parse(readFileSync(0, "utf8")));
      return { id };
    }
    if (verb === "result") {
      await session.view();
      return await session.command(rest).state();
    }
    const { freshness, status, problems } = await lookFor(session, Number(rest ?? 0));
    return { freshness, status: status ?? null, problems };
  } finally {
    await session.close();
  }
}

const [verb, ...args] = process.argv.slice(2);
try {
  process.stdout.write(`${JSON.stringify(await answer(verb, args))}\n`);
} catch (error) {
  if (!isHostError(error)) throw error;
  process.stdout.write(`${JSON.stringify({ code: error.code, message: error.message })}\n`);
  process.exitCode = 1;
}
