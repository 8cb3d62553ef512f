// `para-docker status`: what a session says of itself, and what the host knows of it.
import type { SessionView } from "@para-docker/host";
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { usageError } from "../failure.js";
import { hostFacts } from "../host-facts.js";
import { statusLines } from "../output/status-lines.js";
import { chooseSession } from "../session-choice.js";

export const status: Verb = {
  operands: [{ usage: "[SESSION]", completes: "session" }],
  options: [
    { flags: "--json", text: "print the status document, with what the host knows under `host`" },
    { flags: "-q, --quiet", text: "print the state in one word" },
  ],
  details: `--json prints a valid status document (schemas/v1/status.schema.json): the
container's own, with one field more, host. Where the container has reported
nothing, its status is "unknown", and host.reported is false.`,
  examples: [
    ["para-docker status demo", "for people"],
    ["para-docker status demo --json | jq .host.freshness", "fresh, stale, lost, exited or paused"],
    ["para-docker status", "the session of this directory"],
  ],
  run,
};

async function run({ app, operands, values }: Call): Promise<number> {
  if (operands.length > 1) throw usageError("One session at a time.", "For all of them: para-docker list.");
  const { session } = await chooseSession(app, values, operands[0]);
  try {
    const view = await session.view();
    if (values.flag("json")) app.print(JSON.stringify(statusDocument(view, app.now()), null, 2));
    else if (values.flag("quiet"))
      app.print(view.freshness === "fresh" ? (view.status?.status ?? "unknown") : view.freshness);
    else for (const line of statusLines(view, app.style, app.now(), app.columns())) app.print(line);
    return EXIT.ok;
  } finally {
    await session.close();
  }
}

/** The session's status document, with the host's facts beside it. */
export function statusDocument(view: SessionView, now: number): object {
  const reported = view.status ?? { timestamp: new Date(now).toISOString(), status: "unknown" };
  return { ...reported, host: hostFacts(view) };
}
