// The agent: its parts, put together and kept going until it is told to stop.
import { mkdirSync } from "node:fs";
import { PROTOCOL_VERSION, type Report } from "@para-docker/protocol";
import { type OwnChecks, startChecks } from "./checks.js";
import { openClaims } from "./command/claims.js";
import { createCommands } from "./command/commands.js";
import { openFifoStore } from "./command/fifos.js";
import { openRecords } from "./command/record.js";
import { relieveDaemons } from "./command/relieve.js";
import { createResults } from "./command/results.js";
import { openSupervisors } from "./command/supervisors.js";
import { type Configuration, type ConfigurationReading, configure, readConfiguration } from "./configuration.js";
import { openDoorbell } from "./doorbell.js";
import { ignoring } from "./errno.js";
import { replaceFile, sweepTemporaries } from "./files/replace-file.js";
import { openSpares } from "./files/spares.js";
import { openLog } from "./log.js";
import { createMeter } from "./measure/metrics.js";
import { isAlive, startTimeOf } from "./processes/proc.js";
import { openQueueFile } from "./queue/queue-file.js";
import { openSequenceFile } from "./queue/sequence-file.js";
import { createRedactor } from "./redact.js";
import { makeReportsDirectory, takeReports } from "./reports.js";
import { createRetention } from "./retention.js";
import { type Environment, isDirectory, readSettings } from "./settings.js";
import { answerSignal, type SignalHandler } from "./signals.js";
import { openStatus } from "./status/status-file.js";
import { VERSION } from "./version.js";

/** How an agent is made. Everything has a default. */
export interface AgentOptions extends OwnChecks {
  /** Default: `process.env` (docs/protocol.md#environment). */
  env?: Environment;
  /** Custom signals by name; they come before the hooks of the configuration. */
  signals?: Readonly<Record<string, SignalHandler>>;
  /** How often earlier lives of this agent have died, and of what; told in the status. */
  deaths?: { count: number; last: string };
}

/** A running agent. */
export interface Agent {
  /** The status directory, absolute. */
  readonly statusDir: string;
  /** Merges a report into the status at once, as `report()` does by way of a file (docs/protocol.md#reports). */
  report(report: Report): void;
  /**
   * Ends as on a `shutdown` (docs/protocol.md#shutdown): takes nothing more, lets running commands end within `timeoutSeconds` (5), stops
   * the others, writes the last status. A second call may shorten the time.
   */
  stop(timeoutSeconds?: number): void;
  /** Fulfilled when the last status is written, by `stop` or by a `shutdown` of the host. */
  readonly stopped: Promise<void>;
}

/** Once the time is over, a disk that refuses the last results holds up the end no longer than this. */
const LAST_WRITES_MS = 3000;

/** Starts an agent in this process. Throws where the status directory cannot be told or made. */
export function createAgent(options: AgentOptions = {}): Agent {
  const startedAt = performance.now();
  const settings = readSettings(options.env ?? process.env);
  const { statusDir } = settings;
  mkdirSync(`${statusDir}/logs`, { recursive: true });
  sweepTemporaries(statusDir);
  const log = openLog(`${statusDir}/logs`);
  const spares = openSpares(`${statusDir}/logs/.spares`);
  const claims = openClaims(`${statusDir}/logs/commands`, spares);
  makeReportsDirectory(`${statusDir}/reports`);
  const sequence = openSequenceFile(`${statusDir}/logs/.sequence`);
  const self = { pid: process.pid, startTime: startTimeOf(process.pid) };
  const records = openRecords(`${statusDir}/logs/commands/.supervisors`, self);
  const fifos = openFifoStore(statusDir);
  const supervisors = openSupervisors({ ...settings.environment, PARA_STATUS_DIR: statusDir }, records, fifos);

  let configuration: Configuration = configure();
  let redact = createRedactor([]);
  const results = createResults(
    claims,
    log,
    () => status.touch(),
    () => status.addError({ code: "write_failed", message: "the disk refuses results; they are tried again" }),
  );
  const status = openStatus({
    directory: statusDir,
    spares,
    agent: { name: "para-agent-node", version: VERSION, runtime: `node ${process.versions.node}` },
    log,
    heartbeatInterval: () => configuration.heartbeatInterval,
    results: () => results.list,
  });

  const fault = (event: string) => (fault: { code: string; message: string }) => {
    const { code, message } = redact(fault);
    log.write("warn", event, { code, message });
    status.addError({ code, message });
  };

  const adopt = (next: Configuration) => {
    configuration = next;
    redact = createRedactor(next.secretEnv.map((name) => settings.environment[name]));
  };
  const firstReading = readConfiguration(settings.configFile);
  if (firstReading.ok) adopt(firstReading.configuration);
  else fault("config.refused")(firstReading);

  const commands = createCommands({
    settings,
    configuration: () => configuration,
    self,
    claims,
    records,
    spares,
    supervisors,
    results,
    status,
    log,
    onSignal: (signal) => answerSignal(signal, signalContext),
    onEnded: () => {
      commands.turn();
      endIfDone();
    },
  });
  const queue = openQueueFile(`${statusDir}/commands.json`, sequence, fault("file.refused"));
  const retain = createRetention(commands, claims);
  const reportSink = {
    onReport: (report: Report) => status.merge(redact(report)),
    onFault: fault("report.refused"),
  };
  const workspace = () => (isDirectory(settings.workspace) ? settings.workspace : "/");
  const measure = createMeter(status.bootId, startedAt, workspace);
  const probeContext = { cwd: workspace, env: settings.environment, age: () => performance.now() - startedAt };

  let closeChecks: () => void = () => undefined;
  let pollTimer: NodeJS.Timeout | undefined;
  let metricsTimer: NodeJS.Timeout | undefined;
  let stopTimer: NodeJS.Timeout | undefined;
  let stopAt = Number.POSITIVE_INFINITY;
  let fulfil: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    fulfil = resolve;
  });
  const shutdownIds: string[] = [];
  let ended = false;

  const look = () => {
    const reading = stopAt === Number.POSITIVE_INFINITY ? queue.look() : undefined;
    if (reading !== undefined) commands.take(reading);
    commands.turn();
    if (takeReports(`${statusDir}/reports`, reportSink)) status.flush();
  };

  const poll = () => {
    look();
    commands.tick();
    commands.turn();
    supervisors.trim();
    retain(configuration.retention);
    endIfDone();
  };

  const writeMetrics = () => {
    // What the disk refuses now is measured again soon; the old document stays whole.
    ignoring(() => replaceFile(statusDir, "metrics.json", `${JSON.stringify(measure())}\n`));
  };

  const setTimers = () => {
    clearInterval(pollTimer);
    clearInterval(metricsTimer);
    closeChecks();
    pollTimer = setInterval(poll, configuration.pollInterval * 1000);
    if (configuration.metricsInterval > 0) {
      metricsTimer = setInterval(writeMetrics, configuration.metricsInterval * 1000);
      setImmediate(writeMetrics);
    }
    closeChecks = startChecks(configuration, options, probeContext, status);
  };

  const stop = (timeoutSeconds: number) => {
    const first = stopAt === Number.POSITIVE_INFINITY;
    stopAt = Math.min(stopAt, performance.now() + timeoutSeconds * 1000);
    if (first) {
      log.write("info", "agent.stopping");
      commands.setStarting(false);
      commands.cancelWaiting();
      status.setLifecycle("stopping");
      status.flush();
    }
    clearTimeout(stopTimer);
    stopTimer = setTimeout(() => commands.cancelRunning(), Math.max(0, stopAt - performance.now()));
    // Not now: the document that asks for it may ask for more.
    setImmediate(endIfDone);
  };

  /** The end comes when no command runs and every result is on disk, or the disk has had its time. */
  const endIfDone = () => {
    if (ended || stopAt === Number.POSITIVE_INFINITY || commands.running > 0) return;
    const overdue = performance.now() > stopAt + LAST_WRITES_MS;
    if (results.unwritten > 0 && !overdue) return;
    for (const id of shutdownIds.splice(0)) results.answer(id, { state: "succeeded" });
    if (results.unwritten > 0 && !overdue) return;
    end();
  };

  const end = () => {
    ended = true;
    for (const timer of [pollTimer, metricsTimer, stopTimer]) clearTimeout(timer);
    closeChecks();
    closeDoorbell?.();
    results.close();
    status.setLifecycle("stopped");
    status.write();
    status.close();
    log.write("info", "agent.stopped");
    log.close();
    supervisors.close();
    fifos.close();
    claims.close();
    spares.close();
    sequence.close();
    fulfil();
  };

  const signalContext = {
    commands,
    results,
    handlers: options.signals ?? {},
    hook: (name: string) => configuration.hooks.get(name),
    reload(): ConfigurationReading {
      const reading = readConfiguration(settings.configFile);
      if (reading.ok) {
        adopt(reading.configuration);
        setTimers();
      }
      log.write("info", "config.reloaded", reading.ok ? {} : { code: reading.code });
      return reading;
    },
    pause(on: boolean) {
      commands.setStarting(!on);
      status.setLifecycle(on ? "paused" : "running");
    },
    shutdown(timeoutSeconds: number, id: string) {
      shutdownIds.push(id);
      stop(timeoutSeconds);
    },
  };

  if (options.health !== undefined || configuration.health !== undefined) status.setHealth("starting");
  log.write("info", "agent.started", { message: `para-agent-node ${VERSION}, protocol ${PROTOCOL_VERSION}` });
  const closeDoorbell = settings.doorbell ? openDoorbell(`${statusDir}/doorbell`, look) : undefined;
  if (options.deaths !== undefined && options.deaths.count > 0) {
    const { count, last } = options.deaths;
    status.addError({
      code: "agent_died",
      source: "para-agent",
      message: `the agent has died and was started again, deaths so far: ${count}, last: ${last}`,
    });
  }
  commands.restore();
  // Not before the claims are known: a result that no status lists is one that the host has had and may forget.
  status.write();
  records.clean(
    (id) => results.get(id)?.state === "running",
    ({ pid, startTime }) => isAlive(pid, startTime),
  );
  relieveDaemons(statusDir, (id) => results.get(id)?.state === "running");
  // A pause is the host's wish, and the agent's death has not changed it.
  status.setLifecycle(status.wasPaused ? "paused" : "running");
  commands.setStarting(!status.wasPaused);
  setTimers();
  look();
  supervisors.warm();
  return { statusDir, report: (report) => reportSink.onReport(report), stop: (seconds = 5) => stop(seconds), stopped };
}
