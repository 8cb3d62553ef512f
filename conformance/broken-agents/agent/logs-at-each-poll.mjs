// Logs a bad queue again at each look.
import { runAgent } from "../base/agent.mjs";

runAgent({ logsOncePerContent: () => false });
