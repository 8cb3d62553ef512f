// Follows one session: a look when something happens in its directory, and one now and then, since events get lost.
import { setTimeout as sleep } from "node:timers/promises";
import { isHostError } from "../errors.js";
import { openSessionDirectory, PLACES } from "../places.js";
import { directoryActivity, type Gatherer, waker } from "../reading/activity.js";
import { type HealthWatch, healthWatch } from "../registry/health-watch.js";
import { lookAt, type SessionLook, viewFrom } from "./session-look.js";
import type { SessionParts } from "./session-parts.js";
import type { SessionView } from "./view.js";

/** The engine is asked again after so long. */
const ENGINE_MS = 2_000;
/** At most ten reads a second. */
const READ_MS = 100;
/**
 * Without any event the files are looked at so often: what the watch has lost is seen within two seconds. While events of one file keep
 * coming, the others are looked at as often, too, at the next of them.
 */
const RESCAN_MS = 1_500;
/** The same where no watch can be had. */
const POLL_MS = 1_000;
/** Files that a view shows or depends on. */
const FILES: readonly string[] = [PLACES.status, PLACES.metrics, PLACES.commands];

/**
 * The view now and again at each change, until `signal` is aborted or the session is gone. Its health endpoint is asked every
 * `probeEveryMs`. With `gather`, looks wait for those of other sessions.
 */
export async function* watchSession(
  parts: SessionParts,
  signal: AbortSignal,
  probeEveryMs?: number,
  gather: Gatherer = (act) => act(),
): AsyncGenerator<SessionView> {
  const { root, name } = parts;
  const wakeUp = waker();
  /** What events have named since the look before; nothing where any file may have changed. */
  let changed: Set<string> | undefined;
  let allAt = Number.NEGATIVE_INFINITY;
  const activity = directoryActivity(
    () => openSessionDirectory(root, name),
    (file) => FILES.includes(file),
    (file) => {
      if (file === "") allAt = Number.NEGATIVE_INFINITY;
      changed ??= new Set();
      changed.add(file);
      gather(wakeUp.wake);
    },
  );
  signal.addEventListener("abort", wakeUp.wake, { once: true });
  let health: HealthWatch | undefined;
  let shown: string | undefined;
  let before: SessionLook | undefined;
  try {
    while (!signal.aborted) {
      const began = performance.now();
      const watching = activity.ensure();
      const named = began - allAt < RESCAN_MS ? changed : undefined;
      if (named === undefined) allAt = began;
      changed = undefined;
      const look = await lookAt(parts, ENGINE_MS, before, named).catch(nothingIfGone);
      if (look === undefined) return;
      before = look;
      if (parts.metadata?.started_at !== undefined) health ??= healthWatch(parts.metadata, wakeUp.wake, probeEveryMs);
      const probed = health?.look(look.state);
      const mark = `${look.mark}|${probed?.since}`;
      if (mark !== shown) yield viewFrom(parts, look, probed);
      shown = mark;
      await wakeUp.wait(watching ? RESCAN_MS : POLL_MS);
      const pause = began + READ_MS - performance.now();
      if (pause > 0 && !signal.aborted) await sleep(pause);
    }
  } finally {
    signal.removeEventListener("abort", wakeUp.wake);
    activity.close();
  }
}

function nothingIfGone(error: unknown): undefined {
  if (isHostError(error) && error.code === "no_session") return undefined;
  throw error;
}
