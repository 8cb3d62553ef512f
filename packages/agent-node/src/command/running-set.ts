// The commands that run now: how they are started, taken over and told of.
import type { ErrorCode, ExecCommand, SignalCommand, SignalHook } from "@para-docker/protocol";
import type { Configuration } from "../configuration.js";
import { errnoOf } from "../errno.js";
import type { Spares } from "../files/spares.js";
import type { Log } from "../log.js";
import type { Settings } from "../settings.js";
import type { StatusFile } from "../status/status-file.js";
import type { Claims } from "./claims.js";
import { commandVariables, processMarks, workingDirectory } from "./environment.js";
import { commandArgv, shellArgv } from "./program.js";
import type { Identity, RecordStore } from "./record.js";
import { recover } from "./recover.js";
import { type Results, summaryOf, type Verdict } from "./results.js";
import { type RunContext, type Running, type RunSpec, startRunning } from "./running.js";
import type { Supervisors } from "./supervisors.js";

/** What running commands need of the agent. */
export interface RunningSetContext {
  settings: Settings;
  configuration(): Configuration;
  self: Identity;
  claims: Claims;
  records: RecordStore;
  spares: Spares;
  supervisors: Supervisors;
  results: Results;
  status: StatusFile;
  log: Log;
  /** A command has ended; called once for all that end at the same time. */
  onEnded(): void;
}

/** A command with what it is to be started with. */
export interface Ready {
  id: string;
  spec: RunSpec;
}

/** The commands that run. Nothing here throws. */
export interface RunningSet {
  /** All of them, hooks included. */
  readonly size: number;
  /** Without hooks, which wait for nobody. */
  readonly commands: number;
  get(id: string): Running | undefined;
  all(): Iterable<Running>;
  /** What a command is to be started with now, or why it cannot be. */
  specOf(command: ExecCommand): RunSpec | Verdict;
  /** Starts commands whose claims have been made: the claims are made durable first. What the status says of them is to be written after. */
  start(ready: readonly Ready[]): void;
  startHook(signal: SignalCommand, hook: SignalHook): void;
  /** Finds out what became of a claim that was there: an earlier life's, another agent's, one that the host has had answered. */
  takeUp(id: string): "ended" | "processed" | "running" | "foreign";
  /** Looks again at what other agents have. */
  lookAtForeign(): void;
}

/** So long may the one who made a claim take to write what it is. */
const CLAIM_GRACE_MS = 1000;
const HOOK_SECONDS = 30;
const DISK_FAULTS: ReadonlySet<string> = new Set(["ENOSPC", "EIO", "EROFS", "EDQUOT"]);

export function createRunningSet(context: RunningSetContext): RunningSet {
  const { settings, configuration, claims, records, supervisors, results, status, log } = context;
  const running = new Map<string, Running>();
  const hooks = new Set<string>();
  /** Claims that another agent has, or nobody knows of, since when. */
  const foreign = new Map<string, number>();
  let endTold = false;

  const runContext = (id: string): RunContext => ({
    id,
    directory: claims.path(id),
    owner: context.self,
    spares: context.spares,
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

  const reject = (id: string, code: ErrorCode, message: string) => {
    hooks.delete(id);
    results.answer(id, { state: "rejected", code, message });
  };

  const start = (ready: readonly Ready[]) => {
    try {
      claims.sync();
    } catch (error) {
      for (const { id } of ready) reject(id, "write_failed", `the claim could not be made durable: ${errnoOf(error)}`);
      return;
    }
    for (const { id, spec } of ready) {
      try {
        running.set(id, startRunning(spec, runContext(id), supervisors));
        results.show({ id, state: "running" });
        log.write("info", "command.started", { command_id: id });
      } catch (error) {
        const errno = errnoOf(error);
        reject(id, DISK_FAULTS.has(errno) ? "write_failed" : "spawn_failed", `it could not be started: ${errno}`);
      }
    }
  };

  const takeUp = (id: string): ReturnType<RunningSet["takeUp"]> => {
    const result = claims.readResult(id);
    if (result !== undefined) {
      foreign.delete(id);
      if (claims.isProcessed(id)) return "processed";
      results.show(summaryOf(result));
      return "ended";
    }
    const recovery = tryRecover(id);
    const since = foreign.get(id) ?? performance.now();
    if (typeof recovery === "object") {
      foreign.delete(id);
      running.set(id, recovery);
      results.show({ id, state: "running" });
      log.write("info", "command.recovered", { command_id: id });
      return "running";
    }
    if (recovery === "foreign" || performance.now() - since < CLAIM_GRACE_MS) {
      foreign.set(id, since);
      if (results.get(id) === undefined) results.show({ id, state: recovery === "foreign" ? "running" : "accepted" });
      return "foreign";
    }
    foreign.delete(id);
    results.answer(id, { state: "lost", message: "it was claimed, and nobody knows what became of it" });
    return "ended";
  };

  const tryRecover = (id: string): Running | "foreign" | "nothing" => {
    try {
      const recovery = recover(runContext(id), records);
      return recovery.kind === "running" ? recovery.running : recovery.kind;
    } catch (error) {
      log.write("error", "claim.unreadable", { command_id: id, message: errnoOf(error) });
      return "foreign";
    }
  };

  return {
    get size() {
      return running.size;
    },
    get commands() {
      return running.size - hooks.size;
    },
    get: (id) => running.get(id),
    all: () => running.values(),
    specOf(command) {
      const cwd = workingDirectory(settings, command.working_dir);
      if (cwd === undefined) {
        return { state: "rejected", code: "invalid_working_dir", message: "the working directory cannot be entered" };
      }
      const env = commandVariables(settings, command.id, command.env);
      const argv = commandArgv(command, cwd, env.PATH ?? settings.environment.PATH);
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
    },
    start,
    startHook({ id, timeout_seconds }, hook) {
      hooks.add(id);
      const spec: RunSpec = {
        argv: shellArgv(hook.command),
        cwd: workingDirectory(settings, undefined) ?? "/",
        env: {},
        stdin: undefined,
        timeoutSeconds: timeout_seconds ?? hook.timeout_seconds ?? HOOK_SECONDS,
        graceSeconds: configuration().killGrace,
        maxOutputBytes: configuration().maxOutputBytes,
      };
      start([{ id, spec }]);
    },
    takeUp,
    lookAtForeign() {
      for (const id of foreign.keys()) takeUp(id);
    },
  };
}
