// Ends without the last status `stopped`.
import { runAgent } from "../base/agent.mjs";

runAgent({ lastStatus: () => "stopping" });
