// Publishes every queue with the same sequence.
import { runHost } from "../base/host.mjs";

await runHost({ nextSequence: () => 1 });
