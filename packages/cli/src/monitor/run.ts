// The monitor as the verb starts it: a controller, a view on the terminal, until somebody quits.
import type { StateRoot } from "@para-docker/host";
import type { App } from "../app.js";
import { EXIT } from "../exit-codes.js";
import { openController } from "./controller.js";
import { openView } from "./view.js";

/** Runs the monitor; resolves to the exit code when a person quits, or a signal ends it. */
export async function runMonitor(app: App, root: StateRoot): Promise<number> {
  const controller = openController(await app.host(), root);
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
  return EXIT.ok;
}
