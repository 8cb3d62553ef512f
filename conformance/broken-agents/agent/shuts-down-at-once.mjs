// Gives running commands no time at a shutdown.
import { runAgent } from "../base/agent.mjs";

runAgent({ shutdownWaits: () => false });
