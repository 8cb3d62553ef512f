// The monitor as the verb starts it: a controller, a view on the terminal, until somebody quits.
import type { StateRoot } from "@para-docker/host";
import type { App } from "../app.js";
import { EXIT } from "../exit-codes.js";
import { openController } from "./controller.js";
import { openView } from "./view.js";

/**
 * Runs the monitor; resolves to the exit code when a person quits, or a signal ends it. `startAlerts` begins to tell alerts, and gives what
 * ends it; what it has to say shows on the screen.
 */
export async function runMonitor(
  app: App,
  root: StateRoot,
  startAlerts: (onFailure: (line: string) => void) => Promise<() => Promise<void>>,
): Promise<number> {
  let tell = (line: string): void => app.note(line);
  const endAlerts = await startAlerts((line) => tell(line));
  const controller = openController(await app.host(), root);
  tell = (line) => controller.say(line, true);
  const view = openView({
    store: controller,
    style: app.style,
    stdin: app.stdin,
    stdout: app.stdout,
    onKey: (key) => controller.key(key),
  });
  let release: () => void = () => undefined;
  const interrupted = new Promise<void>((resolve) => {
    release = app.interrupts.handle(() => resolve());
  });
  await Promise.race([controller.quit, interrupted]);
  release();
  view.close();
  await controller.close();
  await endAlerts();
  return EXIT.ok;
}
