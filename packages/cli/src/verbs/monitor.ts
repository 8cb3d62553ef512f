// `para-docker monitor`: every session, live, full screen; once as a table; or as a stream of events for programs.
import type { SessionView } from "@para-docker/host";
import type { App } from "../app.js";
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { usageError } from "../failure.js";
import { openFeed } from "../monitor/feed.js";
import { list } from "./list.js";
import { statusDocument } from "./status.js";

export const monitor: Verb = {
  operands: [],
  options: [
    { flags: "--once", text: "print the table once, as list does" },
    { flags: "--json", text: "print events, one JSON object a line, until interrupted" },
  ],
  details: `On the screen: ↑ ↓ select, enter opens a session, e runs a command, c cancels,
s signals, F finishes, / filters, o orders, ? shows all keys, q quits.

--json: {"event":"session","time":…,"session":NAME,"status":{…}} at each change,
the status as status --json prints it, and {"event":"gone",…} when one is
finished. The first events tell every session there is.`,
  examples: [
    ["para-docker monitor", "full screen"],
    ["para-docker monitor --json | jq -c 'select(.status.attention.required)'", "whoever needs you"],
  ],
  run,
};

async function run(call: Call): Promise<number> {
  const { app, operands, values } = call;
  if (operands.length > 0) throw usageError("monitor takes no session.", "It shows all of them; enter opens one.");
  if (values.flag("once")) return list.run(call);
  if (values.flag("json")) return events(call);
  if (!app.stdin.isTTY || !app.stdout.isTTY)
    throw usageError("The monitor needs a terminal.", "Elsewhere: monitor --once, or monitor --json.");
  const { runMonitor } = await import("../monitor/run.js");
  return runMonitor(app, await app.stateRoot(values));
}

async function events({ app, values }: Call): Promise<number> {
  const host = await app.host();
  const shown = new Map<string, string>();
  const feed = openFeed(host, await app.stateRoot(values), {
    sessions: (views) => tellChanges(app, shown, views),
    trouble: (text) => {
      if (text !== undefined) printEvent(app, { event: "trouble", message: text });
    },
  });
  await new Promise<void>((resolve) => {
    app.interrupts.handle(() => resolve());
  });
  await feed.close();
  return EXIT.ok;
}

function tellChanges(app: App, shown: Map<string, string>, views: SessionView[]): void {
  const names = new Set(views.map((view) => view.name));
  for (const name of [...shown.keys()]) {
    if (names.has(name)) continue;
    shown.delete(name);
    printEvent(app, { event: "gone", session: name });
  }
  for (const view of views) {
    const text = JSON.stringify(view);
    if (shown.get(view.name) === text) continue;
    shown.set(view.name, text);
    printEvent(app, { event: "session", session: view.name, status: statusDocument(view, app.now()) });
  }
}

function printEvent(app: App, { event, ...rest }: { event: string; [key: string]: unknown }): void {
  app.print(JSON.stringify({ event, time: new Date(app.now()).toISOString(), ...rest }));
}
