// Goes back to the defaults where a new configuration is invalid.
import { runAgent } from "../base/agent.mjs";

runAgent({ refusesBadConfig: () => false });
