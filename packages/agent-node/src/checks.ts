// Asks the probes of the configuration and the functions of a library's user, and writes their verdicts into the status.
import type { Probe } from "@para-docker/protocol";
import type { Configuration } from "./configuration.js";
import { type ProbeContext, startProbe } from "./probes.js";
import type { StatusFile } from "./status/status-file.js";

/** Whether something works; a throw or a rejection says no. */
export type Check = () => boolean | Promise<boolean>;

/** What a program that is its own agent knows of its health and its services. */
export interface OwnChecks {
  health?: Check;
  services?: Readonly<Record<string, Check>>;
  /** Seconds between two askings. Default 30. */
  checkIntervalSeconds?: number;
}

/** Starts all probes and checks; returns what ends them. Services that nobody looks after any more leave the status. */
export function startChecks(
  configuration: Configuration,
  own: OwnChecks,
  context: ProbeContext,
  status: StatusFile,
): () => void {
  const ends: (() => void)[] = [];

  const health = (works: boolean) => {
    status.setHealth(works ? "healthy" : "unhealthy");
    status.flush();
  };
  const service = (name: string) => (works: boolean) => {
    status.setService(name, works ? "running" : "error");
    status.flush();
  };
  const begin = (check: Check | Probe, onVerdict: (works: boolean) => void) => {
    const end =
      typeof check === "function"
        ? startOwnCheck(check, own.checkIntervalSeconds ?? 30, onVerdict)
        : startProbe(check, context, onVerdict);
    ends.push(end);
  };

  const healthCheck = own.health ?? configuration.health;
  if (healthCheck !== undefined) {
    status.setHealth("starting");
    begin(healthCheck, health);
  }
  const services = new Map<string, Check | Probe>([...configuration.services, ...Object.entries(own.services ?? {})]);
  for (const [name, check] of services) {
    status.setService(name, "starting");
    begin(check, service(name));
  }
  return () => {
    for (const end of ends) end();
  };
}

function startOwnCheck(check: Check, intervalSeconds: number, onVerdict: (works: boolean) => void): () => void {
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const ask = async () => {
    let works = false;
    try {
      works = await check();
    } catch {
      // A check that throws has found that it does not work.
    }
    if (closed) return;
    onVerdict(works);
    timer = setTimeout(ask, intervalSeconds * 1000);
  };
  void ask();
  return () => {
    closed = true;
    clearTimeout(timer);
  };
}
