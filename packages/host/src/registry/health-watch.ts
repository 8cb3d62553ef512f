// Follows the health endpoint of one session: asked from time to time while its container runs, believed after three answers that agree.
import type { ContainerMetadata } from "@para-docker/protocol";
import type { EngineState } from "../runtime/runtime.js";
import type { HealthProbe } from "./health-probe.js";
import { HEALTH_LABEL } from "./registry.js";

/** What is known of an endpoint. Its strings are safe for a terminal. */
export interface ProbedHealth extends Pick<HealthProbe, "healthy" | "reason"> {
  /** When it last came to be so, by the host's clock. */
  since: string;
}

/** Follows one endpoint. */
export interface HealthWatch {
  /**
   * What is known now, while the container is as `state` says; asks anew, in the background, when it is time. Nothing where there is no
   * endpoint, nothing runs, or nothing is known yet.
   */
  look(state: EngineState | undefined): ProbedHealth | undefined;
}

/** Milliseconds between two probes. */
export const PROBE_MS = 5_000;
/** Failures in a row that make it unhealthy. */
const FAILURES = 3;
/** A workload that has never answered may take so long to come up. */
const START_MS = 60_000;

/** The watch of the endpoint that `metadata` name, if they do; `changed` is called when more is known than at the last look. */
export function healthWatch(
  metadata: ContainerMetadata | undefined,
  changed: () => void,
  everyMs: number = PROBE_MS,
): HealthWatch {
  const endpoint = metadata?.labels?.[HEALTH_LABEL];
  const startedAt = Date.parse(metadata?.started_at ?? "");
  let known: ProbedHealth | undefined;
  let failures = 0;
  let answered = false;
  let asking = false;
  let askedAt = Number.NEGATIVE_INFINITY;

  const take = ({ healthy, reason }: HealthProbe) => {
    failures = healthy ? 0 : failures + 1;
    answered ||= healthy;
    const starting = !answered && Date.now() - startedAt < START_MS;
    if (known?.healthy === healthy || (!healthy && (failures < FAILURES || starting))) return;
    known = { healthy, reason, since: new Date().toISOString() };
    changed();
  };
  const ask = async (url: string, ports: NonNullable<EngineState["ports"]>) => {
    asking = true;
    askedAt = performance.now();
    try {
      const { probeHealth } = await import("./health-probe.js");
      take(await probeHealth(url, ports));
    } finally {
      asking = false;
    }
  };

  return {
    look(state) {
      if (endpoint === undefined || state === undefined || state.status === "paused") return undefined;
      if (!state.alive) {
        known = undefined;
        failures = 0;
        return undefined;
      }
      if (!asking && performance.now() - askedAt >= everyMs) void ask(endpoint, state.ports ?? {});
      return known;
    },
  };
}
