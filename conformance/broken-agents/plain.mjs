// The plain agent with nothing broken: it passes every case, so that a broken one fails only by what it breaks.
import { runAgent } from "./base/agent.mjs";

runAgent();
