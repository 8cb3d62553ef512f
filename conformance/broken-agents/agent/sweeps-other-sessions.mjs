// Sweeps by the command's id alone, so that it hits the like-named command of another session.
import { runAgent } from "../base/agent.mjs";

// The second mark keeps it within its own case, where another agent is judged beside it.

runAgent({ marks: (id) => [`PARA_COMMAND_ID=${id}\0`, `HOME=${process.env.HOME}\0`] });
