// Drops a result only if it is there when `processed` names it: one that comes a moment later stays for ever.
import { runAgent } from "../base/agent.mjs";

runAgent({ dropsWhatEndsLate: () => false });
