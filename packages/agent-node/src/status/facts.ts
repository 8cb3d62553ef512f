// What the agent knows of its container, and how reports change it (docs/protocol.md#status, #reports).
import {
  type Attention,
  type CustomMap,
  LIMITS,
  type Notice,
  type Progress,
  type Report,
  type ServiceMap,
} from "@para-docker/protocol";

/** The part of a status that lasts from write to write. */
export interface Facts {
  health: string;
  phase?: string;
  progress?: Progress;
  services: ServiceMap;
  errors: Notice[];
  warnings: Notice[];
  custom: CustomMap;
  attention?: Attention;
}

/** Most keys of `services` and of `custom`, as the schema has them. */
const MOST_KEYS = 64;

export function noFacts(): Facts {
  return { health: "unknown", services: emptyMap(), errors: [], warnings: [], custom: emptyMap() };
}

/** Without a prototype, so that no name a program invents means anything but itself. */
function emptyMap<T>(): { [name: string]: T } {
  return Object.create(null) as { [name: string]: T };
}

/** Appends a notice; of more than fifty the newest stay. */
export function addNotice(list: Notice[], notice: Omit<Notice, "timestamp">, timestamp: string): void {
  list.push({ timestamp, ...notice });
  list.splice(0, list.length - LIMITS.notices);
}

/** Merges a report: fields whole, `services` and `custom` key by key, notices appended (docs/protocol.md#reports). */
export function mergeReport(facts: Facts, report: Report, timestamp: string): void {
  if (report.clear_notices === true) {
    facts.errors = [];
    facts.warnings = [];
  }
  if (report.phase !== undefined) facts.phase = report.phase;
  if (report.health !== undefined) facts.health = report.health;
  if (report.progress === null) delete facts.progress;
  else if (report.progress !== undefined) facts.progress = report.progress;
  if (report.attention !== undefined) facts.attention = withSince(report.attention, facts.attention, timestamp);
  for (const notice of report.errors ?? []) addNotice(facts.errors, notice, timestamp);
  for (const notice of report.warnings ?? []) addNotice(facts.warnings, notice, timestamp);
  const services = mergeMap(facts.services, report.services);
  const custom = mergeMap(facts.custom, report.custom);
  if (services && custom) return;
  const message = `more than ${MOST_KEYS} names in services or custom; the newest were left out`;
  addNotice(facts.warnings, { code: "oversize", message }, timestamp);
}

/** Since when a person is needed: since the first report that says so, unless it says otherwise itself. */
function withSince(attention: Attention, before: Attention | undefined, timestamp: string): Attention {
  if (!attention.required || attention.since !== undefined) return attention;
  return { ...attention, since: (before?.required === true ? before.since : undefined) ?? timestamp };
}

/** False where something did not fit. */
function mergeMap<T>(map: { [name: string]: T }, changes: { [name: string]: T | null } | undefined): boolean {
  let fits = true;
  for (const [name, value] of Object.entries(changes ?? {})) {
    if (value === null) delete map[name];
    else if (name in map || Object.keys(map).length < MOST_KEYS) map[name] = value;
    else fits = false;
  }
  return fits;
}

/** What an earlier life of the agent has told and nobody has taken back. */
export function factsOf(status: Partial<Facts>): Facts {
  const facts = noFacts();
  const { health, phase, progress, services, errors, warnings, custom, attention } = status;
  if (health !== undefined) facts.health = health;
  if (phase !== undefined) facts.phase = phase;
  if (progress !== undefined) facts.progress = progress;
  if (attention !== undefined) facts.attention = attention;
  Object.assign(facts.services, services);
  Object.assign(facts.custom, custom);
  facts.errors = [...(errors ?? [])];
  facts.warnings = [...(warnings ?? [])];
  return facts;
}
