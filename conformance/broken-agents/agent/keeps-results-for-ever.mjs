// Never drops a result from its status, though the host has it.
import { runAgent } from "../base/agent.mjs";

runAgent({ dropsResult: () => false });
