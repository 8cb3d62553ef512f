// Cuts output at the cap and does not say so.
import { runAgent } from "../base/agent.mjs";

runAgent({ saysTruncated: () => false });
