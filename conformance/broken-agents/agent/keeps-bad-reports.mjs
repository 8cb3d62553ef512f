// Leaves an invalid report where it lies.
import { runAgent } from "../base/agent.mjs";

runAgent({ removesBadReports: () => false });
