// Starts commands as they stand, whatever their priority.
import { runAgent } from "../base/agent.mjs";

runAgent({ order: (a, b) => a.place - b.place });
