// Says `succeeded` to the cancel of a command that it never saw.
import { runAgent } from "../base/agent.mjs";

runAgent({ unknownTarget: () => ({ state: "succeeded" }) });
