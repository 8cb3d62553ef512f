// Metrics for Prometheus: what the host knows of each session, labelled with its name and words of ours alone.
//
// No word of a container becomes a label: it could make as many series as it has words.
import type { SessionView } from "@para-docker/host";
import { callsForPerson, healthOf } from "@para-docker/host";
import { Counter, Gauge, Registry } from "prom-client";

/** Sessions that are told of; a scrape's size has a bound. */
const MOST_SESSIONS = 1_000;
const FRESHNESS = ["fresh", "stale", "lost", "exited", "paused"] as const;

/** One number of a session; nothing where it is not known. */
interface Measure {
  name: string;
  help: string;
  counter?: boolean;
  value(view: SessionView): number | undefined;
}

const MEASURES: Measure[] = [
  {
    name: "para_session_attention",
    help: "1 where the session asks for a person.",
    value: (view) => Number(callsForPerson(view)),
  },
  {
    name: "para_session_healthy",
    help: "1 healthy, 0 unhealthy; absent where it is not told.",
    value: (view) => ({ healthy: 1, unhealthy: 0 })[healthOf(view) ?? ""],
  },
  {
    name: "para_session_progress_ratio",
    help: "Share of the phase that is done, 0 to 1; absent where the total is not known.",
    value: ({ status }) =>
      status?.progress !== undefined && status.progress.total > 0
        ? Math.min(1, status.progress.current / status.progress.total)
        : undefined,
  },
  { name: "para_session_errors", help: "Errors that are told.", value: ({ status }) => status?.errors?.length },
  { name: "para_session_warnings", help: "Warnings that are told.", value: ({ status }) => status?.warnings?.length },
  {
    name: "para_session_services",
    help: "Services that are told.",
    value: ({ status }) => status?.services && Object.keys(status.services).length,
  },
  {
    name: "para_session_services_failed",
    help: "Services in the state error.",
    value: ({ status }) =>
      status?.services && Object.values(status.services).filter((state) => state === "error").length,
  },
  {
    name: "para_session_commands_running",
    help: "Commands that run.",
    value: ({ commands }) => commands.filter(({ state }) => state === "running").length,
  },
  {
    name: "para_session_commands_waiting",
    help: "Commands that wait.",
    value: ({ commands }) => commands.filter(({ state }) => state === "accepted").length,
  },
  {
    name: "para_session_problems",
    help: "Faults in the session's files, and contradictions to the host's record.",
    value: ({ problems }) => problems.length,
  },
  {
    name: "para_session_cpu_seconds_total",
    help: "Processor time used since the container started.",
    counter: true,
    value: ({ metrics }) => metrics?.cpu?.usage_seconds,
  },
  {
    name: "para_session_memory_bytes",
    help: "Memory in use, page cache that can be dropped not counted.",
    value: ({ metrics }) => metrics?.memory?.used_bytes,
  },
  {
    name: "para_session_memory_limit_bytes",
    help: "Limit of memory; absent where there is none.",
    value: ({ metrics }) => metrics?.memory?.limit_bytes,
  },
  { name: "para_session_pids", help: "Processes and threads.", value: ({ metrics }) => metrics?.pids?.current },
  {
    name: "para_session_disk_used_bytes",
    help: "Use of the file system that holds the workspace.",
    value: ({ metrics }) => metrics?.disk?.used_bytes,
  },
  {
    name: "para_session_network_received_bytes_total",
    help: "Bytes received since the container started, loopback not counted.",
    counter: true,
    value: ({ metrics }) => metrics?.network?.rx_bytes,
  },
  {
    name: "para_session_network_sent_bytes_total",
    help: "Bytes sent since the container started, loopback not counted.",
    counter: true,
    value: ({ metrics }) => metrics?.network?.tx_bytes,
  },
];

/** The text of a scrape, and its content type. */
export async function scrape(views: readonly SessionView[]): Promise<{ type: string; text: string }> {
  // Made anew each time: series of sessions that are gone are gone with them.
  const registry = new Registry();
  const told = [...views].sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, MOST_SESSIONS);
  const registers = [registry];
  new Gauge({ name: "para_sessions", help: "Sessions there are.", registers }).set(views.length);
  new Gauge({ name: "para_sessions_left_out", help: "Sessions beyond those told.", registers }).set(
    views.length - told.length,
  );
  const freshness = new Gauge({
    name: "para_session_freshness",
    help: "1 for the word that says how far the session's status can be relied on.",
    labelNames: ["session", "freshness"],
    registers,
  });
  for (const view of told)
    for (const word of FRESHNESS)
      freshness.set({ session: view.name, freshness: word }, Number(view.freshness === word));
  for (const { name, help, counter, value } of MEASURES) {
    const options = { name, help, labelNames: ["session"], registers };
    const known = told.flatMap((view) => {
      const number = value(view);
      return number === undefined ? [] : [[{ session: view.name }, number] as const];
    });
    if (counter) {
      const metric = new Counter(options);
      for (const [labels, number] of known) metric.inc(labels, number);
    } else {
      const metric = new Gauge(options);
      for (const [labels, number] of known) metric.set(labels, number);
    }
  }
  return { type: registry.contentType, text: await registry.metrics() };
}
