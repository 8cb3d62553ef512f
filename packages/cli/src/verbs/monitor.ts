// `para-docker monitor`: every session, live, full screen; once as a table; or as a stream of events for programs.
import { ALERT_DETAILS, ALERT_OPTIONS, startAlerts } from "../alerts.js";
import type { App } from "../app.js";
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { usageError } from "../failure.js";
import { list } from "./list.js";
import { statusDocument } from "./status.js";

export const monitor: Verb = {
  operands: [],
  options: [
    { flags: "--once", text: "print the table once, as list does" },
    { flags: "--json", text: "print events, one JSON object a line, until interrupted" },
    ...ALERT_OPTIONS,
  ],
  details: `On the screen: ↑ ↓ select, enter opens a session, e runs a command, c cancels,
s signals, F finishes, / filters, o orders, ? shows all keys, q quits.

--json: {"event":"session","time":…,"session":NAME,"status":{…}} at each change,
the status as status --json prints it, and {"event":"gone",…} when one is
finished. The first events tell every session there is.

${ALERT_DETAILS}`,
  examples: [
    ["para-docker monitor", "full screen"],
    ["para-docker monitor --json | jq -c 'select(.status.attention.required)'", "whoever needs you"],
    ['para-docker monitor --on-alert \'notify-send "$PARA_ALERT_SESSION" "$PARA_ALERT_MESSAGE"\'', "and be told"],
  ],
  run,
};

async function run(call: Call): Promise<number> {
  const { app, operands, values } = call;
  if (operands.length > 0) throw usageError("monitor takes no session.", "It shows all of them; enter opens one.");
  if (values.flag("once")) {
    if (values.text("on-alert") !== undefined || values.text("alert-url") !== undefined)
      throw usageError("--once tells no alerts.", "Leave --once out: alerts are told while the monitor runs.");
    return list.run(call);
  }
  if (values.flag("json")) return events(call);
  if (!app.stdin.isTTY || !app.stdout.isTTY)
    throw usageError("The monitor needs a terminal.", "Elsewhere: monitor --once, or monitor --json.");
  const { runMonitor } = await import("../monitor/run.js");
  const root = await app.stateRoot(values);
  return runMonitor(app, root, (onFailure) => startAlerts(app, root, values, onFailure));
}

async function events({ app, values }: Call): Promise<number> {
  const { watchSessions } = await app.host();
  const root = await app.stateRoot(values);
  const endAlerts = await startAlerts(app, root, values, (line) => app.note(`para-docker: ${line}`));
  const abort = new AbortController();
  const release = app.interrupts.handle(() => abort.abort());
  for await (const { name, view } of watchSessions(root, abort.signal)) {
    if (view === undefined) printEvent(app, { event: "gone", session: name });
    else printEvent(app, { event: "session", session: name, status: statusDocument(view, app.now()) });
  }
  release();
  await endAlerts();
  return EXIT.ok;
}

function printEvent(app: App, { event, ...rest }: { event: string; [key: string]: unknown }): void {
  app.print(JSON.stringify({ event, time: new Date(app.now()).toISOString(), ...rest }));
}
