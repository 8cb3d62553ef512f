// Adds a line end to what a command reads.
import { runAgent } from "../base/agent.mjs";

runAgent({ stdin: ({ stdin }) => (stdin === undefined ? "" : `${stdin}\n`) });
