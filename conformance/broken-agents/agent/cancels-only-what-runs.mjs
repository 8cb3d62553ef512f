// Answers the cancel of a waiting command and starts it all the same.
import { runAgent } from "../base/agent.mjs";

runAgent({ cancelsWaiting: () => false });
