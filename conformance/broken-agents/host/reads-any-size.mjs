// Reads a status of any size.
import { runHost } from "../base/host.mjs";

await runHost({ readLimit: () => 32 * 1024 * 1024 });
