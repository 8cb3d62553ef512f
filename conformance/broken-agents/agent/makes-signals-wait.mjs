// Lets signals wait behind running commands.
import { runAgent } from "../base/agent.mjs";

runAgent({ signalsWait: () => true });
