// What the page reads of one session: detail, usage, commands, a command's output, the agent's log.
import { openSession, type StateRoot } from "@para-docker/host";
import { Refused } from "./answer.js";
import type { Hub } from "./hub.js";
import { outputOf } from "./output-part.js";
import type { LogRecord } from "./wire.js";

const LEVELS = ["debug", "info", "warn", "error"];
/** Records looked through; the host reads no more than the last 256 KiB. */
const SEARCHED = 5_000;
/** Records told, the newest. */
const TOLD = 500;
/** Characters of a search. */
const LONGEST_SEARCH = 200;

/** Everything about session `name`. */
export function readDetail(hub: Hub, name: string): object {
  return hub.detail(name) ?? noSession(name);
}

/** Its use of resources over an hour. */
export function readUsage(hub: Hub, name: string): object {
  return hub.usage(name) ?? noSession(name);
}

/** Its commands, those that go on first. */
export function readCommands(hub: Hub, name: string): object {
  const { commands } = hub.detail(name) ?? noSession(name);
  return { commands };
}

/** What a command has written: `stdout` and `stderr` in `query` say from which byte. */
export async function readOutput(root: StateRoot, name: string, id: string, query: URLSearchParams): Promise<object> {
  const session = await openSession(root, name, { engine: null });
  try {
    return await outputOf(session.command(id), { stdout: byteOf(query, "stdout"), stderr: byteOf(query, "stderr") });
  } finally {
    await session.close();
  }
}

/** Records of the agent's log, newest last: those of `level` and above that hold every word of `q`. */
export async function readLog(root: StateRoot, name: string, query: URLSearchParams): Promise<object> {
  const words = (query.get("q") ?? "").slice(0, LONGEST_SEARCH).toLowerCase().split(/\s+/).filter(Boolean);
  const least = LEVELS.indexOf(query.get("level") ?? "debug");
  const session = await openSession(root, name, { engine: null });
  try {
    const records: LogRecord[] = [];
    let searched = 0;
    for await (const record of session.logs({ last: SEARCHED })) {
      searched += 1;
      const { level, event, command_id, code, message } = record;
      const text =
        `${record.timestamp} ${level} ${event} ${command_id ?? ""} ${code ?? ""} ${message ?? ""}`.toLowerCase();
      if (LEVELS.indexOf(level) >= least && words.every((word) => text.includes(word))) records.push(record);
    }
    return { searched, found: records.length, records: records.slice(-TOLD) };
  } finally {
    await session.close();
  }
}

function byteOf(query: URLSearchParams, key: string): number {
  const text = query.get(key) ?? "0";
  if (!/^-?\d{1,15}$/.test(text)) throw new Refused(400, "usage", `${key} is to be a number of bytes.`);
  return Number(text);
}

function noSession(name: string): never {
  throw new Refused(404, "no_session", `There is no session ${JSON.stringify(name.slice(0, 50))}.`);
}
