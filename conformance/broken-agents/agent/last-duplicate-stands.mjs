// Takes the last of two entries with one id.
import { runAgent } from "../base/agent.mjs";

runAgent({ firstOfDuplicates: () => false });
