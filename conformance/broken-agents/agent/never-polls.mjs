// Looks at the queue when the doorbell rings, and else never.
import { runAgent } from "../base/agent.mjs";

runAgent({ pollInterval: () => Number.POSITIVE_INFINITY });
