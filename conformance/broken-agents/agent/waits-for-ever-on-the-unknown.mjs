// Shows a command that it knows nothing of as running for ever.
import { runAgent } from "../base/agent.mjs";

runAgent({ unknownClaim: () => "running" });
