// Takes one failure of a probe for the verdict.
import { runAgent } from "../base/agent.mjs";

runAgent({ retries: () => 1 });
