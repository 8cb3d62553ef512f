// Counts a command's timeout from when it saw it.
import { runAgent } from "../base/agent.mjs";

runAgent({ clockStart: (entry) => entry.seenAt ?? entry.startedAt });
