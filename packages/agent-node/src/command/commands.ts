// All commands of the agent, from the queue to their results: what is new, what waits, what is called off.
import type { ExecCommand, Problem, QueueReading, SignalCommand, SignalHook } from "@para-docker/protocol";
import { errnoOf } from "../errno.js";
import { createEntryFaults } from "../queue/queue-file.js";
import { createWaiting, isExpired } from "../queue/waiting.js";
import { deniedVariable } from "./environment.js";
import type { Verdict } from "./results.js";
import { createRunningSet, type Ready, type RunningSetContext } from "./running-set.js";

/** What the commands need of the agent. */
export interface CommandsContext extends RunningSetContext {
  /** Answers a signal whose claim has been made. */
  onSignal(signal: SignalCommand): void;
}

/** The commands, and what moves them on. Nothing here throws. */
export interface Commands {
  /** Commands that run, hooks included. */
  readonly running: number;
  /** Commands that wait for their turn. */
  readonly waiting: number;
  /** Takes up what earlier lives of the agent have left. */
  restore(): void;
  /** Takes a good and current queue. */
  take(queue: QueueReading): void;
  /** Starts what can be started, and writes the status if anything changed. */
  turn(): void;
  /** What time does: commands expire, other agents die, refused claims are tried again. */
  tick(): void;
  /** False: nothing is started. */
  setStarting(on: boolean): void;
  /** Cancels a command wherever it stands; false where no such id was seen. */
  cancel(id: string): boolean;
  cancelWaiting(): void;
  cancelRunning(): void;
  /** Runs a hook for a signal whose claim has been made. */
  runHook(signal: SignalCommand, hook: SignalHook): void;
  /** Ids that the host has, whose directories are still there, the oldest first. */
  settled(): string[];
  /** Whether an id stands in the queue as it is now. */
  inQueue(id: string): boolean;
  /** The directory of a settled command has gone. */
  forget(id: string): void;
}

const EXPIRED: Verdict = { state: "expired", code: "expired", message: "it was not started in time" };
const CANCELLED: Verdict = { state: "cancelled" };

export function createCommands(context: CommandsContext): Commands {
  const { configuration, claims, results, status, log } = context;
  const waiting = createWaiting();
  const tell = () => (waiting.size > 0 ? status.flushSoon() : status.flush());
  const running = createRunningSet(context);
  const settled = new Set<string>();
  /** Answers whose claims the disk refused. */
  const deferred = new Map<string, Verdict>();
  const tellEntryFaults = createEntryFaults((fault) => {
    log.write("warn", "entry.refused", fault);
    status.addError(fault);
  });
  let queue: QueueReading = { processed: [], entries: [] };
  let processed = new Set<string>();
  let queued = new Set<string>();
  let takeAgain = false;
  let refused = false;
  let starting = true;

  const takeUp = (id: string) => {
    if (running.takeUp(id) === "processed") settled.add(id);
  };

  /** Makes a claim, or finds out whose it is. `refused`: the disk does not take it, so it must be tried again. */
  const claim = (id: string): "ours" | "taken" | "refused" => {
    try {
      const outcome = claims.claim(id);
      refused = false;
      if (outcome === "taken") takeUp(id);
      return outcome;
    } catch (error) {
      if (!refused) {
        const message = `commands cannot be claimed: ${errnoOf(error)}`;
        log.write("error", "claim.refused", { command_id: id, code: "write_failed", message });
        status.addError({ code: "write_failed", command_id: id, message });
      }
      refused = true;
      return "refused";
    }
  };

  /** Ends a command that is not to be started. */
  const answer = (id: string, verdict: Verdict) => {
    const outcome = claim(id);
    if (outcome === "refused") deferred.set(id, verdict);
    else deferred.delete(id);
    if (outcome === "ours") results.answer(id, verdict);
  };

  const isNew = (id: string): boolean => {
    if (results.get(id) !== undefined || waiting.has(id) || running.get(id) !== undefined) return false;
    if (settled.has(id) || processed.has(id) || deferred.has(id)) return false;
    if (!claims.exists(id)) return true;
    takeUp(id);
    return false;
  };

  /** It is claimed when its turn comes: until then the agent's death loses nothing of it. */
  const takeExec = (command: ExecCommand) => {
    const denied = deniedVariable(command, configuration().allowEnv);
    if (denied !== undefined) {
      const message = `the variable ${denied} may not be set`;
      answer(command.id, { state: "rejected", code: "denied_by_policy", message });
      return;
    }
    waiting.add(command);
    results.show({ id: command.id, state: "accepted" });
  };

  const takeSignal = (signal: SignalCommand) => {
    if (isExpired(signal, Date.now())) {
      answer(signal.id, EXPIRED);
      return;
    }
    const outcome = claim(signal.id);
    if (outcome === "ours") context.onSignal(signal);
    if (outcome === "refused") takeAgain = true;
  };

  const forgetProcessed = () => {
    const dropped = [...processed].filter((id) => results.get(id) !== undefined);
    if (dropped.length === 0) return;
    // What the disk refuses now is tried again at the next turn.
    if (!claims.markProcessed(dropped)) return;
    for (const id of dropped) {
      results.hide(id);
      settled.add(id);
    }
  };

  const take = (reading: QueueReading) => {
    queue = reading;
    takeAgain = false;
    processed = new Set(queue.processed);
    queued = new Set(processed);
    for (const id of processed) waiting.take(id);
    const signals: SignalCommand[] = [];
    const faults: Problem[] = [];
    for (const entry of queue.entries) {
      const id = entry.ok ? entry.command.id : entry.id;
      if (id !== undefined) queued.add(id);
      if (!entry.ok) {
        const { code, message } = entry.problem;
        if (id === undefined || code === "duplicate_id") faults.push(entry.problem);
        else if (isNew(id)) answer(id, { state: "rejected", code, message });
      } else if (isNew(entry.command.id)) {
        if (entry.command.type === "exec") takeExec(entry.command);
        else signals.push(entry.command);
      }
    }
    tellEntryFaults(faults);
    // A cancel finds its target whatever their order in the document.
    for (const signal of signals) takeSignal(signal);
  };

  const startWaiting = () => {
    const ready: Ready[] = [];
    while (starting && running.commands + ready.length < configuration().maxConcurrency) {
      const command = waiting.next();
      if (command === undefined) break;
      const outcome = claim(command.id);
      if (outcome === "taken") continue;
      if (outcome === "refused") {
        waiting.putBack(command);
        break;
      }
      const spec = isExpired(command, Date.now()) ? EXPIRED : running.specOf(command);
      if ("state" in spec) results.answer(command.id, spec);
      else ready.push({ id: command.id, spec });
    }
    if (ready.length > 0) running.start(ready);
  };

  return {
    get running() {
      return running.size;
    },
    get waiting() {
      return waiting.size;
    },
    restore() {
      for (const id of claims.list()) takeUp(id);
    },
    take,
    turn() {
      startWaiting();
      // While the commands begin: only their claims have to be there before.
      forgetProcessed();
      tell();
    },
    tick() {
      for (const { id } of waiting.takeExpired(Date.now())) answer(id, EXPIRED);
      for (const [id, verdict] of deferred) answer(id, verdict);
      running.lookAtForeign();
      if (takeAgain) take(queue);
    },
    setStarting(on) {
      starting = on;
    },
    cancel(id) {
      const command = running.get(id);
      if (command !== undefined) command.stop("cancelled");
      else if (waiting.take(id) !== undefined) answer(id, CANCELLED);
      else return results.get(id) !== undefined || settled.has(id) || claims.exists(id);
      return true;
    },
    cancelWaiting() {
      for (const { id } of waiting.takeAll()) answer(id, CANCELLED);
    },
    cancelRunning() {
      for (const command of running.all()) command.stop("cancelled");
    },
    runHook: (signal, hook) => running.startHook(signal, hook),
    settled: () => [...settled],
    inQueue: (id) => queued.has(id),
    forget: (id) => void settled.delete(id),
  };
}
