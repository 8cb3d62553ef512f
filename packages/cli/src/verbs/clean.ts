// `para-docker clean`: shows what crashed hosts and vanished containers left behind, and removes it when told.
import type { CleanEntry } from "@para-docker/host";
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { failure, usageError } from "../failure.js";
import { safeLine } from "../output/safe-text.js";
import { createSteps } from "../output/steps.js";
import type { Style } from "../output/style.js";
import { type Cell, table } from "../output/table.js";
import { noEngine } from "./doctor.js";

export const clean: Verb = {
  operands: [],
  options: [
    { flags: "-y, --yes", text: "remove what is shown" },
    { flags: "--json", text: "print the entries as JSON" },
    { flags: "-q, --quiet", text: "print the names alone" },
  ],
  details: `Without --yes nothing is changed. Only what is of this state root is looked at:
other repositories' containers are not. Sessions that have ended stay, for
finish to archive.`,
  examples: [
    ["para-docker clean", "show it"],
    ["para-docker clean --yes", "remove it"],
  ],
  run,
};

async function run({ app, operands, values }: Call): Promise<number> {
  if (operands.length > 0)
    throw usageError("clean takes no session.", "To end one and archive it: para-docker finish NAME.");
  const host = await app.host();
  const root = await app.stateRoot(values);
  const engine = await host.connectEngine({}).catch(noEngine(host.isHostError));
  const remove = values.flag("yes");
  const steps = createSteps(app, values.flag("quiet") || values.flag("json"));
  steps.step(remove ? "removing what is left behind" : "looking", false);
  const entries = await host
    .cleanStateRoot(root, {
      engine,
      remove,
      onProgress: (done, total) => steps.progress({ done, total, unit: "count" }),
    })
    .finally(() => steps.done());
  if (values.flag("json")) app.print(JSON.stringify(entries, null, 2));
  else if (values.flag("quiet")) for (const { name } of entries) app.print(safeLine(name));
  else {
    if (entries.length === 0) app.note("Nothing is left behind.");
    else for (const line of table(COLUMNS, rows(entries, app.style), app.style, app.columns())) app.print(line);
    if (engine === undefined) app.note("No engine answers: containers were not looked for.");
    if (!remove && entries.some(({ kind }) => kind !== "ended")) app.note("para-docker clean --yes removes them.");
  }
  const failed = entries.filter(({ outcome }) => outcome === "failed");
  if (failed.length > 0)
    throw failure(
      EXIT.failed,
      `${failed.length} of them could not be removed.`,
      safeLine(failed[0]?.left?.[0] ?? "para-docker clean shows them."),
    );
  return EXIT.ok;
}

const COLUMNS = [{ title: "KIND" }, { title: "NAME" }, { title: "" }, { title: "WHAT", least: 20 }];

function rows(entries: CleanEntry[], style: Style): Cell[][] {
  const paints = { shown: style.dim, removed: style.green, kept: style.dim, failed: style.red };
  return entries.map(({ kind, name, detail, outcome }) => [
    { text: kind },
    { text: safeLine(name) },
    { text: outcome === "shown" ? "" : outcome, paint: paints[outcome] },
    { text: safeLine(detail) },
  ]);
}
