// Judges freshness by the timestamp that the container writes.
import { runHost } from "../base/host.mjs";

await runHost({ age: (_, status) => Date.now() - Date.parse(status.timestamp) });
