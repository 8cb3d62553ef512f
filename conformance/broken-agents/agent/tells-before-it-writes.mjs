// Shows the end of a command before its result is in its file.
import { runAgent } from "../base/agent.mjs";

runAgent({ resultFirst: () => false });
