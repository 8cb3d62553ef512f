// Probes: commands of the configuration whose exit code tells the health and the state of services (docs/protocol.md#probes).
import { type ChildProcess, spawn } from "node:child_process";
import type { Probe } from "@para-docker/protocol";
import { ignoring } from "./errno.js";

/** What a probe is run with. */
export interface ProbeContext {
  cwd(): string;
  env: Readonly<Record<string, string>>;
  /** Milliseconds since the agent's start. */
  age(): number;
}

/** A verdict: the probe went well, or failed so often that it counts. Called at every verdict, also one that changes nothing. */
export type Verdict = (works: boolean) => void;

/** Asks again and again until it is closed. A library's own probe is a function instead of a command. */
export function startProbe(probe: Probe, context: ProbeContext, onVerdict: Verdict): () => void {
  const { interval_seconds = 30, retries = 3, start_period_seconds = 0 } = probe;
  let failures = 0;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let kill: (() => void) | undefined;

  const ask = () => {
    kill = runProbe(probe, context, (works) => {
      if (closed) return;
      if (works) failures = 0;
      else if (context.age() >= start_period_seconds * 1000) failures += 1;
      if (works || failures >= retries) onVerdict(works);
      timer = setTimeout(ask, interval_seconds * 1000);
    });
  };
  ask();

  return () => {
    closed = true;
    clearTimeout(timer);
    kill?.();
  };
}

/** Runs the command once; past its time it is killed, and has failed. Returns what kills it. */
function runProbe(probe: Probe, context: ProbeContext, onEnd: (works: boolean) => void): () => void {
  let child: ChildProcess;
  try {
    child = spawn("/bin/sh", ["-c", probe.command], {
      cwd: context.cwd(),
      env: { ...context.env },
      stdio: "ignore",
      detached: true,
    });
  } catch {
    setImmediate(onEnd, false);
    return () => undefined;
  }
  const kill = () => {
    if (child.pid !== undefined) ignoring(() => process.kill(-Number(child.pid), "SIGKILL"));
  };
  const timer = setTimeout(kill, (probe.timeout_seconds ?? 30) * 1000);
  let over = false;
  const end = (works: boolean) => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    onEnd(works);
  };
  child.on("error", () => end(false));
  child.on("exit", (code) => end(code === 0));
  return kill;
}
