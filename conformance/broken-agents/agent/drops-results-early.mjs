// Drops a result from its status before the host has it.
import { runAgent } from "../base/agent.mjs";

runAgent({ dropsResult: () => true });
