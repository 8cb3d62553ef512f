// Acts on a queue that is older than one it has acted on.
import { runAgent } from "../base/agent.mjs";

runAgent({ stale: () => false });
