// Alerts of a verb that watches: while it runs, what a person should know at once goes to a command line or an address of theirs.
import { setTimeout as sleep } from "node:timers/promises";
import type { AlertKind, StateRoot } from "@para-docker/host";
import type { App } from "./app.js";
import type { OptionDefinition } from "./definition.js";
import { usageError } from "./failure.js";
import { safeLine } from "./output/safe-text.js";
import type { Values } from "./values.js";

const KINDS = ["attention", "error", "warning", "unhealthy", "lost", "exited"] as const satisfies readonly AlertKind[];

/** The flags of a verb with alerts. */
export const ALERT_OPTIONS: OptionDefinition[] = [
  { flags: "--on-alert <LINE>", text: "run this shell line at each alert" },
  { flags: "--alert-url <URL>", text: "post each alert there, as JSON" },
  { flags: "--alert-kind <KIND>", text: "only alerts of this kind; may be repeated", many: true, choices: KINDS },
];

/** What its help says of them. */
export const ALERT_DETAILS = `--on-alert and --alert-url tell when a session needs a person, and once more
when it is well again. The line finds the alert in PARA_ALERT_SESSION,
PARA_ALERT_KIND, PARA_ALERT_STATE (raised, recovered) and PARA_ALERT_MESSAGE,
and as JSON on its standard input.`;

/** Milliseconds that alerts under way get when the verb ends. */
const LAST_ALERTS_MS = 3000;

/**
 * Begins to tell alerts where the flags ask for it; gives what ends it. `onFailure` is told in one line what did not arrive.
 *
 * @throws HostError `usage` for an address that is none; a failure for `--alert-kind` alone.
 */
export async function startAlerts(
  app: App,
  root: StateRoot,
  values: Values,
  onFailure: (line: string) => void,
): Promise<() => Promise<void>> {
  const line = values.text("on-alert");
  const url = values.text("alert-url");
  const kinds = KINDS.filter((kind) => values.list("alert-kind").includes(kind));
  if (line === undefined && url === undefined) {
    if (kinds.length > 0) throw usageError("--alert-kind tells nobody.", "Give --on-alert or --alert-url, too.");
    return async () => undefined;
  }
  const { alertDelivery, watchAlerts } = await app.host();
  const delivery = alertDelivery({
    ...(line !== undefined && { command: ["/bin/sh", "-c", line] }),
    ...(url !== undefined && { webhook: url }),
    onFailure: ({ session, kind }, reason) =>
      onFailure(`An alert (${session}: ${kind}) did not arrive: ${safeLine(reason)}`),
  });
  const abort = new AbortController();
  const watching = (async () => {
    const options = kinds.length > 0 ? { kinds } : {};
    for await (const alert of watchAlerts(root, abort.signal, options)) delivery.deliver(alert);
  })().catch((error: unknown) => {
    onFailure(`No more alerts: ${safeLine(error instanceof Error ? error.message : String(error))}`);
  });
  return async () => {
    abort.abort();
    await watching;
    await Promise.race([delivery.settled(), sleep(LAST_ALERTS_MS, undefined, { ref: false })]);
  };
}
