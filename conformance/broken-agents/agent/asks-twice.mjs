// Sends TERM a second time to what cleans up.
import { runAgent } from "../base/agent.mjs";

runAgent({ asksAgain: () => true });
