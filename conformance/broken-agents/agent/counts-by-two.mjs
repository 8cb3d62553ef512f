// Lets the sequence of its status grow by two.
import { runAgent } from "../base/agent.mjs";

runAgent({ nextSequence: (sequence) => sequence + 2 });
