// Reads documents of any size.
import { runAgent } from "../base/agent.mjs";

runAgent({ readLimit: () => 32 * 1024 * 1024 });
