// Never tells the agent that it has a result.
import { runHost } from "../base/host.mjs";

await runHost({ processes: () => false });
