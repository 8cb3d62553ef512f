// Shows `unknown` for every word that v1 does not know.
import { runHost } from "../base/host.mjs";

await runHost({ shown: (status) => (status.status === "hibernating" ? { ...status, status: "unknown" } : status) });
