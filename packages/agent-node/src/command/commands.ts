// All commands of the agent, from the queue to their results: what waits, what runs, what has ended.
import type { ErrorCode, ExecCommand, QueueReading, SignalCommand, SignalHook } from "@para-docker/protocol";
import type { Configuration } from "../configuration.js";
import { errnoOf } from "../errno.js";
import type { Log } from "../log.js";
import { createEntryFaults } from "../queue/queue-file.js";
import { createWaiting, isExpired } from "../queue/waiting.js";
import type { Settings } from "../settings.js";
import type { StatusFile } from "../status/status-file.js";
import type { Claims } from "./claims.js";
import { commandEnvironment, deniedVariable, processMarks, workingDirectory } from "./environment.js";
import type { PipeStore } from "./pipes.js";
import { commandArgv, shellArgv } from "./program.js";
import type { Identity } from "./record.js";
import { recover } from "./recover.js";
import type { Results, Verdict } from "./results.js";
import { summaryOf } from "./results.js";
import { type RunContext, type Running, type RunSpec, startRunning } from "./running.js";

/** What the commands need of the agent. */
export interface CommandsContext {
  settings: Settings;
  configuration(): Configuration;
  self: Identity;
  claims: Claims;
  pipes: PipeStore;
  results: Results;
  status: StatusFile;
  log: Log;
  /** Answers a signal whose claim has been made. */
  onSignal(signal: SignalCommand): void;
  /** A command has ended; called once for all that end at the same time. */
  onEnded(): void;
}

/** The commands, and what moves them on. Nothing here throws. */
export interface Commands {
  /** Commands that run, hooks included. */
  readonly running: number;
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
  /** Stops all that runs; `graceSeconds` where it is to be shorter than the command's own. */
  cancelRunning(graceSeconds?: number): void;
  /** Runs a hook for a signal whose claim has been made. */
  runHook(signal: SignalCommand, hook: SignalHook): void;
  /** Ids that the host has, whose directories are still there, the oldest first. */
  settled(): string[];
  /** Ids that stand in the queue as it is now. */
  inQueue(id: string): boolean;
  forget(id: string): void;
}

/** So long may the one who made a claim take to write what it is. */
const CLAIM_GRACE_MS = 1000;
const DISK_FAULTS: ReadonlySet<string> = new Set(["ENOSPC", "EIO", "EROFS", "EDQUOT"]);

export function createCommands(context: CommandsContext): Commands {
  const { settings, configuration, claims, pipes, results, status, log } = context;
  const waiting = createWaiting();
  const running = new Map<string, Running>();
  const hooks = new Set<string>();
  /** Claims that another agent has, or nobody knows of, since when. */
  const foreign = new Map<string, number>();
  const settledIds = new Set<string>();
  const tellEntryFaults = createEntryFaults((fault) => {
    log.write("warn", "entry.refused", fault);
    status.addError(fault);
  });
  /** Answers whose claims the disk refused. */
  const deferred = new Map<string, Verdict>();
  let queue: QueueReading = { processed: [], entries: [] };
  let processed = new Set<string>();
  let queued = new Set<string>();
  let takeAgain = false;
  let refused = false;
  let starting = true;
  let endTold = false;

  const runContext = (id: string): RunContext => ({
    id,
    directory: claims.path(id),
    owner: context.self,
    marks: processMarks(settings, id),
    onLoss() {
      log.write("warn", "output.lost", { command_id: id, code: "write_failed" });
      status.addWarning({ code: "write_failed", command_id: id, message: "the disk refused output of this command" });
    },
    onEnd(result) {
      running.delete(id);
      hooks.delete(id);
      results.end(result);
      if (endTold) return;
      endTold = true;
      setImmediate(() => {
        endTold = false;
        context.onEnded();
      });
    },
  });

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

  /** A claim that was there: an earlier life's, another agent's, or one that the host has had answered long ago. */
  const takeUp = (id: string) => {
    const result = claims.readResult(id);
    if (result !== undefined) {
      foreign.delete(id);
      if (claims.isProcessed(id)) settledIds.add(id);
      else results.show(summaryOf(result));
      return;
    }
    const recovery = recover(runContext(id));
    const since = foreign.get(id) ?? performance.now();
    if (recovery.kind === "running") {
      foreign.delete(id);
      running.set(id, recovery.running);
      results.show({ id, state: "running" });
      log.write("info", "command.recovered", { command_id: id });
    } else if (recovery.kind === "foreign" || performance.now() - since < CLAIM_GRACE_MS) {
      foreign.set(id, since);
      if (results.get(id) === undefined)
        results.show({ id, state: recovery.kind === "foreign" ? "running" : "accepted" });
    } else {
      foreign.delete(id);
      results.answer(id, { state: "lost", message: "it was claimed, and nobody knows what became of it" });
    }
  };

  const tryTakeUp = (id: string) => {
    try {
      takeUp(id);
    } catch (error) {
      foreign.set(id, foreign.get(id) ?? performance.now());
      log.write("error", "claim.unreadable", { command_id: id, message: errnoOf(error) });
    }
  };

  const isNew = (id: string): boolean => {
    if (results.get(id) !== undefined || waiting.has(id) || running.has(id) || settledIds.has(id)) return false;
    if (processed.has(id) || deferred.has(id)) return false;
    if (!claims.exists(id)) return true;
    tryTakeUp(id);
    return false;
  };

  /** Ends a command that is not to be started. */
  const answer = (id: string, verdict: Verdict) => {
    const outcome = claim(id);
    if (outcome === "refused") deferred.set(id, verdict);
    else deferred.delete(id);
    if (outcome === "ours") results.answer(id, verdict);
  };

  const reject = (id: string, code: ErrorCode, message: string) =>
    results.answer(id, { state: "rejected", code, message });

  const takeExec = (command: ExecCommand) => {
    const denied = deniedVariable(command, configuration().allowEnv);
    if (denied !== undefined) {
      const message = `the variable ${denied} may not be set`;
      return answer(command.id, { state: "rejected", code: "denied_by_policy", message });
    }
    waiting.add(command);
    results.show({ id: command.id, state: "accepted" });
  };

  const takeSignal = (signal: SignalCommand) => {
    if (isExpired(signal, Date.now())) return answer(signal.id, EXPIRED);
    const outcome = claim(signal.id);
    if (outcome === "ours") context.onSignal(signal);
    if (outcome === "refused") takeAgain = true;
  };

  const forgetProcessed = () => {
    for (const id of processed) {
      if (results.get(id) === undefined) continue;
      waiting.take(id);
      if (running.has(id) || foreign.has(id)) log.write("warn", "processed.early", { command_id: id });
      results.hide(id);
      claims.markProcessed(id);
      settledIds.add(id);
    }
  };

  const take = (reading: QueueReading) => {
    queue = reading;
    takeAgain = false;
    processed = new Set(queue.processed);
    queued = new Set(processed);
    forgetProcessed();
    const signals: SignalCommand[] = [];
    const faults = [];
    for (const entry of queue.entries) {
      if (!entry.ok) {
        const { id, problem } = entry;
        if (id === undefined || problem.code === "duplicate_id") faults.push(problem);
        else if (isNew(id)) answer(id, { state: "rejected", code: problem.code, message: problem.message });
        if (id !== undefined) queued.add(id);
        continue;
      }
      const { command } = entry;
      queued.add(command.id);
      if (!isNew(command.id)) continue;
      if (command.type === "exec") takeExec(command);
      else signals.push(command);
    }
    tellEntryFaults(faults);
    // A cancel finds its target whatever their order in the document.
    for (const signal of signals) takeSignal(signal);
  };

  const expire = () => {
    for (const { id } of waiting.takeExpired(Date.now())) answer(id, EXPIRED);
  };

  /** What a waiting command is to be started with, or why it cannot be. */
  const specOf = (command: ExecCommand): RunSpec | Verdict => {
    const cwd = workingDirectory(settings, command.working_dir);
    if (cwd === undefined) {
      return { state: "rejected", code: "invalid_working_dir", message: "the working directory cannot be entered" };
    }
    const env = commandEnvironment(settings, command.id, command.env);
    const argv = commandArgv(command, cwd, env);
    if (argv === undefined) return { state: "rejected", code: "spawn_failed", message: "there is no such program" };
    return {
      argv,
      cwd,
      env,
      stdin: command.stdin,
      timeoutSeconds: command.timeout_seconds,
      graceSeconds: command.kill_grace_seconds ?? configuration().killGrace,
      maxOutputBytes: command.max_output_bytes ?? configuration().maxOutputBytes,
    };
  };

  /** Starts commands whose claims have been made: the claims durable and the status told first. */
  const start = (specs: readonly { id: string; spec: RunSpec }[]) => {
    try {
      claims.sync();
    } catch (error) {
      for (const { id } of specs) {
        hooks.delete(id);
        reject(id, "write_failed", `the claim could not be made durable: ${errnoOf(error)}`);
      }
      return;
    }
    for (const { id } of specs) results.show({ id, state: "running" });
    status.flush();
    for (const { id, spec } of specs) {
      try {
        running.set(id, startRunning(spec, runContext(id), pipes));
        log.write("info", "command.started", { command_id: id });
      } catch (error) {
        hooks.delete(id);
        const errno = errnoOf(error);
        reject(id, DISK_FAULTS.has(errno) ? "write_failed" : "spawn_failed", `it could not be started: ${errno}`);
      }
    }
  };

  const startWaiting = () => {
    const ready: { id: string; spec: RunSpec }[] = [];
    while (starting && running.size - hooks.size + ready.length < configuration().maxConcurrency) {
      const command = waiting.next();
      if (command === undefined) break;
      const { id } = command;
      const outcome = claim(id);
      if (outcome === "taken") continue;
      if (outcome === "refused") {
        waiting.putBack(command);
        break;
      }
      const spec = isExpired(command, Date.now()) ? EXPIRED : specOf(command);
      if ("state" in spec) results.answer(id, spec);
      else ready.push({ id, spec });
    }
    if (ready.length > 0) start(ready);
  };

  return {
    get running() {
      return running.size;
    },
    restore() {
      for (const id of claims.list()) tryTakeUp(id);
    },
    take,
    turn() {
      startWaiting();
      status.flush();
    },
    tick() {
      expire();
      for (const [id, verdict] of deferred) answer(id, verdict);
      for (const id of foreign.keys()) tryTakeUp(id);
      if (takeAgain) take(queue);
    },
    setStarting(on) {
      starting = on;
    },
    cancel(id) {
      const command = running.get(id);
      if (command !== undefined) command.stop("cancelled");
      else if (waiting.take(id) !== undefined) answer(id, CANCELLED);
      else return results.get(id) !== undefined || settledIds.has(id) || claims.exists(id);
      return true;
    },
    cancelWaiting() {
      for (const { id } of waiting.takeAll()) answer(id, CANCELLED);
    },
    cancelRunning(graceSeconds) {
      for (const command of running.values()) command.stop("cancelled", graceSeconds);
    },
    runHook(signal, hook) {
      const { id } = signal;
      hooks.add(id);
      const spec: RunSpec = {
        argv: shellArgv(hook.command),
        cwd: workingDirectory(settings, undefined) ?? "/",
        env: commandEnvironment(settings, id),
        stdin: undefined,
        timeoutSeconds: signal.timeout_seconds ?? hook.timeout_seconds ?? 30,
        graceSeconds: configuration().killGrace,
        maxOutputBytes: configuration().maxOutputBytes,
      };
      start([{ id, spec }]);
    },
    settled: () => [...settledIds],
    inQueue: (id) => queued.has(id),
    forget: (id) => void settledIds.delete(id),
  };
}

const EXPIRED: Verdict = { state: "expired", code: "expired", message: "it was not started in time" };
const CANCELLED: Verdict = { state: "cancelled" };
