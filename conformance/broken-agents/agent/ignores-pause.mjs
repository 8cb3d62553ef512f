// Answers `pause` and goes on.
import { runAgent } from "../base/agent.mjs";

runAgent({ pauses: () => false });
