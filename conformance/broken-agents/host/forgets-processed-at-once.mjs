// Drops an id from `processed` while the agent still lists it.
import { runHost } from "../base/host.mjs";

await runHost({ drops: () => true });
