// Waits for results: of all commands of a session that somebody waits for, in one loop.
//
// A result is told when the ledger has it, so that every host process tells the same one (docs/protocol.md#first-result).
import type { CommandResult, ContainerStatus } from "@para-docker/protocol";
import { closeDirectory, type Directory, type Found, walkTo } from "../confined/index.js";
import { HostError } from "../errors.js";
import { openClaimOf, openSessionDirectory, PLACES } from "../places.js";
import { type Activity, directoryActivity, limiter, type Waker, waker } from "../reading/activity.js";
import type { Queue } from "./queue.js";

/** What the waiter needs of its session. */
export interface WaiterParts {
  root: Directory;
  session: string;
  queue: Queue;
  /** The status as it is now. */
  status(): ContainerStatus | undefined;
  /** Whether the container may still write a result; by an answer of the engine that may be a second old. */
  alive(): Promise<boolean>;
}

/** Waits for results in one session. */
export interface ResultWaiter {
  /**
   * The terminal result of `id`.
   *
   * @throws HostError `no_command` for an id never enqueued, `container_died` where nothing is left that could end it, `aborted` by
   * the signal, or the queue's errors.
   */
  wait(id: string, signal?: AbortSignal): Promise<CommandResult>;
  /** Refuses who still waits. Resolves when nothing is being recorded or published any more. */
  close(): Promise<void>;
}

/** Without any event the files are looked at so often. */
const RESCAN_MS = 1_000;
/** The same where no watch can be had. */
const POLL_MS = 150;
/** Where more than so many results are waited for, looks are gathered: … */
const CROWD = 16;
/** … so long after an event, what else ends is found by the same look, and recorded and published with it. */
const GATHER_MS = 15;
/** A claim that was just made is looked at so much later: on a machine of few processors its agent needs them now. */
const CLAIMED_MS = 1;
/** How often the engine is asked. */
const ALIVE_MS = 1_000;

interface Waited {
  claim: Activity;
  resolve(result: CommandResult): void;
  reject(error: unknown): void;
}

/** The waiter of a session. Nothing is watched until somebody waits. */
export function resultWaiter(parts: WaiterParts): ResultWaiter {
  const waited = new Map<string, Set<Waited>>();
  let looping: Promise<void> | undefined;
  const wakeUp = waker();

  const refuse = (error: unknown) => {
    for (const each of [...waited.values()].flatMap((all) => [...all])) each.reject(error);
  };

  const loop = async () => {
    while (waited.size > 0) await run(parts, waited, wakeUp).catch(refuse);
    looping = undefined;
  };

  return {
    wait(id, signal) {
      return new Promise((resolve, reject) => {
        const each: Waited = {
          claim: directoryActivity(() => openClaimOf(parts.root, parts.session, id), isResult, wakeUp.wake),
          resolve: (result) => settle(() => resolve(result)),
          reject: (error) => settle(() => reject(error)),
        };
        const abort = () => each.reject(aborted(id, signal));
        const settle = (act: () => void) => {
          signal?.removeEventListener("abort", abort);
          each.claim.close();
          const all = waited.get(id);
          all?.delete(each);
          if (all?.size === 0) waited.delete(id);
          act();
        };
        if (signal?.aborted) return reject(aborted(id, signal));
        signal?.addEventListener("abort", abort, { once: true });
        waited.set(id, (waited.get(id) ?? new Set()).add(each));
        wakeUp.wake();
        looping ??= loop();
      });
    },
    async close() {
      refuse(new HostError("aborted", "The session was closed while its result was waited for."));
      wakeUp.wake();
      await looping;
    },
  };
}

/** The loop, for as long as somebody waits. */
async function run(parts: WaiterParts, waited: Map<string, Set<Waited>>, wakeUp: Waker): Promise<void> {
  const { root, session } = parts;
  const created = new Set<string>();
  const claims = directoryActivity(
    () => openClaims(root, session),
    (name) => waited.has(name) && created.add(name).has(name),
    wakeUp.wake,
  );
  const statuses = directoryActivity(
    () => openSessionDirectory(root, session),
    (name) => name === PLACES.status,
    wakeUp.wake,
  );
  const mayReadStatus = limiter(10, 10);
  const mayLook = limiter(200, 50);
  let lookedAt = Number.NEGATIVE_INFINITY;
  let aliveAt = performance.now();
  try {
    while (waited.size > 0) {
      const watching = claims.ensure() && statuses.ensure();
      const now = performance.now();
      const rescan = now - lookedAt >= (watching ? RESCAN_MS : POLL_MS);
      const all = (claims.take() && created.size === 0) || rescan;
      const expected = all ? [...waited.keys()] : [...created];
      created.clear();
      const fired = new Set([...expected, ...firedClaims(waited, expected)]);
      const readStatus = rescan || (statuses.take() && mayReadStatus.take() === 0);
      if (fired.size > 0 || readStatus) {
        if (rescan) lookedAt = now;
        await look(parts, waited, fired, readStatus);
      }
      if (waited.size === 0) break;
      if (now - aliveAt > ALIVE_MS) {
        aliveAt = now;
        if (!(await parts.alive())) await lastLook(parts, waited);
      }
      await wakeUp.wait(watching ? RESCAN_MS : POLL_MS);
      const claimed = created.size > 0 ? CLAIMED_MS : 0;
      const pause = Math.max(mayLook.take(), waited.size > CROWD ? GATHER_MS : 0, claimed);
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  } finally {
    claims.close();
    statuses.close();
  }
}

/** Ids in whose claims something happened. Watches are put on the claims in `looked`, which are looked at anyway. */
function firedClaims(waited: Map<string, Set<Waited>>, looked: readonly string[]): string[] {
  for (const id of looked) for (const { claim } of waited.get(id) ?? []) claim.ensure();
  return [...waited].filter(([, all]) => [...all].filter(({ claim }) => claim.take()).length > 0).map(([id]) => id);
}

/** Settles what `fired` shows, and answers everybody whose command has ended. */
async function look(
  parts: WaiterParts,
  waited: Map<string, Set<Waited>>,
  fired: Iterable<string>,
  readStatus: boolean,
): Promise<void> {
  const onEnded = (results: readonly CommandResult[]) => {
    for (const result of results) for (const each of [...(waited.get(result.id) ?? [])]) each.resolve(result);
  };
  await parts.queue.settle(readStatus ? parts.status() : undefined, { expected: fired, onEnded });
  answer(parts, waited);
}

function answer({ queue, session }: WaiterParts, waited: Map<string, Set<Waited>>): void {
  const state = queue.state();
  for (const [id, all] of [...waited]) {
    const ended = state.ended.get(id);
    for (const each of [...all]) {
      if (ended !== undefined) each.resolve(ended.result);
      else if (!state.open.has(id)) each.reject(noCommand(session, id, state.used.has(id)));
    }
  }
}

/** Nothing runs any more: what it left is all there is. */
async function lastLook(parts: WaiterParts, waited: Map<string, Set<Waited>>): Promise<void> {
  await parts.queue.settle(parts.status(), { expected: [...waited.keys()], final: true });
  answer(parts, waited);
  for (const [id, all] of [...waited]) {
    for (const each of [...all]) {
      each.reject(
        new HostError("container_died", `The container ended before ${id} did.`, {
          hint: `para-docker status ${parts.session} says how; para-docker finish ${parts.session} archives what it left.`,
        }),
      );
    }
  }
}

/** The error for an id that has no result to tell. */
export function noCommand(session: string, id: string, forgotten: boolean): HostError {
  return forgotten
    ? new HostError("no_command", `The result of ${id} is no longer kept.`, { hint: "Only the newest thousand are." })
    : new HostError("no_command", `No command ${JSON.stringify(id.slice(0, 80))} was enqueued in ${session}.`, {
        hint: `para-docker status ${session} lists them.`,
      });
}

function aborted(id: string, signal: AbortSignal | undefined): HostError {
  return new HostError("aborted", `Waiting for ${id} was given up.`, { cause: signal?.reason });
}

function isResult(name: string): boolean {
  return name === PLACES.result;
}

function openClaims(root: Directory, session: string): Found<Directory> {
  const directory = openSessionDirectory(root, session);
  if (!directory.ok) return directory;
  try {
    return walkTo(directory.value, [PLACES.logs, PLACES.commandLogs]);
  } finally {
    closeDirectory(directory.value);
  }
}
