// Runs one command more at once than it may, where more than one may.
import { runAgent } from "../base/agent.mjs";

runAgent({ concurrency: ({ max_concurrency: most = 4 }) => (most > 1 ? most + 1 : most) });
