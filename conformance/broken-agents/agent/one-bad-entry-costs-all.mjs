// Refuses the whole queue for one bad entry.
import { runAgent } from "../base/agent.mjs";

runAgent({ badEntryCostsAll: () => true });
