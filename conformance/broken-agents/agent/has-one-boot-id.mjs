// Has the same boot id at every start.
import { runAgent } from "../base/agent.mjs";

runAgent({ bootId: () => "always-the-same" });
