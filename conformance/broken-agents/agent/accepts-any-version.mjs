// Reads documents of any major version.
import { runAgent } from "../base/agent.mjs";

runAgent({ supports: () => true });
