// Stops the process group and looks no further.
import { runAgent } from "../base/agent.mjs";

runAgent({ sweeps: () => false });
