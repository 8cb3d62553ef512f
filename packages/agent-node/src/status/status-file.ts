// `status.json`: written whole at the start, at each change and at each heartbeat, and never too large (docs/protocol.md#heartbeat).
import { closeSync } from "node:fs";
import {
  type AgentInfo,
  type ContainerStatus,
  LIMITS,
  type LifecycleStatus,
  type Notice,
  PROTOCOL_VERSION,
  parseStatus,
  type Report,
  type ResultSummary,
} from "@para-docker/protocol";
import { readFileBounded } from "../files/read-file.js";
import { replaceFile } from "../files/replace-file.js";
import { closeLater, type Spares } from "../files/spares.js";
import type { Log } from "../log.js";
import { addNotice, type Facts, factsOf, mergeReport, noFacts } from "./facts.js";

/** What the file is made of beside the facts. */
export interface StatusSource {
  directory: string;
  spares: Spares;
  agent: AgentInfo;
  log: Log;
  /** Seconds between heartbeats, as configured now. */
  heartbeatInterval(): number;
  /** Claimed commands, in the order of the claims. */
  results(): readonly ResultSummary[];
}

/** The status and its file. Nothing here throws: a write that the disk refuses is tried again. */
export interface StatusFile {
  readonly bootId: string;
  /** Whether the last life of the agent died while it was paused. */
  readonly wasPaused: boolean;
  setLifecycle(status: LifecycleStatus): void;
  setHealth(health: string): void;
  setService(name: string, state: string): void;
  removeService(name: string): void;
  addError(notice: Omit<Notice, "timestamp">): void;
  addWarning(notice: Omit<Notice, "timestamp">): void;
  merge(report: Report): void;
  /** Something changed that it does not hold itself. */
  touch(): void;
  /** Writes if anything changed. */
  flush(): void;
  /** The same, but no sooner than a moment after the last write: for changes that come in numbers. */
  flushSoon(): void;
  /** Writes whether anything changed or not. */
  write(): void;
  /** Ends the heartbeat and the retries. */
  close(): void;
}

const LONGEST_RETRY_MS = 5000;
/** Changes that come in numbers are told together, so often. */
const GATHER_MS = 10;
const MOST_RESULTS = 512;

/** Begins the status of this life of the agent; what an earlier one that died has told goes on (docs/protocol.md#no-wipe). */
export function openStatus(source: StatusSource): StatusFile {
  const bootId = newBootId();
  const earlier = readEarlier(source.directory);
  const facts: Facts = earlier === undefined ? noFacts() : factsOf(earlier);
  let lifecycle: LifecycleStatus = "starting";
  let sequence = 0;
  let dirty = true;
  let retryMs = 0;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let soon: NodeJS.Timeout | undefined;
  let writtenAt = 0;
  /** Descriptor of the document that stands: as long as it is open, replacing it frees nothing, which is done later. */
  let standing: number | undefined;

  const now = () => new Date().toISOString();

  const document = (): ContainerStatus => ({
    protocol_version: PROTOCOL_VERSION,
    timestamp: now(),
    status: lifecycle,
    ...facts,
    boot_id: bootId,
    sequence: sequence + 1,
    heartbeat_interval_seconds: source.heartbeatInterval(),
    agent: source.agent,
    results: source.results().slice(0, MOST_RESULTS),
  });

  const keepOpen = (fd: number) => {
    if (standing !== undefined) closeLater(standing);
    standing = fd;
  };

  const write = () => {
    if (closed) return;
    let delay = source.heartbeatInterval() * 1000;
    try {
      replaceFile(source.directory, "status.json", boundedText(document, facts, now), {
        spares: source.spares,
        keepOpen,
      });
      sequence += 1;
      dirty = false;
      if (retryMs > 0) source.log.write("info", "status.written", { message: "the disk takes writes again" });
      retryMs = 0;
    } catch {
      if (retryMs === 0) source.log.write("error", "status.failed", { code: "write_failed" });
      dirty = true;
      retryMs = Math.min(LONGEST_RETRY_MS, Math.max(100, retryMs * 2));
      delay = retryMs * (0.75 + Math.random() / 2);
    }
    clearTimeout(timer);
    timer = setTimeout(write, delay);
    clearTimeout(soon);
    soon = undefined;
    writtenAt = performance.now();
  };

  const change = (action: () => void) => {
    action();
    dirty = true;
  };

  return {
    bootId,
    wasPaused: earlier?.status === "paused",
    setLifecycle: (status) =>
      change(() => {
        lifecycle = status;
      }),
    setHealth(health) {
      if (facts.health === health) return;
      facts.health = health;
      dirty = true;
    },
    setService(name, state) {
      if (facts.services[name] !== state) change(() => mergeReport(facts, { services: { [name]: state } }, now()));
    },
    removeService: (name) => change(() => delete facts.services[name]),
    addError: (notice) => change(() => addNotice(facts.errors, notice, now())),
    addWarning: (notice) => change(() => addNotice(facts.warnings, notice, now())),
    merge: (report) => change(() => mergeReport(facts, report, now())),
    touch: () => {
      dirty = true;
    },
    flush() {
      if (dirty) write();
    },
    flushSoon() {
      if (!dirty || soon !== undefined) return;
      const wait = writtenAt + GATHER_MS - performance.now();
      if (wait > 0) soon = setTimeout(write, wait);
      else write();
    },
    write,
    close() {
      closed = true;
      clearTimeout(timer);
      clearTimeout(soon);
      if (standing !== undefined) closeSync(standing);
    },
  };
}

/** Drops the oldest warnings, then the oldest errors, then `custom`, until it fits, and says so (docs/protocol.md#bounded). */
function boundedText(document: () => ContainerStatus, facts: Facts, now: () => string): string {
  const text = `${JSON.stringify(document())}\n`;
  // No character takes more than three bytes a code unit.
  if (text.length * 3 <= LIMITS.bytes.status || Buffer.byteLength(text) <= LIMITS.bytes.status) return text;
  const note = { code: "oversize", message: "the status was too large; its oldest notices or custom were left out" };
  if (facts.warnings.length > 1 || (facts.warnings[0] !== undefined && facts.warnings[0].code !== note.code)) {
    facts.warnings.splice(0, Math.ceil(facts.warnings.length / 8));
  } else if (facts.errors.length > 0) facts.errors.splice(0, Math.ceil(facts.errors.length / 8));
  else if (Object.keys(facts.custom).length > 0) facts.custom = {};
  else return text;
  if (facts.warnings.at(-1)?.code !== note.code) addNotice(facts.warnings, note, now());
  return boundedText(document, facts, now);
}

/** Unlike that of any other start. Nobody guards anything with it, so it needs no cryptography, which would cost memory. */
function newBootId(): string {
  const random = Math.random().toString(36).slice(2);
  return `${Date.now().toString(36)}-${process.pid.toString(36)}-${random}`;
}

function readEarlier(directory: string): ContainerStatus | undefined {
  const file = readFileBounded(`${directory}/status.json`, LIMITS.bytes.status);
  if (file.kind !== "bytes") return undefined;
  const parsed = parseStatus(file.bytes);
  if (!parsed.ok || parsed.value.status === "stopped" || parsed.value.boot_id === undefined) return undefined;
  return parsed.value;
}
