// Makes no doorbell.
import { runAgent } from "../base/agent.mjs";

runAgent({ hears: () => false });
