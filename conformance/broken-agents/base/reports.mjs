// Takes the reports of programs in the container and merges them into the status (docs/protocol.md#reports).
import { rmSync } from "node:fs";
import { join } from "node:path";
import { namesIn, readDocument } from "./documents.mjs";
import { fault, notice, writeStatus } from "./status.mjs";

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\.json$/;

/** Takes every report that is there. */
export function takeReports(agent) {
  const directory = join(agent.directory, "reports");
  for (const name of agent.rules.reportOrder(namesIn(directory).filter((name) => NAME.test(name)))) {
    const path = join(directory, name);
    const { value, code } = readDocument(path, "report", agent.rules);
    if (code === "missing") continue;
    if (code) fault(agent, code, "a report");
    else merge(agent, value);
    if (!code || agent.rules.removesBadReports()) rmSync(path, { recursive: true, force: true });
    if (!code) writeStatus(agent);
  }
}

function merge(agent, report) {
  const { known } = agent;
  const {
    protocol_version: _,
    clear_notices: clear,
    errors = [],
    warnings = [],
    services,
    custom,
    progress,
    ...fields
  } = report;
  const allowed = ["phase", "health", "attention"];
  for (const key of allowed) if (fields[key] !== undefined) known[key] = fields[key];
  if (progress === null) delete known.progress;
  else if (progress !== undefined) known.progress = progress;
  const before = agent.rules.mergesByKey() ? known : {};
  if (services) known.services = { ...before.services, ...services };
  if (custom) {
    known.custom = { ...before.custom, ...custom };
    for (const [key, value] of Object.entries(custom)) if (value === null) delete known.custom[key];
  }
  if (clear) Object.assign(known, { errors: [], warnings: [] });
  for (const entry of errors) notice(agent, "errors", entry);
  for (const entry of warnings) notice(agent, "warnings", entry);
}
