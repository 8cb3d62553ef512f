// Writes commands.json in place, wherever it leads.
import { writeFileSync } from "node:fs";
import { runHost } from "../base/host.mjs";

await runHost({ publish: (path, text) => writeFileSync(path, text) });
