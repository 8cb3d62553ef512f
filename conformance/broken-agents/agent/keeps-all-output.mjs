// Keeps all output, whatever the cap.
import { runAgent } from "../base/agent.mjs";

runAgent({ capsOutput: () => false });
