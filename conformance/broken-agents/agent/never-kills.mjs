// Sends TERM and leaves what ignores it alone.
import { runAgent } from "../base/agent.mjs";

runAgent({ kills: () => false });
