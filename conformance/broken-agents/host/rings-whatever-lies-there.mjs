// Writes into whatever lies in the place of the doorbell.
import { runHost } from "../base/host.mjs";

await runHost({ checksDoorbell: () => false });
