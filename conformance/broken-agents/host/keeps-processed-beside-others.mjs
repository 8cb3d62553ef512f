// Leaves in `processed` what the agent has dropped, for as long as another command is open.
import { runHost } from "../base/host.mjs";

await runHost({ drops: (isListed, open) => !isListed && open === 0 });
