// The host's lock on a session: several host processes agree by a note in the session's private directory, and a note whose
// process is gone is taken over by exactly one.
//
// The note is a symbolic link that nothing follows: made and filled in one system call, so there is no half-made lock. It
// says who holds it: pid, start time of that process, boot of the machine, and a word of its own for this one holding. All of it
// in 59 bytes, for so much a file system keeps in the inode: a longer one takes a block, and giving that back takes longer than all the rest.
import { createHash, randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import {
  closeDirectory,
  type Directory,
  list,
  makeNote,
  openAnchor,
  readNote,
  removeFile,
  rename,
} from "../confined/index.js";
import { HostError } from "../errors.js";
import { makePrivateDirectory } from "../places.js";
import { identityOf, isAlive } from "../process-identity.js";

/** How long to wait for a lock. */
export interface LockOptions {
  /** Milliseconds. Default {@link LOCK_TIMEOUT_MS}. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** How long a lock is waited for. */
export const LOCK_TIMEOUT_MS = 10_000;

const LOCK = "lock";
const TAKEOVER = "takeover.";
const SPARE = ".lock.";
const PAUSE_MS = 8;
/** A holder that cannot be judged from here (another machine, another pid namespace) counts as gone after so long. */
const FOREIGN_MS = 30_000;
/** Deaths in the middle of takeovers of takeovers that are seen through in one go. */
const DEPTH = 8;

/**
 * Runs `use` while this process alone holds the session's lock, making the session's private directory if need be.
 *
 * @throws HostError `locked` after the timeout, naming the holder; what `use` throws.
 */
export async function withSessionLock<T>(
  root: Directory,
  session: string,
  use: (directory: Directory) => T | Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  const directory = makePrivateDirectory(root, session);
  try {
    return await withLock(directory, use, options);
  } finally {
    closeDirectory(directory);
  }
}

/** The same on a directory that is open already. */
export async function withLock<T>(
  directory: Directory,
  use: (directory: Directory) => T | Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  const note = await acquire(directory, options);
  try {
    return await use(directory);
  } finally {
    // Only what is ours: had we been taken for gone, the note would be another's by now.
    if (readNote(directory, LOCK) === note) removeFile(directory, LOCK);
  }
}

/** Who holds the lock, in words for `doctor`, and whether that process is gone. Nothing where nobody does. */
export function lockHolder(directory: Directory): { description: string; stale: boolean } | undefined {
  const note = readNote(directory, LOCK);
  if (note === undefined) return undefined;
  return { description: describe(note), stale: judge(note) === "gone" };
}

/** Removes what killed processes left of their takeovers. Only while holding the lock. */
export function sweepLock(directory: Directory): void {
  const listing = list(directory);
  for (const name of listing.ok ? listing.value.names : []) {
    if (name.startsWith(TAKEOVER) || name.startsWith(SPARE)) removeIfGone(directory, name);
  }
}

function removeIfGone(directory: Directory, name: string): void {
  const note = readNote(directory, name);
  if (note !== undefined && judge(note) === "gone") removeFile(directory, name);
}

async function acquire(directory: Directory, options: LockOptions): Promise<string> {
  const until = performance.now() + (options.timeoutMs ?? LOCK_TIMEOUT_MS);
  const mine = newNote();
  let watched = { note: "", since: 0 };
  for (;;) {
    options.signal?.throwIfAborted();
    if (makeNote(directory, LOCK, mine)) return mine;
    const held = readNote(directory, LOCK);
    if (held === undefined) continue;
    const now = performance.now();
    if (held !== watched.note) watched = { note: held, since: now };
    const verdict = judge(held);
    const gone = verdict === "gone" || (verdict === "foreign" && now - watched.since > FOREIGN_MS);
    if (gone && takeOver(directory, LOCK, held, mine, DEPTH)) return mine;
    if (now > until) {
      throw new HostError("locked", `The session is in use by ${describe(held)}.`, {
        hint: "Wait for it to end. If it hangs, end it: its lock is taken over then.",
      });
    }
    await sleep(Math.random() * PAUSE_MS, undefined, options.signal ? { signal: options.signal } : {});
  }
}

/**
 * Takes the note `name` over from a process that is gone: true for exactly one of all who try.
 *
 * Who may replace the note `held` is decided by a second note, named after `held`'s own word, which no other holding ever
 * has. Its owner looks again whether the note is still `held`: only an owner of that second note could have changed it.
 * If the owner dies in the middle, the second note is taken over in the same way.
 */
function takeOver(directory: Directory, name: string, held: string, mine: string, depth: number): boolean {
  const permit = `${TAKEOVER}${wordOf(held)}`;
  if (!makeNote(directory, permit, mine)) {
    const taker = readNote(directory, permit);
    if (taker === undefined || depth === 0 || judge(taker) !== "gone") return false;
    if (!takeOver(directory, permit, taker, mine, depth - 1)) return false;
  }
  try {
    if (readNote(directory, name) !== held) return false;
    const spare = `${SPARE}${randomBytes(8).toString("hex")}`;
    return makeNote(directory, spare, mine) && rename(directory, spare, directory, name);
  } finally {
    if (readNote(directory, permit) === mine) removeFile(directory, permit);
  }
}

/** Who holds something: a process that cannot be mistaken for another. `-` where a machine has no such thing. */
interface Holder {
  pid: number;
  startTime: string;
  /** Digests of the machine's boot and of its name: only whether they are ours is ever asked. */
  boot: string;
  host: string;
  namespace: string;
}

let self: Holder | undefined;
let ownBootId: string | undefined;

/** This process. */
function ourselves(): Holder {
  if (self?.pid === process.pid) return self;
  const identity = identityOf(process.pid);
  ownBootId = identity?.machine_boot_id;
  self = {
    pid: process.pid,
    startTime: identity?.start_time ?? "-",
    boot: ownBootId === undefined ? "-" : digest(ownBootId, 11),
    namespace: pidNamespace() ?? "-",
    host: digest(hostname(), 8),
  };
  return self;
}

function digest(text: string, length: number): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, length);
}

/** Which namespace this process's pid counts in. */
function pidNamespace(): string | undefined {
  let directory: Directory;
  try {
    directory = openAnchor("/proc/self/ns");
  } catch {
    return undefined;
  }
  const note = readNote(directory, "pid");
  closeDirectory(directory);
  const inode = /^pid:\[([0-9]+)\]$/.exec(note ?? "")?.[1];
  return inode === undefined ? undefined : shortened(inode);
}

/** A whole number in fewer digits. */
function shortened(decimal: string): string {
  return Number(decimal).toString(36);
}

/** `v2 PID START BOOT NAMESPACE HOST WORD`. */
function newNote(): string {
  const { pid, startTime, boot, namespace, host } = ourselves();
  const start = startTime === "-" ? "-" : shortened(startTime);
  return ["v2", pid, start, boot, namespace, host, randomBytes(8).toString("base64url")].join(" ");
}

function parse(note: string): Holder | undefined {
  const [version, pid, start, boot, namespace, host] = note.split(" ");
  if (version !== "v2" || !/^[1-9][0-9]{0,9}$/.test(pid ?? "") || !/^(-|[0-9a-z]{1,10})$/.test(start ?? ""))
    return undefined;
  if (start === undefined || boot === undefined || namespace === undefined || host === undefined) return undefined;
  const startTime = start === "-" ? "-" : String(Number.parseInt(start, 36));
  return { pid: Number(pid), startTime, boot, namespace, host };
}

/** The word of one holding: what no other note ends in. */
function wordOf(note: string): string {
  const word = note.slice(note.lastIndexOf(" ") + 1);
  return /^[A-Za-z0-9_-]{11}$/.test(word) ? word : Buffer.from(note).toString("hex").slice(0, 64);
}

/** Whether the note's process still runs, is gone, or cannot be seen from here. */
function judge(note: string): "alive" | "gone" | "foreign" {
  const holder = parse(note);
  if (holder === undefined) return "foreign";
  const here = ourselves();
  if (holder.boot !== here.boot) return holder.host === here.host ? "gone" : "foreign";
  if (holder.namespace !== here.namespace || (here.boot === "-" && holder.host !== here.host)) return "foreign";
  const start =
    holder.startTime === "-" || ownBootId === undefined
      ? {}
      : { start_time: holder.startTime, machine_boot_id: ownBootId };
  return isAlive({ pid: holder.pid, ...start }) ? "alive" : "gone";
}

function describe(note: string): string {
  const holder = parse(note);
  if (holder === undefined) return "somebody unknown";
  const here = ourselves();
  if (holder.host !== here.host) return `process ${holder.pid} of another machine or container`;
  return `process ${holder.pid}${holder.namespace === here.namespace ? "" : " of another container"}`;
}
