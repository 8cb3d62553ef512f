// Records results of ids that it never issued.
import { runHost } from "../base/host.mjs";

await runHost({ counts: () => true });
