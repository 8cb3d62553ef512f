// Shows a status that is older than one it has seen.
import { runHost } from "../base/host.mjs";

await runHost({ older: () => false });
