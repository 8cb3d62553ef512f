// Starts commands whose time in the queue is over.
import { runAgent } from "../base/agent.mjs";

runAgent({ expired: () => false });
