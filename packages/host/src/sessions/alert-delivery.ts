// Brings alerts to where the user wants them: a program of theirs, a web address. Never waits for one to be told of the next.
import { setTimeout as sleep } from "node:timers/promises";
import { HostError } from "../errors.js";
import type { Alert } from "./alerts.js";

/** Where alerts go. */
export interface AlertTargets {
  /** A program and its arguments. It gets the alert as JSON on its standard input, and as `PARA_ALERT_SESSION`, `_KIND`, `_STATE`, `_MESSAGE`. */
  command?: readonly string[];
  /** An `http` or `https` address. It gets the alert as JSON by POST. */
  webhook?: string;
  /** Told why an alert did not arrive. */
  onFailure?: (alert: Alert, reason: string) => void;
}

/** Delivers alerts one after the other, in their order, for each target. */
export interface AlertDelivery {
  /** Takes an alert and returns at once. Past a hundred that wait, the oldest are dropped and reported. */
  deliver(alert: Alert): void;
  /** When everything taken so far has arrived or failed. */
  settled(): Promise<void>;
}

/** Time for one run of the program, and for one answer of the address, in milliseconds. */
const PROGRAM_MS = 30_000;
const ANSWER_MS = 10_000;
/** Pauses before an address is tried again, in milliseconds. */
const RETRY_MS = [500, 2_000];
const WAITING = 100;
/** Characters of what a program says on its standard error that are passed on where it fails. */
const SAID = 200;
const LAST_WORDS_MS = 200;

/** A delivery to `targets`. @throws HostError `usage` for an address that is none. */
export function alertDelivery(targets: AlertTargets): AlertDelivery {
  const lanes: AlertDelivery[] = [];
  const failed = targets.onFailure ?? (() => undefined);
  const { command, webhook } = targets;
  if (command !== undefined && command.length > 0) lanes.push(lane((alert) => runProgram(command, alert), failed));
  if (webhook !== undefined) {
    const url = checkAddress(webhook);
    lanes.push(lane((alert) => post(url, alert), failed));
  }
  return {
    deliver: (alert) => {
      for (const each of lanes) each.deliver(alert);
    },
    settled: async () => {
      await Promise.all(lanes.map((each) => each.settled()));
    },
  };
}

function checkAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "http:" || url?.protocol === "https:") return url;
  throw new HostError("usage", `${JSON.stringify(text.slice(0, 80))} is no address for alerts.`, {
    hint: "Give one that begins with http:// or https://.",
  });
}

/** One target's queue. */
function lane(send: (alert: Alert) => Promise<void>, failed: NonNullable<AlertTargets["onFailure"]>): AlertDelivery {
  const waiting: Alert[] = [];
  let running: Promise<void> | undefined;
  const run = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        await send(next);
      } catch (error) {
        failed(next, error instanceof Error ? error.message : String(error));
      }
    }
    running = undefined;
  };
  return {
    deliver(alert) {
      waiting.push(alert);
      const dropped = waiting.length > WAITING ? waiting.shift() : undefined;
      if (dropped !== undefined) failed(dropped, "too many alerts wait");
      running ??= run();
    },
    settled: async () => {
      while (running !== undefined) await running;
    },
  };
}

async function runProgram(command: readonly string[], alert: Alert): Promise<void> {
  const { spawn } = await import("node:child_process");
  const [program = "", ...args] = command;
  const env = {
    ...process.env,
    PARA_ALERT_SESSION: alert.session,
    PARA_ALERT_KIND: alert.kind,
    PARA_ALERT_STATE: alert.state,
    PARA_ALERT_MESSAGE: alert.message,
  };
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, args, {
      env,
      stdio: ["pipe", "ignore", "pipe"],
      timeout: PROGRAM_MS,
      killSignal: "SIGKILL",
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = `${said}${text}`.slice(0, SAID);
    });
    child.once("error", reject);
    const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
    child.once("exit", async (code, signal) => {
      if (code === 0) return resolve();
      // What it left running may hold its standard error open.
      await Promise.race([closed, sleep(LAST_WORDS_MS)]);
      const why = said.trim() === "" ? "" : `: ${said.trim()}`;
      reject(new Error(`${program} ended with ${signal ?? `exit code ${code}`}${why}`));
    });
    // A program that does not read its input may have closed it.
    child.stdin.on("error", () => undefined);
    child.stdin.end(`${JSON.stringify(alert)}\n`);
  });
}

async function post(url: URL, alert: Alert): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      const answer = await fetch(url, {
        method: "POST",
        body: JSON.stringify(alert),
        headers: { "content-type": "application/json" },
        redirect: "error",
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      await answer.body?.cancel();
      if (answer.ok) return;
      // What it refuses it will refuse again.
      if (answer.status < 500) throw Object.assign(new Error(`it answered ${answer.status}`), { final: true });
      throw new Error(`it answered ${answer.status}`);
    } catch (error) {
      const pause = RETRY_MS[tries];
      if (pause === undefined || (error as { final?: boolean }).final === true) throw error;
      await sleep(pause);
    }
  }
}
