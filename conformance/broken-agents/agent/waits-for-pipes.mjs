// Waits with a result until the last background child is gone.
import { runAgent } from "../base/agent.mjs";

runAgent({ waitsForPipes: () => true });
