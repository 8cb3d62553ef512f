// Exits with 1 after a shutdown.
import { runAgent } from "../base/agent.mjs";

runAgent({ exitCode: () => 1 });
