// Forgets services and custom values that a report does not repeat.
import { runAgent } from "../base/agent.mjs";

runAgent({ mergesByKey: () => false });
