// Lets a byte order mark pass.
import { runAgent } from "../base/agent.mjs";

runAgent({ acceptsMark: () => true });
