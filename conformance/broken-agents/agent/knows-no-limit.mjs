// Writes a status larger than its limit.
import { runAgent } from "../base/agent.mjs";

runAgent({ bounds: () => false });
