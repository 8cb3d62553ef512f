// Writes a byte into the doorbell that no shell's `read` wakes up from.
import { runHost } from "../base/host.mjs";

await runHost({ bell: () => "!" });
