// Forgets over a restart how new the newest queue was.
import { runAgent } from "../base/agent.mjs";

runAgent({ remembersSequence: () => false });
