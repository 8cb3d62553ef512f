// `para-docker list`: every session of the state root, those that need a person first.

import type { SessionView } from "@para-docker/host";
import { PROTOCOL_VERSION } from "@para-docker/protocol";
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { usageError } from "../failure.js";
import { hostFacts } from "../host-facts.js";
import { byNeed, SESSION_COLUMNS, sessionRow } from "../output/session-words.js";
import { table } from "../output/table.js";

export const list: Verb = {
  operands: [],
  options: [
    { flags: "--json", text: "print a registry document, with what the host knows of each session under `host`" },
    { flags: "-q, --quiet", text: "print the names alone" },
  ],
  details: `STATE is the agent's word as far as the host believes it: stale, lost and exited
are the host's own.`,
  examples: [
    ["para-docker list", "a table"],
    ["para-docker list -q | xargs -n1 para-docker finish", "finish them all"],
    ["para-docker list --json | jq '.containers[].host.freshness'", "for programs"],
  ],
  run,
};

async function run({ app, operands, values }: Call): Promise<number> {
  if (operands.length > 0) throw usageError("list takes no session.", "For one session: para-docker status NAME.");
  const { listSessions } = await app.host();
  const sessions = (await listSessions(await app.stateRoot(values))).sort(byNeed);
  if (values.flag("json")) {
    app.print(JSON.stringify(registryOf(sessions, app.now()), null, 2));
  } else if (values.flag("quiet")) {
    for (const { name } of sessions) app.print(name);
  } else if (sessions.length === 0) {
    app.note("No sessions. Start one: para-docker start NAME --image IMAGE");
  } else {
    const rows = sessions.map((view) => sessionRow(view, app.style, app.now()));
    for (const line of table(SESSION_COLUMNS, rows, app.style, app.columns())) app.print(line);
  }
  return EXIT.ok;
}

/** The sessions as a registry document, which it is valid as (docs/protocol.md#registry). */
export function registryOf(sessions: SessionView[], now: number): object {
  const containers = sessions.map((view) => ({
    session_name: view.name,
    container_id: view.metadata?.container_id ?? "unknown",
    status: view.engineState ?? "unknown",
    ...(view.metadata?.started_at === undefined ? {} : { started_at: view.metadata.started_at }),
    ...(view.metadata?.ports === undefined ? {} : { host_port_mappings: view.metadata.ports }),
    ...(view.metadata?.image === undefined ? {} : { image: view.metadata.image }),
    host: hostFacts(view),
    ...(view.status === undefined ? {} : { reported: view.status }),
  }));
  return {
    protocol_version: PROTOCOL_VERSION,
    containers: containers.slice(0, 10_000),
    last_updated: new Date(now).toISOString(),
  };
}
